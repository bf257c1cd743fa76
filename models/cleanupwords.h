#pragma once

#include "cleanup/cleanupplan.h"
#include "cleanup/cleanuppolicy.h"
#include "cleanup/protections.h"

namespace slipway
{

/// What a plan says, in the language of people; PlanWords says it for files and scripts. All it is given must be what
/// the plan was made with, and live as long.
class CleanupWords final
{
public:
    CleanupWords(const Snapshot& snapshot, const CleanupPolicy& policy, const CleanupProtections& protections)
        : m_snapshot(snapshot)
        , m_policy(policy)
        , m_protections(protections)
    {
    }

    /// "torch-gpu:v0.2.8", "torch-gpu@4be2d8…90aa".
    [[nodiscard]] QString imageOf(RowIndex version) const;
    /// "Untagged for 118 days", "Tagged pr-12 and 20 days old", "Belongs to v1.2 (linux/arm64)".
    [[nodiscard]] QString because(const Deletion& deletion) const;
    [[nodiscard]] QString why(RowIndex version, const KeepWhy& why) const;
    [[nodiscard]] static QString blocked(BlockedReason reason);
    [[nodiscard]] QString skipped(const SkippedPackage& skipped) const;
    [[nodiscard]] static QString notice(const PlanNotice& notice);
    /// What a rule of the policy, or something else, selects: "Tagged pr-*, older than 14d".
    [[nodiscard]] QString group(DeletionCause cause, RowIndex rule) const;
    /// What holds versions for a reason: "Part of an index that stays".
    [[nodiscard]] QString hold(KeepReason reason) const;

private:
    [[nodiscard]] QString nameOf(RowIndex version) const;
    [[nodiscard]] QString tagsOf(RowIndex version) const;
    [[nodiscard]] QString above(RowIndex version, RowIndex up) const;
    [[nodiscard]] QString byRule(RowIndex version, const KeepWhy& why) const;
    [[nodiscard]] QString deployed(const DeployedDigest& digest) const;

    const Snapshot& m_snapshot;
    const CleanupPolicy& m_policy;
    const CleanupProtections& m_protections;
};

/// "118 days", "5 hours": whole ones that have passed.
[[nodiscard]] QString cleanupAgeText(std::chrono::milliseconds age);

} // namespace slipway
