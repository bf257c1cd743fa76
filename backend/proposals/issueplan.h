#pragma once

#include "github/issues.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace slipway
{

/// Something that is to have an issue of its own for as long as it is there.
struct TrackedMatter final {
    QString key; ///< the same matter has the same key
    QString title;
    QString text;         ///< Markdown; the same matter in the same state has the same text
    bool isQuiet = false; ///< no issue is opened for it; one there is stays
    QString formerKey{};  ///< what issues of an earlier version know it by; empty: nothing else

    friend bool operator==(const TrackedMatter&, const TrackedMatter&) = default;
};

/// What became of a matter that is not among those there are.
enum class MatterFate : std::uint8_t {
    Gone,   ///< for certain
    Unsure, ///< it could not be looked for
    Others, ///< it is nobody's of here: its issues are left alone, and not told
};
using MatterFateOf = std::function<MatterFate(const QString& key)>;

enum class IssueAct : std::uint8_t {
    Open,
    Update,
    Close,        ///< what it is about is gone
    CloseDouble,  ///< another issue is about the same
    Same,         ///< nothing is to be done
    ClosedByHand, ///< a person closed it although the matter is there: it stays closed
    Unknown,      ///< whether its matter is gone could not be told: it stays
};

/// What is to be done with one issue.
struct IssueStep final {
    IssueAct act = IssueAct::Same;
    QString key;
    int number = 0; ///< 0: there is none yet
    QUrl page;
    QString title;
    QString body; ///< whole, as it is to be

    /// Does it change anything?
    [[nodiscard]] bool isChange() const { return act <= IssueAct::CloseDouble; }
    friend bool operator==(const IssueStep&, const IssueStep&) = default;
};

/// The steps, in the order of the matters, then those of issues whose matter is not there, by number. An issue is known
/// by a comment in its text that nobody sees (`slipway:NAME KEY`); what people write around that part stays. `fateOf`
/// tells of a key without a matter; one that is gone is written into an issue that a person closed, too, which stays
/// closed: if the matter comes back, it has a new one. Pure.
[[nodiscard]] std::vector<IssueStep> planIssues(const QString& name, const std::vector<TrackedMatter>& matters,
                                                const MatterFateOf& fateOf, const std::vector<Issue>& issues);

/// "open", "update", "close", "close-double", "same", "closed-by-hand", "unknown".
[[nodiscard]] QString issueActName(IssueAct act);

} // namespace slipway
