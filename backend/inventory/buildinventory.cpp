#include "inventory/buildinventory.h"

#include "domain/tagshape.h"
#include "inventory/versionfacts.h"

#include <QCoreApplication>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <future>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

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

/// Measures the images of groups, and every group from what it is made of.
class GroupMeter final
{
public:
    GroupMeter(Inventory& inventory, std::span<const PackageClass> classes, BlobUsage& usage)
        : m_inventory(inventory)
        , m_classes(classes)
        , m_usage(usage)
    {
    }

    HubEntry hub(const HubPackages& group, BlobUsage::Part& part)
    {
        HubEntry hub{group.name, {}, {}};
        std::vector<BlobUsage::Part> parts(group.families.size());
        for (size_t i = 0; i < parts.size(); ++i)
            hub.families.push_back(family(group.families[i], parts[i]));
        part = m_usage.join(parts);
        hub.size = part.size;
        return hub;
    }

private:
    FamilyEntry family(const FamilyPackages& group, BlobUsage::Part& part)
    {
        FamilyEntry family{group.name, {}, {}};
        std::vector<BlobUsage::Part> parts;
        for (const RowIndex package : group.packages) {
            family.images.push_back(makeImage(m_inventory, package, m_classes[package]));
            parts.push_back(m_usage.measurePart(allVersions(m_inventory.snapshot->packages[package])));
            family.images.back().size = parts.back().size;
            for (const auto& shared : parts.back().shared)
                ++m_inventory.packagesOfShared[shared.blob];
        }
        part = m_usage.join(parts);
        family.size = part.size;
        return family;
    }

    Inventory& m_inventory;
    std::span<const PackageClass> m_classes;
    BlobUsage& m_usage;
};

void groupImages(Inventory& inventory, const ClassificationRules& rules, BlobUsage& usage)
{
    const auto classes = classify(*inventory.snapshot, rules);
    const auto groups = groupPackages(classes);
    GroupMeter meter(inventory, classes, usage);
    std::vector<BlobUsage::Part> parts(groups.size());
    for (size_t i = 0; i < groups.size(); ++i)
        inventory.hubs.push_back(meter.hub(groups[i], parts[i]));
    inventory.size = usage.join(parts).size;
    inventory.imageTotal = classes.size();
    const auto classified = std::ranges::count_if(classes, &PackageClass::isClassified);
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

InventoryPtr buildOutline(SnapshotPtr packages, const ClassificationRules& rules)
{
    const auto asksVersions = [](const ClassificationRule& rule) { return rule.label || rule.tag; };
    if (std::ranges::any_of(rules.rules, asksVersions)
        || !std::ranges::all_of(classify(*packages, rules), &PackageClass::isClassified))
        return nullptr;
    return buildInventory(std::move(packages), rules);
}

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
