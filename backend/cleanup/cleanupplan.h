#pragma once

#include "core/digest.h"
#include "domain/freedbytes.h"

#include <QDateTime>
#include <QString>

#include <chrono>
#include <span>
#include <vector>

namespace slipway
{

/// Why a version was selected.
enum class DeletionCause : std::uint8_t {
    Rule,
    Untagged,
    Ghost,  ///< an index none of whose children exist
    Orphan, ///< a referrer whose subject is gone
};

/// A version that goes. Rows are those of the snapshot the plan was made on.
struct Deletion final {
    RowIndex version = 0;
    DeletionCause cause = DeletionCause::Rule; ///< of `top`
    RowIndex rule = kNoRow;                    ///< in CleanupPolicy::rules, for cause Rule
    RowIndex through = kNoRow;                 ///< goes too and lists this one, or is its subject; kNoRow for a top
    RowIndex top = 0;                          ///< the version that was selected: itself, or what this one belongs to
    Bytes freedBytes = 0; ///< blobs no other version of the owner references: less than its share in the whole
    std::chrono::milliseconds age{0};

    [[nodiscard]] bool isSelected() const { return top == version; }
};

enum class KeepReason : std::uint8_t {
    Young,            ///< younger than the grace period
    NoAge,            ///< one of its two times is missing or unreadable
    Excluded,         ///< in CleanupProtections::excluded
    Locked,           ///< by: index in CleanupProtections::locks
    Deployed,         ///< by: index in CleanupProtections::deployed
    ProtectedTag,     ///< by: index in PolicyProtection::tags
    SemanticVersion,  ///< a tag is a semantic version
    KeptLatest,       ///< by: index in CleanupPolicy::rules; among the newest the rule keeps
    NotOldEnough,     ///< by: index in CleanupPolicy::rules; kNoRow for `untagged`
    NoRule,           ///< a tag no rule matches
    SeveralRules,     ///< its tags need two rules
    UntaggedKept,     ///< untagged, and the policy says nothing of untagged versions
    KindNotNamed,     ///< untagged, and of a kind `untagged` does not name
    SubjectElsewhere, ///< what it hangs on is in another package
    SubjectUnknown,   ///< a signature, attestation or SBOM that does not say of what
    Orphan,           ///< reported only
    OrphanUnjudged,   ///< its subject is not here, but not everything was read
    Ghost,            ///< reported only; beside what keeps it
    HeldBack,         ///< would go, but a target or lock file could not be read
    ListedBy,         ///< by: row of an index that stays
    HangsOn,          ///< by: row of its subject, which stays
    Carries,          ///< by: row of a protected referrer in its tree
    TreeBlocked,      ///< by: row of a version in its tree that cannot be deleted
};

struct KeepWhy final {
    KeepReason reason = KeepReason::NoRule;
    RowIndex by = kNoRow; ///< what it is an index of, KeepReason says

    friend bool operator==(const KeepWhy&, const KeepWhy&) = default;
};

/// A version that stays; its reasons stand together in CleanupPlan::why.
struct Kept final {
    RowIndex version = 0;
    std::uint32_t firstWhy = 0;
    std::uint32_t whyTotal = 0;
};

enum class BlockedReason : std::uint8_t {
    LastTagged,  ///< GitHub does not delete the last tagged version of a package; the newest stays with its tree
    Undeletable, ///< CleanupProtections::undeletable
};

/// A version that would go but cannot. Its tree stays with it.
struct Blocked final {
    RowIndex version = 0;
    BlockedReason reason = BlockedReason::LastTagged;
};

/// A package that loses more than the limits allow without its being named.
struct LargeDeletion final {
    RowIndex package = 0; ///< in Snapshot::packages
    std::size_t versions = 0;
    std::size_t total = 0; ///< versions of the package

    [[nodiscard]] double percent() const { return 100.0 * static_cast<double>(versions) / static_cast<double>(total); }
};

enum class SkipReason : std::uint8_t {
    ListNotWhole,   ///< a page of its versions was not read
    ManifestUnread, ///< `version` is the first of its versions whose manifest is not known
};

/// A package of which nothing is judged: what could not be read protects everything it could have.
struct SkippedPackage final {
    RowIndex package = 0;
    SkipReason reason = SkipReason::ListNotWhole;
    RowIndex version = kNoRow;
};

enum class PlanNoticeKind : std::uint8_t {
    ProtectedTagUnused, ///< no tag matches this glob of `protect`
    RuleUnused,         ///< no tag matches the glob of this rule
    PackageGlobUnused,  ///< no package matches this glob
    NoTargets,          ///< what is deployed is protected, but there is no target
    TargetUnread,       ///< nothing is deleted
    LockFileUnread,     ///< nothing is deleted
    OrphansUnjudged,    ///< orphans are to be deleted, but not everything was read
    TagsStay,           ///< versions stay with tags that a rule is for, since they have others or an index lists them
};

struct PlanNotice final {
    PlanNoticeKind kind = PlanNoticeKind::NoTargets;
    QString subject;       ///< the glob, target or file
    std::size_t count = 0; ///< of versions

    friend bool operator==(const PlanNotice&, const PlanNotice&) = default;
};

/// What a cleanup would do: every version of a package that is judged is in `deletions`, `keep` or `blocked`, once.
/// The names are those of the document of `slipwayctl cleanup plan` (`deletions` is its "delete").
struct CleanupPlan final {
    QDateTime createdAt;
    Digest policyDigest;
    bool complete = true;            ///< everything was read; if not, what is listed is safe to delete all the same
    std::vector<Deletion> deletions; ///< tree by tree, an index before what it lists, a subject before its referrers
    std::vector<Kept> keep;          ///< by row
    std::vector<KeepWhy> why;        ///< of all that stay
    std::vector<Blocked> blocked;    ///< by row
    std::vector<LargeDeletion> needsConfirmation; ///< their versions are in `deletions` all the same
    std::vector<SkippedPackage> skippedPackages;
    FreedBytes freed; ///< by all deletions at once
    std::vector<PlanNotice> notices;

    [[nodiscard]] std::span<const KeepWhy> whyOf(const Kept& kept) const
    {
        return std::span(why).subspan(kept.firstWhy, kept.whyTotal);
    }
};

} // namespace slipway
