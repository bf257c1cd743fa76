#include "domain/blobusage.h"

#include <algorithm>

namespace slipway
{

namespace
{

template<typename Visit>
void forEachBlob(const Snapshot& snapshot, const ManifestRow& manifest, Visit visit)
{
    const auto layers = snapshot.layersOf(manifest);
    for (size_t i = 0; i < layers.size(); ++i) {
        // Manifests have a dozen layers: looking back is cheaper than a set.
        if (std::find(layers.begin(), layers.begin() + static_cast<std::ptrdiff_t>(i), layers[i])
            == layers.begin() + static_cast<std::ptrdiff_t>(i))
            visit(layers[i]);
    }
    if (manifest.config != kNoRow && std::ranges::find(layers, manifest.config) == layers.end())
        visit(manifest.config);
}

BlobUsage::References countReferences(const Snapshot& snapshot)
{
    std::vector<std::uint32_t> references(snapshot.blobs.size(), 0);
    for (const auto& version : snapshot.versions) {
        if (const auto* manifest = snapshot.manifestOf(version))
            forEachBlob(snapshot, *manifest, [&references](RowIndex blob) { ++references[blob]; });
    }
    return std::make_shared<const std::vector<std::uint32_t>>(std::move(references));
}

} // namespace

BlobUsage::BlobUsage(const Snapshot& snapshot)
    : BlobUsage(snapshot, countReferences(snapshot))
{
}

BlobUsage::BlobUsage(const Snapshot& snapshot, References references)
    : m_snapshot(&snapshot)
    , m_references(std::move(references))
    , m_inSet(snapshot.blobs.size(), 0)
    , m_isMember(snapshot.versions.size(), false)
{
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
        forEachBlob(*m_snapshot, *manifest, [&](RowIndex blob) {
            size.logical += m_snapshot->blobs[blob].size;
            if (m_inSet[blob]++ == 0)
                touched.push_back(blob);
        });
    }
    for (const RowIndex blob : touched) {
        const Bytes bytes = m_snapshot->blobs[blob].size;
        size.stored += bytes;
        if (m_inSet[blob] == (*m_references)[blob])
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
    forEachBlob(*m_snapshot, manifest, [&](RowIndex blob) { bytes += m_snapshot->blobs[blob].size; });
    return bytes;
}

} // namespace slipway
