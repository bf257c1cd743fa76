#pragma once

#include "cleanup/cleanupplan.h"
#include "cleanup/cleanuppolicy.h"
#include "cleanup/protections.h"

namespace slipway
{

/// Why a version stays, in words: "child of" "v1.2 (linux/arm64)", "runs on" "demo-03". Read one after the other they
/// are a sentence.
struct KeepText final {
    QString reason;
    QString by; ///< whatever keeps it; empty if that is the version itself

    friend bool operator==(const KeepText&, const KeepText&) = default;
};

/// Whether it stays as one of the newest of the rule `by`: KeepReason::KeptLatest, as PlanWords says it.
[[nodiscard]] bool isKeptLatest(const KeepText& text);

/// Says what a plan says in words. All it is given must be what the plan was made with, and live as long.
class PlanWords final
{
public:
    PlanWords(const Snapshot& snapshot, const CleanupPolicy& policy, const CleanupProtections& protections)
        : m_snapshot(snapshot)
        , m_policy(policy)
        , m_protections(protections)
    {
    }

    /// The glob of the rule that selected its tree, "untagged", "ghosts" or "orphans".
    [[nodiscard]] QString rule(const Deletion& deletion) const;
    /// "untagged for 118 days", "tagged pr-12 and 20 days old", "child of v1.2 (linux/arm64)".
    [[nodiscard]] QString because(const Deletion& deletion) const;
    [[nodiscard]] KeepText why(RowIndex version, const KeepWhy& why) const;
    [[nodiscard]] QString blocked(const Blocked& blocked) const;
    [[nodiscard]] QString skipped(const SkippedPackage& skipped) const;
    [[nodiscard]] static QString notice(const PlanNotice& notice);

private:
    [[nodiscard]] QString nameOf(RowIndex version) const;
    [[nodiscard]] QString tagsOf(RowIndex version) const;
    [[nodiscard]] KeepText above(RowIndex version, RowIndex up) const;
    [[nodiscard]] KeepText deployed(const DeployedDigest& digest) const;
    [[nodiscard]] KeepText byRule(RowIndex version, const KeepWhy& why) const;
    [[nodiscard]] KeepText byItself(const KeepWhy& why) const;

    const Snapshot& m_snapshot;
    const CleanupPolicy& m_policy;
    const CleanupProtections& m_protections;
};

} // namespace slipway
