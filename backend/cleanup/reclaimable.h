#pragma once

#include "cleanup/ownerpolicies.h"
#include "cleanup/plancleanup.h"
#include "domain/classificationrules.h"

namespace slipway
{

/// What of a family or a package goes, and what that alone frees: parts share blobs, so they add up to no more than the
/// whole.
struct ReclaimPart final {
    QString name;   ///< of a family empty: unassigned
    QString family; ///< of a package; empty: unassigned
    std::size_t versions = 0;
    Bytes bytes = 0; ///< blobs no remaining version of the owner references

    friend bool operator==(const ReclaimPart&, const ReclaimPart&) = default;
};

/// A lock file that protects and could not be read.
struct UnreadLock final {
    QString file; ///< as its policy names it
    Error error;

    friend bool operator==(const UnreadLock&, const UnreadLock&) = default;
};

/// What an owner's cleanup policies would free now. A plain value that keeps no snapshot.
struct Reclaimable final {
    bool isUsualPolicy = false; ///< nobody named a policy
    QStringList files;          ///< of the policies, otherwise
    std::size_t versions = 0;   ///< that go
    Bytes bytes = 0;            ///< blobs no remaining version of the owner references
    QStringList unasked;        ///< lock files and targets that protect as well and were not read: it is less then
    std::vector<UnreadLock> unreadLocks; ///< why lock files are in `unasked`
    std::size_t skippedPackages = 0;     ///< that could not be judged: more may go
    std::size_t unknownVersions = 0;     ///< remaining ones that may hold some of it: it is less then
    std::size_t unsizedBlobs = 0;      ///< freed ones whose size nobody told, so they count as nothing: it is more then
    bool isComplete = true;            ///< everything of the owner was read
    std::vector<ReclaimPart> families; ///< in all hubs; those that lose something, most bytes first, then by name
    std::vector<ReclaimPart> packages; ///< likewise

    /// Whether it is all that is freed, to the byte, and no less.
    [[nodiscard]] bool isExact() const
    {
        return isComplete && unasked.isEmpty() && skippedPackages == 0 && unknownVersions == 0 && unsizedBlobs == 0;
    }
    /// Those of `unasked` that `unreadLocks` says nothing of.
    [[nodiscard]] QStringList unaskedOtherwise() const
    {
        QStringList names = unasked;
        for (const auto& lock : unreadLocks)
            names.removeAll(lock.file);
        return names;
    }

    friend bool operator==(const Reclaimable&, const Reclaimable&) = default;
};

/// Plans each package by its own policy, with the locks that were read for it, and weighs what all plans delete
/// together: pure, as planCleanup(). What protects and is not in `protections` is named in Reclaimable::unasked and
/// protects nothing here: a figure says "at most" where a plan has to hold everything back. Deletions over a policy's
/// limits are counted. Errors: Cancelled, within moments once it is to stop.
[[nodiscard]] Result<Reclaimable> reclaimable(const CleanupFacts& facts, const OwnerPolicies& policies,
                                              const CleanupProtections& protections, const ClassificationRules& rules,
                                              const QDateTime& now, const std::stop_token& stop = {});

} // namespace slipway
