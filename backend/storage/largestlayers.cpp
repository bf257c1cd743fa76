#include "storage/largestlayers.h"

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
        layers.push_back({blob, snapshot.blobs[blob].size, 0, references[blob]});
    return layers;
}

/// Counts the packages of some blobs, package after package.
class PackageCount final
{
public:
    PackageCount(const Snapshot& snapshot, std::vector<LayerUse>& layers)
        : m_layers(layers)
        , m_places(snapshot.blobs.size(), kUnplaced)
        , m_lastPackage(layers.size(), kNoRow)
    {
        for (size_t i = 0; i < layers.size(); ++i)
            m_places[layers[i].blob] = static_cast<std::uint32_t>(i);
    }

    void note(RowIndex blob, RowIndex package)
    {
        const auto place = m_places[blob];
        if (place == kUnplaced || m_lastPackage[place] == package)
            return;
        m_lastPackage[place] = package;
        ++m_layers[place].packages;
    }

private:
    std::vector<LayerUse>& m_layers;
    std::vector<std::uint32_t> m_places; ///< per blob, in m_layers
    std::vector<RowIndex> m_lastPackage; ///< per layer
};

} // namespace

std::vector<LayerUse> largestLayers(const Snapshot& snapshot, const BlobUsage::References& references, size_t most)
{
    auto layers = largest(snapshot, *references, most);
    PackageCount count(snapshot, layers);
    for (const auto& version : snapshot.versions) {
        const auto* manifest = snapshot.manifestOf(version);
        if (!manifest)
            continue;
        for (const RowIndex layer : snapshot.layersOf(*manifest))
            count.note(layer, version.package);
        if (manifest->config != kNoRow)
            count.note(manifest->config, version.package);
    }
    return layers;
}

} // namespace slipway
