#include "drift/buildlock.h"

#include <algorithm>

namespace slipway
{

std::vector<Digest> lockedDigests(const BuildLock& lock)
{
    std::vector<Digest> digests;
    for (const auto& image : lock.images) {
        digests.push_back(image.digest);
        for (const auto& platform : image.platforms)
            digests.push_back(platform.digest);
        if (image.base)
            digests.push_back(image.base->digest);
    }
    return digests;
}

bool isBefore(const LockedImage& a, const LockedImage& b)
{
    return a.package != b.package ? a.package < b.package : a.tag < b.tag;
}

const LockedImage* BuildLock::find(const PackageName& package, const Tag& tag) const
{
    LockedImage wanted;
    wanted.package = package;
    wanted.tag = tag;
    const auto found = std::ranges::lower_bound(images, wanted, isBefore);
    return found != images.end() && found->package == package && found->tag == tag ? &*found : nullptr;
}

} // namespace slipway
