#include "domain/baseimages.h"

#include "domain/imageplatform.h"

#include <algorithm>
#include <array>

namespace slipway
{

namespace
{

constexpr std::array kBaseVariants{Variant::BaseCpu, Variant::BaseGpu};

bool isBase(const PackageClass& packageClass)
{
    return packageClass.variant && std::ranges::contains(kBaseVariants, *packageClass.variant);
}

/// The image manifest of a version; null for everything else.
const ManifestRow* imageOf(const Snapshot& snapshot, const VersionRow& version)
{
    return snapshot.kindOf(version) == ManifestKind::Image ? snapshot.manifestOf(version) : nullptr;
}

/// Whether a version of a base package is a base or an index that lists one of its package.
bool yieldsBase(const Snapshot& snapshot, const ReferenceGraph& graph, const VersionRow& version)
{
    const auto isOne = [&](RowIndex row) {
        const auto& each = snapshot.versions[row];
        const auto* image = each.package == version.package ? imageOf(snapshot, each) : nullptr;
        return image && image->layerTotal > 0;
    };
    const RowIndex row = snapshot.rowOf(version);
    return isOne(row)
           || (snapshot.kindOf(version) == ManifestKind::Index && std::ranges::any_of(graph.children(row), isOne));
}

/// kNoRow if no version may be proposed.
RowIndex newestBase(const Snapshot& snapshot, const ReferenceGraph& graph, const PackageRow& package)
{
    const auto versions = snapshot.versionsOf(package); // newest first
    const auto found = std::ranges::find_if(versions, [&](const VersionRow& version) {
        return hasPolicyTag(snapshot, version) && yieldsBase(snapshot, graph, version);
    });
    return found == versions.end() ? kNoRow : snapshot.rowOf(*found);
}

} // namespace

BaseImages::BaseImages(const Snapshot& snapshot, const ReferenceGraph& graph, std::span<const PackageClass> classes)
    : m_snapshot(&snapshot)
{
    for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
        if (!isBase(classes[package]))
            continue;
        for (const auto& version : snapshot.versionsOf(snapshot.packages[package])) {
            if (const auto* manifest = imageOf(snapshot, version); manifest && manifest->layerTotal > 0)
                add(*manifest, {*classes[package].variant, imagePlatform(snapshot, graph, snapshot.rowOf(version))});
        }
    }
    learnPlatforms(graph);
}

/// Of a base that stands in no index and whose config was not read: layers are of one platform, so it has that of the
/// images on it, where they agree.
void BaseImages::learnPlatforms(const ReferenceGraph& graph)
{
    // As a rule all are known, and nobody need be asked.
    if (std::ranges::none_of(m_bases, [](const auto& base) { return base.role.platform.isEmpty(); }))
        return;
    std::vector<QString> learnt(m_bases.size());
    std::vector<bool> isContradicted(m_bases.size(), false);
    for (const auto& version : m_snapshot->versions) {
        const auto* image = imageOf(*m_snapshot, version);
        const auto base = image ? baseOf(*image) : kNone;
        if (base == kNone || !m_bases[base].role.platform.isEmpty())
            continue;
        const QString platform = imagePlatform(*m_snapshot, graph, m_snapshot->rowOf(version));
        if (platform.isEmpty())
            continue;
        isContradicted[base] = isContradicted[base] || (!learnt[base].isEmpty() && learnt[base] != platform);
        learnt[base] = platform;
    }
    for (size_t base = 0; base < m_bases.size(); ++base) {
        if (!isContradicted[base] && !learnt[base].isEmpty())
            m_bases[base].role.platform = learnt[base];
    }
}

void BaseImages::add(const ManifestRow& manifest, BaseRole role)
{
    std::uint32_t node = 0;
    for (const RowIndex layer : m_snapshot->layersOf(manifest)) {
        const auto next = m_nodes.constFind(edge(node, layer));
        if (next != m_nodes.cend()) {
            node = *next;
            continue;
        }
        const auto made = static_cast<std::uint32_t>(m_endsAt.size());
        m_nodes.insert(edge(node, layer), made);
        m_endsAt.push_back(kNone);
        node = made;
    }
    if (m_endsAt[node] != kNone)
        return;
    m_endsAt[node] = static_cast<std::uint32_t>(m_bases.size());
    m_bases.push_back({static_cast<RowIndex>(&manifest - m_snapshot->manifests.data()), std::move(role)});
}

std::uint32_t BaseImages::baseOf(const ManifestRow& image) const
{
    std::uint32_t node = 0;
    std::uint32_t base = kNone;
    for (const RowIndex layer : m_snapshot->layersOf(image)) {
        const auto next = m_nodes.constFind(edge(node, layer));
        if (next == m_nodes.cend())
            break;
        node = *next;
        if (m_endsAt[node] != kNone)
            base = m_endsAt[node];
    }
    return base;
}

std::vector<RowIndex> proposeBases(const Snapshot& snapshot, const ReferenceGraph& graph,
                                   std::span<const PackageClass> classes)
{
    const BaseImages bases(snapshot, graph, classes);
    std::vector<size_t> standing(bases.all().size(), 0);
    std::vector<RowIndex> baseAt(snapshot.manifests.size(), kNoRow);
    for (std::uint32_t i = 0; i < bases.all().size(); ++i)
        baseAt[bases.all()[i].manifest] = i;
    for (const auto& version : snapshot.versions) {
        const auto* image = imageOf(snapshot, version);
        const auto base = image && !isBase(classes[version.package]) ? bases.baseOf(*image) : BaseImages::kNone;
        if (base != BaseImages::kNone)
            ++standing[base];
    }
    std::vector<RowIndex> proposed;
    for (const Variant variant : kBaseVariants) {
        RowIndex best = kNoRow;
        size_t most = 0;
        for (RowIndex package = 0; package < snapshot.packages.size(); ++package) {
            if (classes[package].variant != variant)
                continue;
            size_t images = 0;
            for (const auto& version : snapshot.versionsOf(snapshot.packages[package])) {
                if (version.manifest != kNoRow && baseAt[version.manifest] != kNoRow)
                    images += standing[baseAt[version.manifest]];
            }
            const RowIndex newest = images > most ? newestBase(snapshot, graph, snapshot.packages[package]) : kNoRow;
            if (newest != kNoRow) {
                most = images;
                best = newest;
            }
        }
        if (best != kNoRow)
            proposed.push_back(best);
    }
    return proposed;
}

} // namespace slipway
