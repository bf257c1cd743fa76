#pragma once

#include "cleanup/plancleanup.h"
#include "cleanup/plantext.h"

#include <QByteArray>
#include <QStringList>

#include <chrono>
#include <vector>

namespace slipway
{

/// A version that goes, as the registry listed it when the plan was made.
struct PlannedVersion final {
    PackageName package;
    VersionId id;
    Digest digest;
    QStringList tags;    ///< sorted
    QDateTime updatedAt; ///< as listed; moves when its tags move
    VersionId tree;      ///< the first of those that go together or not at all: what they list and what hangs on it
    QString rule;
    QString because;
    Bytes freedBytes = 0; ///< by its deletion alone
    std::chrono::seconds age{0};

    friend bool operator==(const PlannedVersion&, const PlannedVersion&) = default;
};

/// A version that stays.
struct PlannedKeep final {
    PackageName package;
    VersionId id;
    Digest digest;
    QStringList tags; ///< sorted
    std::vector<KeepText> why;

    friend bool operator==(const PlannedKeep&, const PlannedKeep&) = default;
};

/// A version that would go but cannot.
struct PlannedBlock final {
    PackageName package;
    VersionId id;
    Digest digest;
    QString reason;

    friend bool operator==(const PlannedBlock&, const PlannedBlock&) = default;
};

/// A package over a limit of its policy.
struct PlannedLarge final {
    PackageName package;
    qint64 versions = 0;
    double percent = 0;

    friend bool operator==(const PlannedLarge&, const PlannedLarge&) = default;
};

struct PlannedSkip final {
    PackageName package;
    QString reason;

    friend bool operator==(const PlannedSkip&, const PlannedSkip&) = default;
};

/// A cleanup plan apart from the snapshot it was made on: what is exported, shown to a person and carried out. Members
/// are those of the document of `slipwayctl cleanup plan` (docs/cli.md).
struct PlanFile final {
    QString server; ///< the API's host and port
    QString owner;
    QDateTime createdAt;
    QDateTime readAt; ///< the moment of the registry that it was made of; invalid (older plans): createdAt
    Digest policyDigest;
    bool complete = true;
    std::vector<PlannedVersion> deletions; ///< tree by tree, in the order in which they are safe
    std::vector<PlannedKeep> keep;
    std::vector<PlannedBlock> blocked;
    std::vector<PlannedLarge> needsConfirmation;
    std::vector<PlannedSkip> skippedPackages;
    QStringList notices;
    std::vector<Digest> brokenBefore; ///< tagged versions that could not be pulled whole when the plan was made
    Bytes freedBytes = 0;
    Digest seal; ///< of all the above, by writePlanFile(): tells a plan from others, and from one that was edited

    friend bool operator==(const PlanFile&, const PlanFile&) = default;
};

/// Plans are carried out within a day of what they were made of: what was true of a registry then is believed no
/// longer.
constexpr std::chrono::hours kPlanLifetime{24};

/// The plan as a value of its own, sealed. All versions that hang together become one tree, selected by one rule or by
/// several: if one of them cannot go, none does. `readAt`: the last moment the snapshot was found to be true of;
/// invalid: when it was read.
[[nodiscard]] PlanFile planFileOf(const CleanupPlan& plan, const PlanWords& words, const Snapshot& snapshot,
                                  const ReferenceGraph& graph, const QString& server, const QDateTime& readAt = {});

/// The document, which ends with a newline; an indented JSON object with its seal.
[[nodiscard]] QByteArray writePlanFile(const PlanFile& plan);
/// Errors: InvalidFile for what is no plan (also one that was cut off), Refused for one whose seal does not fit:
/// somebody has edited it.
[[nodiscard]] Result<PlanFile> parsePlanFile(const QByteArray& text, const QString& fileName);

/// When a plan, made at a moment of what was read at another, is not to be carried out any more.
[[nodiscard]] bool isPlanTooOld(const QDateTime& createdAt, const QDateTime& readAt, const QDateTime& now);
/// Whether this plan may be carried out now, against this owner. Errors: Refused for another owner or server, a plan
/// older than kPlanLifetime, made of what is older, or from the future.
[[nodiscard]] Result<void> checkPlan(const PlanFile& plan, const QString& server, const QString& owner,
                                     const QDateTime& now);

} // namespace slipway
