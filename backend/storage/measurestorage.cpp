#include "storage/measurestorage.h"

#include "domain/packagegroups.h"

#include <algorithm>
#include <map>
#include <utility>

namespace slipway
{

namespace
{

constexpr size_t kKindTotal = static_cast<size_t>(ManifestKind::Unreadable) + 1;

/// Measures sets of versions, and sets that are made of sets.
class StorageMeter final
{
public:
    StorageMeter(const Snapshot& snapshot, BlobUsage::References references)
        : m_snapshot(snapshot)
        , m_usage(references ? BlobUsage(snapshot, std::move(references)) : BlobUsage(snapshot))
        , m_seenIn(snapshot.manifests.size(), 0)
    {
    }

    /// A set of versions, and what it takes to join it with others.
    StorageFigures measure(std::span<const RowIndex> versions, BlobUsage::Part& part)
    {
        part = m_usage.measurePart(versions);
        StorageFigures figures;
        figures.size = part.size;
        figures.unsizedBlobs = part.unsized;
        figures.versions = versions.size();
        beginManifests();
        for (const RowIndex row : versions) {
            if (m_snapshot.isRead(m_snapshot.versions[row]))
                addManifest(m_snapshot.versions[row], figures);
            else
                figures.unreadVersions.push_back(row);
        }
        return figures;
    }

    /// Sets without a version in common as one. Their manifests are added by the caller: one may be in several of them.
    StorageFigures join(std::span<const BlobUsage::Part> parts, BlobUsage::Part& whole)
    {
        whole = m_usage.join(parts);
        StorageFigures figures;
        figures.size = whole.size;
        figures.unsizedBlobs = whole.unsized;
        return figures;
    }
    static void addVersions(StorageFigures& figures, const StorageFigures& part)
    {
        figures.versions += part.versions;
        figures.unreadVersions.insert(figures.unreadVersions.end(), part.unreadVersions.begin(),
                                      part.unreadVersions.end());
    }

    /// From here on every manifest counts again, once.
    void beginManifests() { ++m_set; }
    void addManifests(const PackageRow& package, StorageFigures& figures)
    {
        for (const auto& version : m_snapshot.versionsOf(package))
            addManifest(version, figures);
    }

private:
    void addManifest(const VersionRow& version, StorageFigures& figures)
    {
        if (version.manifest == kNoRow || m_seenIn[version.manifest] == m_set)
            return;
        m_seenIn[version.manifest] = m_set;
        figures.manifestBytes += m_snapshot.manifests[version.manifest].size;
    }

    const Snapshot& m_snapshot;
    BlobUsage m_usage;
    std::vector<std::uint32_t> m_seenIn; ///< per manifest, the last set that counted it
    std::uint32_t m_set = 0;
};

/// The report's groups that are made of packages.
class PackageReport final
{
public:
    PackageReport(const Snapshot& snapshot, StorageMeter& meter)
        : m_snapshot(snapshot)
        , m_meter(meter)
    {
    }

    void fill(StorageReport& report, std::span<const PackageClass> classes)
    {
        std::vector<BlobUsage::Part> parts;
        for (const auto& group : groupPackages(classes))
            report.hubs.push_back(hub(group, parts.emplace_back()));
        BlobUsage::Part whole;
        report.whole = m_meter.join(parts, whole);
        for (const auto& hub : report.hubs)
            StorageMeter::addVersions(report.whole, hub.figures);
        m_meter.beginManifests();
        for (const auto& package : m_snapshot.packages)
            m_meter.addManifests(package, report.whole);
        std::ranges::sort(report.whole.unreadVersions);
        for (auto& [name, found] : m_families)
            report.families.push_back(wholeFamily(name, std::move(found), report.hubs));
        // Unassigned last.
        if (!report.families.empty() && report.families.front().name.isEmpty())
            std::ranges::rotate(report.families, std::next(report.families.begin()));
    }

private:
    /// What a family has in each of its hubs, and what it takes to measure that as one.
    struct Spread {
        std::vector<BlobUsage::Part> parts;
        std::vector<std::pair<size_t, size_t>> places; ///< hub and family in it, as the report has them
    };

    WholeFamily wholeFamily(const QString& name, Spread found, const std::vector<HubStorage>& hubs)
    {
        WholeFamily family{name, {}, {}};
        std::vector<const FamilyStorage*> members;
        for (const auto& [hub, place] : found.places) {
            members.push_back(&hubs[hub].families[place]);
            for (const auto& package : members.back()->packages)
                family.packages.push_back(package.package);
        }
        if (members.size() == 1) {
            family.figures = members.front()->figures;
            return family;
        }
        BlobUsage::Part whole;
        family.figures = m_meter.join(found.parts, whole);
        for (const auto* member : members)
            StorageMeter::addVersions(family.figures, member->figures);
        m_meter.beginManifests();
        for (const RowIndex package : family.packages)
            m_meter.addManifests(m_snapshot.packages[package], family.figures);
        std::ranges::sort(family.figures.unreadVersions);
        return family;
    }

    HubStorage hub(const HubPackages& group, BlobUsage::Part& whole)
    {
        HubStorage hub{group.name, {}, {}};
        std::vector<BlobUsage::Part> parts;
        for (const auto& each : group.families)
            hub.families.push_back(family(each, parts.emplace_back()));
        hub.figures = m_meter.join(parts, whole);
        m_meter.beginManifests();
        for (const auto& each : hub.families) {
            StorageMeter::addVersions(hub.figures, each.figures);
            for (const auto& package : each.packages)
                m_meter.addManifests(m_snapshot.packages[package.package], hub.figures);
        }
        std::ranges::sort(hub.figures.unreadVersions);
        for (size_t i = 0; i < parts.size(); ++i) {
            Spread& spread = m_families[hub.families[i].name];
            spread.parts.push_back(std::move(parts[i]));
            spread.places.emplace_back(m_hubs, i);
        }
        ++m_hubs;
        return hub;
    }

    FamilyStorage family(const FamilyPackages& group, BlobUsage::Part& whole)
    {
        FamilyStorage family{group.name, {}, {}};
        std::vector<BlobUsage::Part> parts;
        for (const RowIndex package : group.packages) {
            const auto& row = m_snapshot.packages[package];
            std::vector<RowIndex> versions(row.versionTotal);
            for (RowIndex i = 0; i < row.versionTotal; ++i)
                versions[i] = row.firstVersion + i;
            family.packages.push_back({package, m_meter.measure(versions, parts.emplace_back())});
        }
        family.figures = m_meter.join(parts, whole);
        m_meter.beginManifests();
        for (const auto& package : family.packages) {
            StorageMeter::addVersions(family.figures, package.figures);
            m_meter.addManifests(m_snapshot.packages[package.package], family.figures);
        }
        std::ranges::sort(family.figures.unreadVersions);
        return family;
    }

    const Snapshot& m_snapshot;
    StorageMeter& m_meter;
    std::map<QString, Spread> m_families;
    size_t m_hubs = 0; ///< that are measured
};

/// The versions of each class, where `classOf(version)` says which of `total` a version is in.
template<typename ClassOf>
std::vector<std::vector<RowIndex>> versionsByClass(const Snapshot& snapshot, size_t total, ClassOf classOf)
{
    std::vector<std::vector<RowIndex>> classes(total);
    for (const auto& version : snapshot.versions)
        classes[static_cast<size_t>(classOf(version))].push_back(snapshot.rowOf(version));
    return classes;
}

} // namespace

StorageReport measureStorage(const Snapshot& snapshot, std::span<const PackageClass> classes, const QDateTime& now,
                             BlobUsage::References references)
{
    StorageMeter meter(snapshot, std::move(references));
    StorageReport report;
    PackageReport(snapshot, meter).fill(report, classes);
    BlobUsage::Part part;
    const auto byKind =
        versionsByClass(snapshot, kKindTotal, [&](const VersionRow& version) { return snapshot.kindOf(version); });
    for (size_t kind = 0; kind < byKind.size(); ++kind) {
        if (!byKind[kind].empty())
            report.kinds.push_back({static_cast<ManifestKind>(kind), meter.measure(byKind[kind], part)});
    }
    const auto nowMs = now.toMSecsSinceEpoch();
    const auto byAge = versionsByClass(snapshot, kAgeClasses.size(),
                                       [&](const VersionRow& version) { return ageClassOf(version, nowMs); });
    for (const AgeClass age : kAgeClasses)
        report.ages.push_back({age, meter.measure(byAge[static_cast<size_t>(age)], part)});
    return report;
}

} // namespace slipway
