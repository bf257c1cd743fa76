#include "storage/partbounds.h"

#include "storage/storagesample.h"

#include <algorithm>
#include <vector>

namespace slipway
{

PartLacks::PartLacks(const Snapshot& snapshot, const StorageFigures& whole)
    : m_snapshot(snapshot)
    , m_unread(whole.unreadVersions.size())
    , m_holdingMore(holdingMore(whole.unreadVersions))
    , m_unlisted(static_cast<std::size_t>(std::ranges::count(snapshot.packages, false, &PackageRow::complete)))
{
}

std::size_t PartLacks::holdingMore(std::span<const RowIndex> versions) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        versions, [this](RowIndex row) { return mayHoldMore(m_snapshot, m_snapshot.versions[row]); }));
}

PartBounds PartLacks::of(const StorageFigures& whole) const
{
    return boundsOf(whole, isAllListed(), isAllListed());
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
    const bool isAllKnown = isAllListed() && m_unread == 0;
    PartBounds bounds = boundsOf(kind.figures, isAllKnown, isAllKnown);
    if (kind.figures.size.stored == 0 && kind.figures.unsizedBlobs.empty() && isAllListed() && m_holdingMore == 0)
        bounds.withoutManifest = kind.figures.unreadVersions.size();
    return bounds;
}

PartBounds PartLacks::of(const AgeStorage& age) const
{
    return boundsOf(age.figures, isAllListed(), isAllListed());
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
    if (figures.size.stored == 0 && figures.unsizedBlobs.empty() && isListedHere
        && holdingMore(figures.unreadVersions) == 0)
        bounds.withoutManifest = figures.unreadVersions.size();
    return bounds;
}

} // namespace slipway
