#include "storage/storageoverview.h"

#include "domain/packagegroups.h"
#include "storage/largestlayers.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

namespace slipway
{

namespace
{

std::vector<RowIndex> versionsOf(const Snapshot& snapshot, std::span<const RowIndex> packages)
{
    std::vector<RowIndex> rows;
    for (const RowIndex package : packages) {
        const auto& row = snapshot.packages[package];
        for (RowIndex i = 0; i < row.versionTotal; ++i)
            rows.push_back(row.firstVersion + i);
    }
    return rows;
}

/// The packages of each family, whatever their hub.
std::map<QString, std::vector<RowIndex>> packagesByFamily(const Snapshot& snapshot, const ClassificationRules& rules)
{
    std::map<QString, std::vector<RowIndex>> families;
    for (const auto& hub : groupPackages(classify(snapshot, rules)))
        for (const auto& family : hub.families) {
            auto& packages = families[family.name];
            packages.insert(packages.end(), family.packages.begin(), family.packages.end());
        }
    return families;
}

bool isUnread(const Snapshot& snapshot, std::span<const RowIndex> packages)
{
    return std::ranges::any_of(packages, [&snapshot](RowIndex package) {
        const auto& row = snapshot.packages[package];
        return !row.complete || !std::ranges::all_of(snapshot.versionsOf(row), [&snapshot](const VersionRow& version) {
            return snapshot.isRead(version);
        });
    });
}

} // namespace

StorageOverview storageOverview(const Snapshot& snapshot, const ClassificationRules& rules,
                                BlobUsage::References references, const ReferenceGraph* graph)
{
    std::optional<ReferenceGraph> own;
    if (!graph)
        graph = &own.emplace(snapshot);
    BlobUsage usage = references ? BlobUsage(snapshot, std::move(references)) : BlobUsage(snapshot);
    StorageOverview overview;
    overview.isComplete = snapshot.complete;
    overview.images = snapshot.packages.size();
    overview.versions = snapshot.versions.size();
    overview.unreadVersions = static_cast<size_t>(
        std::ranges::count_if(snapshot.versions, [&](const VersionRow& version) { return !snapshot.isRead(version); }));
    std::vector<BlobUsage::Part> parts;
    for (const auto& [name, packages] : packagesByFamily(snapshot, rules)) {
        parts.push_back(usage.measurePart(versionsOf(snapshot, packages)));
        // Images that nobody listed may be of any family.
        const bool isLeast = !snapshot.isListWhole || !parts.back().unsized.empty() || isUnread(snapshot, packages);
        overview.families.push_back({name, parts.back().size, packages.size(), isLeast});
    }
    const auto whole = usage.join(parts);
    overview.size = whole.size;
    overview.unsizedBlobs = whole.unsized.size();
    std::ranges::sort(overview.families, [](const FamilyUse& a, const FamilyUse& b) {
        return std::tie(b.size.stored, a.name) < std::tie(a.size.stored, b.name);
    });
    for (const auto& layer : largestLayers(snapshot, *graph, usage.references(), kOverviewLayers))
        overview.layers.push_back({snapshot.blobs[layer.blob].digest, layer.size, layer.packages, layer.versions});
    return overview;
}

} // namespace slipway
