#include "drift/buildlock.h"

#include <algorithm>

namespace slipway
{

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
