#pragma once

#include "core/error.h"
#include "drift/buildlock.h"
#include "drift/lockmaking.h"

#include <QStringList>

#include <vector>

namespace slipway
{

enum class LockChangeKind : std::uint8_t {
    Added,
    Moved,   ///< its digest is another one
    Updated, ///< the same digest, but something else is said of it (its hub, its base)
    Removed, ///< the registry, or the policy, no longer has the tag
    Kept,    ///< could not be read: what was pinned stays
};

/// What became of one pinned tag.
struct LockChange final {
    LockChangeKind kind = LockChangeKind::Added;
    PackageName package;
    Tag tag;
    Digest before; ///< null where there was none
    Digest after;  ///< null where there is none any more

    friend bool operator==(const LockChange&, const LockChange&) = default;
};

/// A lock as it is to be written, and how it differs from the one before.
struct MergedLock final {
    BuildLock lock;
    std::vector<LockChange> changes; ///< by package, then tag

    /// Whether anything was pinned, moved or dropped; what was merely kept is no difference.
    [[nodiscard]] bool hasDifference() const;
};

/// What the snapshot shows, with what the file before says beyond it: members nobody knows, images of packages that
/// could not be read, and who built an image where no label tells (as long as its digest is the same). Without a
/// difference the time stays too, so that the text is the same byte for byte.
[[nodiscard]] MergedLock mergeLock(MadeLock made, const BuildLock& before);

/// A tag that the two sides of a merge pin to different digests.
struct LockConflict final {
    PackageName package;
    Tag tag;
    Digest ours; ///< null if only the other side has it
    Digest theirs;

    friend bool operator==(const LockConflict&, const LockConflict&) = default;
};

/// Both sides of a lock file that git could not merge.
struct JoinedLock final {
    BuildLock lock; ///< everything either side has; of two, ours
    std::vector<LockConflict> conflicts;
};

/// Joins them: what the registry then says decides each conflict (mergeLock()).
[[nodiscard]] JoinedLock joinLocks(const BuildLock& ours, const BuildLock& theirs);

} // namespace slipway
