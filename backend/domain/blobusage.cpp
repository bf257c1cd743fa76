#include "domain/blobusage.h"

#include <algorithm>

namespace slipway
{

template<typename Visit>
void BlobUsage::forEachBlob(const ManifestRow& manifest, Visit visit) const
{
    const auto layers = m_snapshot->layersOf(manifest);
    for (size_t i = 0; i < layers.size(); ++i) {
        // Manifests have a dozen layers: looking back is cheaper than a set.
        if (std::find(layers.begin(), layers.begin() + static_cast<std::ptrdiff_t>(i), layers[i])
            == layers.begin() + static_cast<std::ptrdiff_t>(i))
            visit(layers[i]);
    }
    if (manifest.config != kNoRow && std::ranges::find(layers, manifest.config) == layers.end())
        visit(manifest.config);
}

BlobUsage::BlobUsage(const Snapshot& snapshot)
    : m_snapshot(&snapshot)
    , m_references(snapshot.blobs.size(), 0)
    , m_inSet(snapshot.blobs.size(), 0)
    , m_isMember(snapshot.versions.size(), false)
{
    for (const auto& version : snapshot.versions) {
        if (const auto* manifest = snapshot.manifestOf(version))
            forEachBlob(*manifest, [this](RowIndex blob) { ++m_references[blob]; });
    }
}

SetSize BlobUsage::measure(std::span<const RowIndex> versions)
{
    SetSize size;
    std::vector<RowIndex> touched;
    for (const RowIndex row : versions) {
        const auto* manifest = m_snapshot->manifestOf(m_snapshot->versions[row]);
        if (m_isMember[row] || !manifest)
            continue;
        m_isMember[row] = true;
        forEachBlob(*manifest, [&](RowIndex blob) {
            size.logical += m_snapshot->blobs[blob].size;
            if (m_inSet[blob]++ == 0)
                touched.push_back(blob);
        });
    }
    for (const RowIndex blob : touched) {
        const Bytes bytes = m_snapshot->blobs[blob].size;
        size.stored += bytes;
        if (m_inSet[blob] == m_references[blob])
            size.exclusive += bytes;
        m_inSet[blob] = 0;
    }
    for (const RowIndex row : versions)
        m_isMember[row] = false;
    return size;
}

Bytes BlobUsage::contentSize(const ManifestRow& manifest) const
{
    Bytes bytes = 0;
    forEachBlob(manifest, [&](RowIndex blob) { bytes += m_snapshot->blobs[blob].size; });
    return bytes;
}

} // namespace slipway
