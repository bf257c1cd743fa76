#include "storage/storageoverview.h"

#include "storage/largestlayers.h"
#include "storage/measurestorage.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace slipway
{

namespace
{

/// What of an owner was not read may belong to a part of it: which parts say the least only.
class LeastParts final
{
public:
    explicit LeastParts(const Snapshot& snapshot, const StorageFigures& whole)
        : m_snapshot(snapshot)
        , m_hasUnread(!whole.unreadVersions.empty())
        , m_hasUnlisted(!snapshot.isListWhole || std::ranges::any_of(snapshot.packages, isUnlisted))
    {
    }

    /// Images that nobody listed may be of any hub and family.
    [[nodiscard]] bool isLeast(const StorageFigures& figures, std::span<const RowIndex> packages) const
    {
        return !m_snapshot.isListWhole || isUnweighed(figures)
               || std::ranges::any_of(packages,
                                      [this](RowIndex package) { return isUnlisted(m_snapshot.packages[package]); });
    }
    /// A version whose manifest is not known may be of any kind.
    [[nodiscard]] bool isLeastOfKind(const StorageFigures& figures) const
    {
        return m_hasUnlisted || m_hasUnread || isUnweighed(figures);
    }
    [[nodiscard]] bool isLeastOfAge(const StorageFigures& figures) const
    {
        return m_hasUnlisted || isUnweighed(figures);
    }

private:
    static bool isUnlisted(const PackageRow& package) { return !package.complete; }
    static bool isUnweighed(const StorageFigures& figures)
    {
        return !figures.unreadVersions.empty() || !figures.unsizedBlobs.empty();
    }

    const Snapshot& m_snapshot;
    bool m_hasUnread;
    bool m_hasUnlisted;
};

std::vector<RowIndex> packagesOf(const HubStorage& hub)
{
    std::vector<RowIndex> packages;
    for (const auto& family : hub.families)
        for (const auto& package : family.packages)
            packages.push_back(package.package);
    return packages;
}

void sortByStored(std::vector<PlaceUse>& places)
{
    std::ranges::sort(places, [](const PlaceUse& a, const PlaceUse& b) {
        return std::tie(b.size.stored, a.name) < std::tie(a.size.stored, b.name);
    });
}

} // namespace

StorageOverview storageOverview(const Snapshot& snapshot, const ClassificationRules& rules, const QDateTime& now,
                                BlobUsage::References references, const ReferenceGraph* graph)
{
    std::optional<ReferenceGraph> own;
    if (!graph)
        graph = &own.emplace(snapshot);
    if (!references)
        references = BlobUsage(snapshot).references();
    const StorageReport report = measureStorage(snapshot, classify(snapshot, rules), now, references);
    const LeastParts parts(snapshot, report.whole);
    StorageOverview overview;
    overview.size = report.whole.size;
    overview.isComplete = snapshot.complete;
    overview.images = snapshot.packages.size();
    overview.versions = snapshot.versions.size();
    overview.unreadVersions = report.whole.unreadVersions.size();
    overview.unsizedBlobs = report.whole.unsizedBlobs.size();
    for (const auto& hub : report.hubs) {
        const auto packages = packagesOf(hub);
        overview.hubs.push_back({hub.name, hub.figures.size, packages.size(), parts.isLeast(hub.figures, packages)});
    }
    for (const auto& family : report.families)
        overview.families.push_back(
            {family.name, family.figures.size, family.packages.size(), parts.isLeast(family.figures, family.packages)});
    sortByStored(overview.hubs);
    sortByStored(overview.families);
    for (const auto& [kind, figures] : report.kinds)
        overview.kinds.push_back({kind, figures.size, figures.versions, parts.isLeastOfKind(figures)});
    std::ranges::stable_sort(overview.kinds, std::ranges::greater{},
                             [](const KindUse& use) { return use.size.stored; });
    for (const auto& [age, figures] : report.ages)
        if (figures.versions > 0)
            overview.ages.push_back({age, figures.size, figures.versions, parts.isLeastOfAge(figures)});
    for (const auto& layer : largestLayers(snapshot, *graph, references, kOverviewLayers))
        overview.layers.push_back({snapshot.blobs[layer.blob].digest, layer.size, layer.packages, layer.versions});
    return overview;
}

} // namespace slipway
