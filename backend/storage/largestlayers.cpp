#include "storage/largestlayers.h"

#include "domain/versionparts.h"

#include <algorithm>
#include <limits>

namespace slipway
{

namespace
{

constexpr std::uint32_t kUnplaced = std::numeric_limits<std::uint32_t>::max();

std::vector<LayerUse> largest(const Snapshot& snapshot, const std::vector<std::uint32_t>& references, size_t most)
{
    std::vector<RowIndex> rows;
    for (RowIndex blob = 0; blob < snapshot.blobs.size(); ++blob) {
        if (references[blob] > 0 && snapshot.blobs[blob].isSizeKnown())
            rows.push_back(blob);
    }
    const auto isBefore = [&](RowIndex a, RowIndex b) {
        const auto& first = snapshot.blobs[a];
        const auto& second = snapshot.blobs[b];
        return first.size != second.size ? first.size > second.size : first.digest < second.digest;
    };
    most = std::min(most, rows.size());
    std::ranges::partial_sort(rows, rows.begin() + static_cast<std::ptrdiff_t>(most), isBefore);
    std::vector<LayerUse> layers;
    for (const RowIndex blob : std::span(rows).first(most))
        layers.push_back({blob, snapshot.blobs[blob].size, 0, 0});
    return layers;
}

/// Counts the versions and packages of some blobs, version after version.
class UseCount final
{
public:
    UseCount(const Snapshot& snapshot, std::vector<LayerUse>& layers)
        : m_snapshot(snapshot)
        , m_layers(layers)
        , m_places(snapshot.blobs.size(), kUnplaced)
        , m_lastVersion(layers.size(), kNoRow)
        , m_lastPackage(layers.size(), kNoRow)
    {
        for (size_t i = 0; i < layers.size(); ++i)
            m_places[layers[i].blob] = static_cast<std::uint32_t>(i);
    }

    /// What `holder` has counts for `version`.
    void note(RowIndex holder, RowIndex version)
    {
        const auto* manifest = m_snapshot.manifestOf(m_snapshot.versions[holder]);
        if (!manifest)
            return;
        for (const RowIndex layer : m_snapshot.layersOf(*manifest))
            noteBlob(layer, version);
        if (manifest->config != kNoRow)
            noteBlob(manifest->config, version);
    }

private:
    void noteBlob(RowIndex blob, RowIndex version)
    {
        const auto place = m_places[blob];
        if (place == kUnplaced || m_lastVersion[place] == version)
            return;
        m_lastVersion[place] = version;
        ++m_layers[place].versions;
        const RowIndex package = m_snapshot.versions[version].package;
        if (m_lastPackage[place] != package)
            ++m_layers[place].packages;
        m_lastPackage[place] = package;
    }

    const Snapshot& m_snapshot;
    std::vector<LayerUse>& m_layers;
    std::vector<std::uint32_t> m_places; ///< per blob, in m_layers
    std::vector<RowIndex> m_lastVersion; ///< per layer, that it was counted for
    std::vector<RowIndex> m_lastPackage; ///< likewise
};

} // namespace

std::vector<LayerUse> largestLayers(const Snapshot& snapshot, const ReferenceGraph& graph,
                                    const BlobUsage::References& references, size_t most)
{
    auto layers = largest(snapshot, *references, most);
    UseCount count(snapshot, layers);
    for (RowIndex version = 0; version < snapshot.versions.size(); ++version) {
        if (isPartOfAnother(snapshot, graph, version))
            continue;
        count.note(version, version);
        for (const RowIndex child : graph.children(version))
            count.note(child, version);
    }
    return layers;
}

} // namespace slipway
