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
    const PartLacks lacks(snapshot, report.whole);
    StorageOverview overview;
    overview.size = report.whole.size;
    overview.isComplete = snapshot.complete;
    overview.images = snapshot.packages.size();
    overview.versions = snapshot.versions.size();
    overview.unreadVersions = report.whole.unreadVersions.size();
    overview.unsizedBlobs = report.whole.unsizedBlobs.size();
    overview.withoutManifest = lacks.of(report.whole).withoutManifest;
    for (const auto& hub : report.hubs) {
        size_t images = 0;
        for (const auto& family : hub.families)
            images += family.packages.size();
        overview.hubs.push_back({hub.name, hub.figures.size, images, lacks.of(hub)});
    }
    for (const auto& family : report.families)
        overview.families.push_back({family.name, family.figures.size, family.packages.size(), lacks.of(family)});
    sortByStored(overview.hubs);
    sortByStored(overview.families);
    for (const auto& kind : report.kinds)
        overview.kinds.push_back({kind.kind, kind.figures.size, kind.figures.versions, lacks.of(kind)});
    std::ranges::stable_sort(overview.kinds, std::ranges::greater{},
                             [](const KindUse& use) { return use.size.stored; });
    for (const auto& age : report.ages)
        if (age.figures.versions > 0)
            overview.ages.push_back({age.age, age.figures.size, age.figures.versions, lacks.of(age)});
    for (const auto& layer : largestLayers(snapshot, *graph, references, kOverviewLayers))
        overview.layers.push_back({snapshot.blobs[layer.blob].digest, layer.size, layer.packages, layer.versions});
    return overview;
}

} // namespace slipway
