#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace slipway
{

/// A rule as it is written, right or wrong.
struct PolicyFormRule final {
    QString tags;
    QString olderThan; ///< empty: not there
    QString keepLatest;

    friend bool operator==(const PolicyFormRule&, const PolicyFormRule&) = default;
};

/// A policy's YAML as the fields of a form: texts as they are written, right or wrong, so that nothing is lost while it
/// is typed. An empty text is a key that is not there; what is usual then says docs/cleanup.md.
struct PolicyForm final {
    QString grace;
    bool hasUntagged = false;
    QString untaggedOlderThan;
    QStringList kinds; ///< of untagged versions; empty: not there
    std::vector<PolicyFormRule> rules;
    QStringList protectedTags;
    bool semver = false;
    QStringList lockFiles;
    bool deployed = true;
    QString rollback;
    bool deletesOrphans = false;
    bool deletesGhosts = false;
    QString versions; ///< of the limits
    QString percent;
    QStringList packages;

    friend bool operator==(const PolicyForm&, const PolicyForm&) = default;
};

/// What of a text the form shows. Errors: InvalidFile with "line:column" as subject for what is no YAML or no map.
[[nodiscard]] Result<PolicyForm> readPolicyForm(const QByteArray& yaml);

/// A text with what a form changes in it.
struct PolicyFormText final {
    QByteArray text;
    std::optional<Error> refused; ///< why not all of it: the first error, of those of policytext.h
    QStringList parts;            ///< which: "grace", "protect.tags", "rules", "rules 2" of one rule, from 1
};

/// How a form's rules are brought in.
enum class RulesTaken : std::uint8_t {
    Singly,   ///< each is the text's of the same number, as long as there are as many
    Together, ///< all or none: the text lacks one that was added to the form, or has one that was taken out of it
};

/// The text with what of a form is different in it; comments, order and everything else stay. What cannot be brought in
/// is as it was, and stops nothing else: a list, a rule, what is untagged are brought in whole or not at all, and so
/// are all rules where their number is another. A list with an item that is no text, so that no field shows it, stays.
[[nodiscard]] PolicyFormText withPolicyForm(const QByteArray& yaml, const PolicyForm& form,
                                            RulesTaken rules = RulesTaken::Singly);

/// What a new policy begins with: what is usual where there is none, and comments that say what can be added.
[[nodiscard]] QByteArray newPolicyText();

} // namespace slipway
