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

void BlobUsage::note(RowIndex blob, std::uint32_t uses)
{
    if (m_inSet[blob] == 0)
        m_touched.push_back(blob);
    m_inSet[blob] += uses;
}

void BlobUsage::addVersions(std::span<const RowIndex> versions, SetSize& size)
{
    for (const RowIndex row : versions) {
        const auto* manifest = m_snapshot->manifestOf(m_snapshot->versions[row]);
        if (m_isMember[row] || !manifest)
            continue;
        m_isMember[row] = true;
        forEachBlob(*m_snapshot, *manifest, [&](RowIndex blob) {
            size.logical += m_snapshot->blobs[blob].size;
            note(blob, 1);
        });
    }
    for (const RowIndex row : versions)
        m_isMember[row] = false;
}

SetSize BlobUsage::measure(std::span<const RowIndex> versions)
{
    SetSize size;
    addVersions(versions, size);
    for (const RowIndex blob : m_touched) {
        const Bytes bytes = m_snapshot->blobs[blob].size;
        size.stored += bytes;
        if (m_inSet[blob] == (*m_references)[blob])
            size.exclusive += bytes;
        m_inSet[blob] = 0;
    }
    m_touched.clear();
    return size;
}

BlobUsage::Part BlobUsage::measurePart(std::span<const RowIndex> versions)
{
    Part part;
    addVersions(versions, part.size);
    for (const RowIndex blob : m_touched) {
        const Bytes bytes = m_snapshot->blobs[blob].size;
        part.size.stored += bytes;
        if (m_inSet[blob] == (*m_references)[blob])
            part.size.exclusive += bytes;
        else
            part.shared.push_back({blob, m_inSet[blob]});
        m_inSet[blob] = 0;
    }
    m_touched.clear();
    return part;
}

BlobUsage::Part BlobUsage::join(std::span<const Part> parts)
{
    Part whole;
    for (const auto& part : parts) {
        whole.size.logical += part.size.logical;
        whole.size.stored += part.size.stored;
        whole.size.exclusive += part.size.exclusive;
        for (const auto& shared : part.shared) {
            if (m_inSet[shared.blob] > 0)
                whole.size.stored -= m_snapshot->blobs[shared.blob].size; // counted by a part before
            note(shared.blob, shared.uses);
        }
    }
    for (const RowIndex blob : m_touched) {
        if (m_inSet[blob] == (*m_references)[blob])
            whole.size.exclusive += m_snapshot->blobs[blob].size;
        else
            whole.shared.push_back({blob, m_inSet[blob]});
        m_inSet[blob] = 0;
    }
    m_touched.clear();
    return whole;
}

SetSize BlobUsage::measureOne(const ManifestRow& manifest) const
{
    SetSize size;
    forEachBlob(*m_snapshot, manifest, [&](RowIndex blob) {
        const Bytes bytes = m_snapshot->blobs[blob].size;
        size.stored += bytes;
        if ((*m_references)[blob] == 1)
            size.exclusive += bytes;
    });
    size.logical = size.stored;
    return size;
}

Bytes BlobUsage::contentSize(const ManifestRow& manifest) const
{
    Bytes bytes = 0;
    forEachBlob(*m_snapshot, manifest, [&](RowIndex blob) { bytes += m_snapshot->blobs[blob].size; });
    return bytes;
}

} // namespace slipway
