#include "inventory/buildinventory.h"

#include "domain/classification.h"
#include "domain/tagshape.h"
#include "inventory/versionfacts.h"

#include <QSet>

#include <map>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Base first, then by name, unassigned (empty) last.
struct HubOrder {
    bool operator()(const QString& a, const QString& b) const
    {
        const auto rank = [](const QString& name) { return name == kBaseHub ? 0 : name.isEmpty() ? 2 : 1; };
        return std::pair(rank(a), a) < std::pair(rank(b), b);
    }
};

using Families = std::map<QString, FamilyEntry, HubOrder>;

std::vector<RowIndex> allVersions(const PackageRow& package)
{
    std::vector<RowIndex> rows(package.versionTotal);
    for (RowIndex i = 0; i < package.versionTotal; ++i)
        rows[i] = package.firstVersion + i;
    return rows;
}

QStringList platformsOfPackage(const Inventory& inventory, const PackageRow& package)
{
    QSet<QString> platforms;
    for (const RowIndex row : allVersions(package)) {
        if (inventory.snapshot->kindOf(inventory.snapshot->versions[row]) == ManifestKind::Index) {
            const auto named = inventory.platformsOf(row);
            platforms.unite(QSet<QString>(named.begin(), named.end()));
        }
    }
    if (platforms.isEmpty()) {
        const RowIndex current = currentVersion(*inventory.snapshot, package);
        if (current != kNoRow) {
            const auto named = inventory.platformsOf(current);
            platforms.unite(QSet<QString>(named.begin(), named.end()));
        }
    }
    QStringList sorted(platforms.cbegin(), platforms.cend());
    sorted.sort();
    return sorted;
}

ImageEntry makeImage(const Inventory& inventory, RowIndex packageIndex, const PackageClass& packageClass,
                     BlobUsage& usage)
{
    const auto& package = inventory.snapshot->packages[packageIndex];
    const auto rows = allVersions(package);
    ImageEntry image;
    image.package = packageIndex;
    image.variant = packageClass.variant.value_or(Variant::Other);
    image.size = usage.measure(rows);
    image.current = currentVersion(*inventory.snapshot, package);
    image.platforms = platformsOfPackage(inventory, package);
    for (const RowIndex row : rows) {
        if (!inventory.facts[row].isPart)
            image.versions.push_back(row);
    }
    return image;
}

template<typename Entries, typename Collect>
SetSize measureEntries(const Entries& entries, BlobUsage& usage, Collect collect)
{
    std::vector<RowIndex> rows;
    for (const auto& entry : entries)
        collect(entry, rows);
    return usage.measure(rows);
}

} // namespace

InventoryPtr buildInventory(SnapshotPtr snapshot, const ClassificationRules& rules)
{
    auto inventory = std::make_shared<Inventory>();
    inventory->snapshot = snapshot;
    inventory->graph = std::make_shared<const ReferenceGraph>(*snapshot);
    BlobUsage usage(*snapshot);
    inventory->references = usage.references();
    inventory->facts = findVersionFacts(*snapshot, *inventory->graph, usage);

    inventory->search = SearchIndex(*snapshot);

    const auto classes = classify(*snapshot, rules);
    std::map<QString, Families, HubOrder> hubs;
    std::size_t classified = 0;
    for (RowIndex i = 0; i < snapshot->packages.size(); ++i) {
        auto& family = hubs[classes[i].hub][classes[i].family];
        family.name = classes[i].family;
        family.images.push_back(makeImage(*inventory, i, classes[i], usage));
        classified += classes[i].isClassified() ? 1 : 0;
    }
    const auto addImage = [&](const ImageEntry& image, std::vector<RowIndex>& rows) {
        const auto versions = allVersions(snapshot->packages[image.package]);
        rows.insert(rows.end(), versions.begin(), versions.end());
    };
    const auto addFamily = [&](const FamilyEntry& family, std::vector<RowIndex>& rows) {
        for (const auto& image : family.images)
            addImage(image, rows);
    };
    const auto addHub = [&](const HubEntry& hub, std::vector<RowIndex>& rows) {
        for (const auto& family : hub.families)
            addFamily(family, rows);
    };
    for (auto& [name, families] : hubs) {
        HubEntry hub{name, {}, {}};
        for (auto& [familyName, family] : families) {
            family.size = measureEntries(family.images, usage, addImage);
            hub.families.push_back(std::move(family));
        }
        hub.size = measureEntries(hub.families, usage, addFamily);
        inventory->hubs.push_back(std::move(hub));
    }
    inventory->size = measureEntries(inventory->hubs, usage, addHub);
    inventory->imageTotal = snapshot->packages.size();
    if (inventory->imageTotal > 0)
        inventory->classifiedShare = static_cast<double>(classified) / static_cast<double>(inventory->imageTotal);
    return inventory;
}

} // namespace slipway
