#include "storage/partbounds.h"

#include <algorithm>
#include <vector>

namespace slipway
{

PartLacks::PartLacks(const Snapshot& snapshot, const StorageFigures& whole)
    : m_snapshot(snapshot)
    , m_unread(whole.unreadVersions.size())
    , m_unlisted(static_cast<std::size_t>(std::ranges::count(snapshot.packages, false, &PackageRow::complete)))
{
}

PartBounds PartLacks::of(const HubStorage& hub) const
{
    std::vector<RowIndex> packages;
    for (const auto& family : hub.families)
        for (const auto& package : family.packages)
            packages.push_back(package.package);
    return ofPackages(hub.figures, packages);
}

PartBounds PartLacks::of(const FamilyStorage& family) const
{
    std::vector<RowIndex> packages;
    packages.reserve(family.packages.size());
    for (const auto& package : family.packages)
        packages.push_back(package.package);
    return ofPackages(family.figures, packages);
}

PartBounds PartLacks::of(const PackageStorage& package) const
{
    // A package that nobody listed is another one.
    const bool isListed = m_snapshot.packages[package.package].complete;
    return boundsOf(package.figures, isListed, m_snapshot.isListWhole && m_unlisted == (isListed ? 0U : 1U));
}

PartBounds PartLacks::of(const WholeFamily& family) const
{
    return ofPackages(family.figures, family.packages);
}

PartBounds PartLacks::ofPackages(const StorageFigures& figures, std::span<const RowIndex> packages) const
{
    const auto unlisted = static_cast<std::size_t>(
        std::ranges::count_if(packages, [this](RowIndex package) { return !m_snapshot.packages[package].complete; }));
    return boundsOf(figures, m_snapshot.isListWhole && unlisted == 0, m_snapshot.isListWhole && unlisted == m_unlisted);
}

PartBounds PartLacks::of(const KindStorage& kind) const
{
    const bool isAllKnown = m_snapshot.isListWhole && m_unlisted == 0 && m_unread == 0;
    return boundsOf(kind.figures, isAllKnown, isAllKnown);
}

PartBounds PartLacks::of(const AgeStorage& age) const
{
    const bool isListed = m_snapshot.isListWhole && m_unlisted == 0;
    return boundsOf(age.figures, isListed, isListed);
}

PartBounds PartLacks::boundsOf(const StorageFigures& figures, bool isListedHere, bool isListedElsewhere) const
{
    const bool isHere = isListedHere && figures.unreadVersions.empty() && figures.unsizedBlobs.empty();
    const bool isElsewhere = isListedElsewhere && figures.unreadVersions.size() == m_unread;
    PartBounds bounds;
    if (!isHere)
        bounds = {AmountBound::Least, AmountBound::Least, AmountBound::Least};
    if (!isElsewhere) {
        bounds.exclusive = isHere ? AmountBound::Most : AmountBound::Unsure;
        bounds.shared = AmountBound::Least;
    }
    return bounds;
}

} // namespace slipway
