#include "drift/lockmerge.h"

#include <QSet>

#include <algorithm>

namespace slipway
{

namespace
{

/// Calls `both(a, b)` for each tag of either list; null where a list has none.
template<typename Visit>
void forEachTag(const std::vector<LockedImage>& left, const std::vector<LockedImage>& right, Visit both)
{
    for (size_t i = 0, j = 0; i < left.size() || j < right.size();) {
        const bool isLeft = j == right.size() || (i < left.size() && !isBefore(right[j], left[i]));
        const bool isRight = i == left.size() || (j < right.size() && !isBefore(left[i], right[j]));
        both(isLeft ? &left[i] : nullptr, isRight ? &right[j] : nullptr);
        i += isLeft ? 1 : 0;
        j += isRight ? 1 : 0;
    }
}

/// An image as it is now, with what only the file knew.
LockedImage taken(const LockedImage& now, const LockedImage& before)
{
    LockedImage image = now;
    image.unknown = before.unknown;
    if (now.digest != before.digest)
        return image;
    if (!now.builtBy.isKnown())
        image.builtBy = before.builtBy;
    image.builtBy.unknown = before.builtBy.unknown;
    if (!image.base)
        image.base = before.base;
    else if (before.base && image.base->digest == before.base->digest)
        image.base->unknown = before.base->unknown;
    for (auto& platform : image.platforms) {
        const auto known = std::ranges::find(before.platforms, platform.platform, &LockedPlatform::platform);
        if (known != before.platforms.end())
            platform.unknown = known->unknown;
    }
    return image;
}

void takeUnknown(UnknownMembers& ours, const UnknownMembers& theirs)
{
    for (auto it = theirs.cbegin(); it != theirs.cend(); ++it)
        if (!ours.contains(it.key()))
            ours.insert(it.key(), *it);
}

/// Our image with what nobody knows and only their side has, as far as that is about the same thing.
LockedImage withTheirs(LockedImage image, const LockedImage& theirs)
{
    takeUnknown(image.unknown, theirs.unknown);
    if (image.digest != theirs.digest)
        return image;
    takeUnknown(image.builtBy.unknown, theirs.builtBy.unknown);
    if (image.base && theirs.base && image.base->digest == theirs.base->digest)
        takeUnknown(image.base->unknown, theirs.base->unknown);
    for (auto& platform : image.platforms) {
        const auto same = std::ranges::find(theirs.platforms, platform.platform, &LockedPlatform::platform);
        if (same != theirs.platforms.end())
            takeUnknown(platform.unknown, same->unknown);
    }
    return image;
}

} // namespace

bool MergedLock::hasDifference() const
{
    return std::ranges::any_of(changes, [](const LockChange& change) { return change.kind != LockChangeKind::Kept; });
}

MergedLock mergeLock(MadeLock made, const BuildLock& before)
{
    MergedLock merged;
    const QSet<PackageName> unread(made.unread.begin(), made.unread.end());
    const auto listed = made.listed ? QSet<PackageName>(made.listed->begin(), made.listed->end()) : QSet<PackageName>();
    const auto isKnown = [&](const PackageName& package) {
        return !unread.contains(package) && (!made.listed || listed.contains(package));
    };
    std::vector<LockedImage> images;
    images.reserve(made.lock.images.size());
    forEachTag(made.lock.images, before.images, [&](const LockedImage* now, const LockedImage* old) {
        const LockedImage& any = now ? *now : *old;
        LockChange change{LockChangeKind::Added, any.package, any.tag, old ? old->digest : Digest(),
                          now ? now->digest : Digest()};
        if (!now && isKnown(any.package)) {
            change.kind = LockChangeKind::Removed;
            merged.changes.push_back(change);
            return;
        }
        if (!now) {
            change.kind = LockChangeKind::Kept;
            change.after = old->digest;
            merged.changes.push_back(change);
            images.push_back(*old);
            return;
        }
        // Of the same image what was read before is more than a part of it.
        const bool isSettled = old && now->digest == old->digest && unread.contains(any.package);
        images.push_back(isSettled ? *old : old ? taken(*now, *old) : *now);
        if (old && images.back() == *old)
            return;
        if (old)
            change.kind = now->digest == old->digest ? LockChangeKind::Updated : LockChangeKind::Moved;
        merged.changes.push_back(change);
    });
    merged.lock = std::move(made.lock);
    merged.lock.images = std::move(images);
    merged.lock.unknown = before.unknown;
    if (!merged.hasDifference() && before.generatedAt.isValid())
        merged.lock.generatedAt = before.generatedAt;
    return merged;
}

JoinedLock joinLocks(const BuildLock& ours, const BuildLock& theirs)
{
    JoinedLock joined;
    joined.lock = ours;
    joined.lock.images.clear();
    joined.lock.generatedAt = std::max(ours.generatedAt, theirs.generatedAt);
    takeUnknown(joined.lock.unknown, theirs.unknown);
    forEachTag(ours.images, theirs.images, [&](const LockedImage* our, const LockedImage* their) {
        const LockedImage& any = our ? *our : *their;
        joined.lock.images.push_back(our && their ? withTheirs(*our, *their) : any);
        if (!our || !their || our->digest != their->digest)
            joined.conflicts.push_back(
                {any.package, any.tag, our ? our->digest : Digest(), their ? their->digest : Digest()});
    });
    return joined;
}

} // namespace slipway
