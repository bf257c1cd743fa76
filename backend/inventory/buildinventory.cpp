#include "inventory/buildinventory.h"

#include "domain/classification.h"
#include "domain/tagshape.h"
#include "inventory/versionfacts.h"

#include <QCoreApplication>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <future>
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

/// A family while its images are collected.
struct FamilyParts {
    FamilyEntry entry;
    std::vector<BlobUsage::Part> images;
};
using Families = std::map<QString, FamilyParts, HubOrder>;

std::vector<RowIndex> allVersions(const PackageRow& package)
{
    std::vector<RowIndex> rows(package.versionTotal);
    for (RowIndex i = 0; i < package.versionTotal; ++i)
        rows[i] = package.firstVersion + i;
    return rows;
}

/// Platforms of all indexes of a package; where none says one, of its current version.
QStringList platformsOfPackage(const Inventory& inventory, const PackageRow& package)
{
    const Snapshot& snapshot = *inventory.snapshot;
    std::vector<std::uint16_t> seen; // a handful of words, whatever the number of versions
    QSet<QString> platforms;
    const auto addNamed = [&](RowIndex version) {
        const auto named = inventory.platformsOf(version);
        platforms.unite(QSet<QString>(named.begin(), named.end()));
    };
    for (const auto& version : snapshot.versionsOf(package)) {
        if (snapshot.kindOf(version) != ManifestKind::Index)
            continue;
        const auto children = snapshot.childrenOf(*snapshot.manifestOf(version));
        const auto isNew = [&](const ChildRow& child) { return !std::ranges::contains(seen, child.platform); };
        if (!children.empty() && std::ranges::none_of(children, isNew))
            continue;
        for (const auto& child : children)
            if (isNew(child))
                seen.push_back(child.platform);
        addNamed(snapshot.rowOf(version));
    }
    const RowIndex current = currentVersion(snapshot, package);
    if (platforms.isEmpty() && current != kNoRow)
        addNamed(current);
    QStringList sorted(platforms.cbegin(), platforms.cend());
    sorted.sort();
    return sorted;
}

ImageEntry makeImage(const Inventory& inventory, RowIndex packageIndex, const PackageClass& packageClass)
{
    const auto& package = inventory.snapshot->packages[packageIndex];
    ImageEntry image;
    image.package = packageIndex;
    image.variant = packageClass.variant.value_or(Variant::Other);
    image.current = currentVersion(*inventory.snapshot, package);
    image.platforms = platformsOfPackage(inventory, package);
    image.versions = allVersions(package);
    std::erase_if(image.versions, [&](RowIndex row) { return inventory.facts[row].isPart; });
    return image;
}

/// The families of a hub, measured, with the hub as a part of the whole.
HubEntry takeHub(const QString& name, Families& families, BlobUsage& usage, BlobUsage::Part& part)
{
    HubEntry hub{name, {}, {}};
    std::vector<BlobUsage::Part> parts;
    for (auto& [familyName, family] : families) {
        parts.push_back(usage.join(family.images));
        family.entry.size = parts.back().size;
        hub.families.push_back(std::move(family.entry));
    }
    part = usage.join(parts);
    hub.size = part.size;
    return hub;
}

/// Groups the images, and measures every set from the sets it is made of.
void groupImages(Inventory& inventory, const ClassificationRules& rules, BlobUsage& usage)
{
    const Snapshot& snapshot = *inventory.snapshot;
    const auto classes = classify(snapshot, rules);
    std::map<QString, Families, HubOrder> hubs;
    std::size_t classified = 0;
    for (RowIndex i = 0; i < snapshot.packages.size(); ++i) {
        auto& family = hubs[classes[i].hub][classes[i].family];
        family.entry.name = classes[i].family;
        family.entry.images.push_back(makeImage(inventory, i, classes[i]));
        family.images.push_back(usage.measurePart(allVersions(snapshot.packages[i])));
        family.entry.images.back().size = family.images.back().size;
        for (const auto& shared : family.images.back().shared)
            ++inventory.packagesOfShared[shared.blob];
        classified += classes[i].isClassified() ? 1 : 0;
    }
    std::vector<BlobUsage::Part> parts(hubs.size());
    for (auto& [name, families] : hubs) {
        auto& part = parts[inventory.hubs.size()];
        inventory.hubs.push_back(takeHub(name, families, usage, part));
    }
    inventory.size = usage.join(parts).size;
    inventory.imageTotal = snapshot.packages.size();
    if (inventory.imageTotal > 0)
        inventory.classifiedShare = static_cast<double>(classified) / static_cast<double>(inventory.imageTotal);
}

/// Whoever lets go of an inventory last may be the window's thread, and giving back hundreds of megabytes takes longer
/// than a frame: the pool does it.
void deleteAside(const Inventory* inventory)
{
    if (QCoreApplication::instance() && !QCoreApplication::closingDown())
        QThreadPool::globalInstance()->start([inventory] { delete inventory; });
    else
        delete inventory;
}

} // namespace

InventoryPtr buildInventory(SnapshotPtr snapshot, const ClassificationRules& rules)
{
    auto inventory = std::make_unique<Inventory>();
    inventory->snapshot = std::move(snapshot);
    const Snapshot& read = *inventory->snapshot;
    // The search index needs nothing of the rest.
    auto search = std::async(std::launch::async, [&read] { return SearchIndex(read); });
    inventory->graph = std::make_shared<const ReferenceGraph>(read);
    BlobUsage usage(read);
    inventory->references = usage.references();
    inventory->facts = findVersionFacts(read, *inventory->graph, usage);
    groupImages(*inventory, rules, usage);
    inventory->search = search.get();
    return {inventory.release(), deleteAside};
}

} // namespace slipway
