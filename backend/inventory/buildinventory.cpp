#include "inventory/buildinventory.h"

#include "domain/tagshape.h"
#include "inventory/versionfacts.h"

#include <QCoreApplication>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The rows that are not shown below others.
std::vector<RowIndex> wholeVersions(const PackageRow& package, std::span<const VersionFacts> facts)
{
    std::vector<RowIndex> rows;
    rows.reserve(package.versionTotal);
    for (RowIndex row = package.firstVersion; row < package.firstVersion + package.versionTotal; ++row)
        if (!facts[row].isPart)
            rows.push_back(row);
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

/// A package as its family takes it in.
struct MeasuredPackage {
    ImageEntry image;
    BlobUsage::Part part;
};

/// Measures packages one after another until none is left. Several do it at once, each on a thread of its own: what
/// they write of a package is nobody else's.
class PackageMeter final
{
public:
    PackageMeter(Inventory& inventory, std::vector<MeasuredPackage>& measured)
        : m_inventory(inventory)
        , m_measured(measured)
    {
    }

    void work(BlobUsage& usage)
    {
        const Snapshot& snapshot = *m_inventory.snapshot;
        FactFinder finder(snapshot, *m_inventory.graph, usage);
        for (size_t next = m_next++; next < m_measured.size(); next = m_next++) {
            m_measured[next].part = finder.find(snapshot.packages[next], m_inventory.facts);
            m_measured[next].image = makeImage(static_cast<RowIndex>(next));
            m_measured[next].image.size = m_measured[next].part.size;
        }
    }

private:
    [[nodiscard]] ImageEntry makeImage(RowIndex index) const
    {
        const auto& package = m_inventory.snapshot->packages[index];
        ImageEntry image;
        image.package = index;
        image.current = currentVersion(*m_inventory.snapshot, package);
        image.platforms = platformsOfPackage(m_inventory, package);
        image.versions = wholeVersions(package, m_inventory.facts);
        return image;
    }

    Inventory& m_inventory;
    std::vector<MeasuredPackage>& m_measured;
    std::atomic<size_t> m_next = 0;
};

/// A further thread is worth it from so many versions on; with more than a few, memory is what they wait for.
size_t threadsFor(size_t versions)
{
    constexpr size_t kVersionsEach = 20'000;
    constexpr size_t kMost = 4;
    const size_t cores = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp<size_t>(versions / kVersionsEach, 1, std::min(cores, kMost));
}

std::vector<MeasuredPackage> measurePackages(Inventory& inventory, BlobUsage& usage)
{
    std::vector<MeasuredPackage> measured(inventory.snapshot->packages.size());
    PackageMeter meter(inventory, measured);
    const auto workAlone = [&] {
        BlobUsage own(*inventory.snapshot, inventory.references);
        meter.work(own);
    };
    std::vector<std::future<void>> others;
    for (size_t i = 1; i < threadsFor(inventory.facts.size()); ++i)
        others.push_back(std::async(std::launch::async, workAlone));
    meter.work(usage);
    for (auto& other : others)
        other.get();
    return measured;
}

/// Puts measured packages together, every group from what it is made of.
class GroupMeter final
{
public:
    GroupMeter(Inventory& inventory, std::span<const PackageClass> classes, std::span<MeasuredPackage> measured,
               BlobUsage& usage)
        : m_inventory(inventory)
        , m_classes(classes)
        , m_measured(measured)
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
            auto& measured = m_measured[package];
            for (const auto& shared : measured.part.shared)
                ++m_inventory.packagesOfShared[shared.blob];
            measured.image.variant = m_classes[package].variant.value_or(Variant::Other);
            family.images.push_back(std::move(measured.image));
            parts.push_back(std::move(measured.part));
        }
        part = m_usage.join(parts);
        family.size = part.size;
        return family;
    }

    Inventory& m_inventory;
    std::span<const PackageClass> m_classes;
    std::span<MeasuredPackage> m_measured;
    BlobUsage& m_usage;
};

void groupImages(Inventory& inventory, const std::vector<PackageClass>& classes, BlobUsage& usage)
{
    auto measured = measurePackages(inventory, usage);
    const auto groups = groupPackages(classes);
    GroupMeter meter(inventory, classes, measured, usage);
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
    // None of these needs anything of the others.
    auto search = std::async(std::launch::async, [&read] { return SearchIndex(read); });
    auto graph = std::async(std::launch::async, [&read] { return std::make_shared<const ReferenceGraph>(read); });
    auto classes = std::async(std::launch::async, [&read, &rules, &facts = inventory->facts] {
        facts.resize(read.versions.size()); // which is to have that much memory made and zeroed
        return classify(read, rules);
    });
    BlobUsage usage(read);
    inventory->references = usage.references();
    inventory->graph = graph.get();
    groupImages(*inventory, classes.get(), usage);
    inventory->search = search.get();
    return {inventory.release(), deleteAside};
}

} // namespace slipway
