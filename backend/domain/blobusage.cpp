#include "domain/blobusage.h"

#include "domain/blobreferences.h"

#include <algorithm>

namespace slipway
{

BlobUsage::BlobUsage(const Snapshot& snapshot)
    : BlobUsage(snapshot, countBlobReferences(snapshot))
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

bool BlobUsage::addsLogical(const ManifestRow& manifest) const
{
    return manifest.kind != ManifestKind::Cache || !m_snapshot->isIndexDocument(manifest);
}

void BlobUsage::addVersions(std::span<const RowIndex> versions, SetSize& size)
{
    for (const RowIndex row : versions) {
        const auto* manifest = m_snapshot->manifestOf(m_snapshot->versions[row]);
        if (m_isMember[row] || !manifest)
            continue;
        m_isMember[row] = true;
        Bytes bytes = 0;
        forEachBlob(*m_snapshot, *manifest, [&](RowIndex blob) {
            bytes += m_snapshot->blobs[blob].knownSize();
            note(blob, 1);
        });
        size.logical += addsLogical(*manifest) ? bytes : 0;
    }
    for (const RowIndex row : versions)
        m_isMember[row] = false;
}

void BlobUsage::addStored(RowIndex blob, SetSize& size) const
{
    const Bytes bytes = m_snapshot->blobs[blob].knownSize();
    size.stored += bytes;
    if ((*m_references)[blob] > 1)
        size.shared += bytes;
    if (m_inSet[blob] == (*m_references)[blob])
        size.exclusive += bytes;
}

SetSize BlobUsage::measure(std::span<const RowIndex> versions)
{
    SetSize size;
    addVersions(versions, size);
    for (const RowIndex blob : m_touched) {
        addStored(blob, size);
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
        addStored(blob, part.size);
        if (m_inSet[blob] != (*m_references)[blob])
            part.shared.push_back({blob, m_inSet[blob]});
        if (!m_snapshot->blobs[blob].isSizeKnown())
            part.unsized.push_back(blob);
        m_inSet[blob] = 0;
    }
    m_touched.clear();
    std::ranges::sort(part.unsized);
    return part;
}

BlobUsage::Part BlobUsage::join(std::span<const Part> parts)
{
    Part whole;
    for (const auto& part : parts) {
        whole.size.logical += part.size.logical;
        whole.size.stored += part.size.stored;
        whole.size.exclusive += part.size.exclusive;
        whole.size.shared += part.size.shared;
        whole.unsized.insert(whole.unsized.end(), part.unsized.begin(), part.unsized.end());
        for (const auto& shared : part.shared) {
            if (m_inSet[shared.blob] > 0) { // counted by a part before
                whole.size.stored -= m_snapshot->blobs[shared.blob].knownSize();
                whole.size.shared -= m_snapshot->blobs[shared.blob].knownSize();
            }
            note(shared.blob, shared.uses);
        }
    }
    std::ranges::sort(whole.unsized);
    whole.unsized.erase(std::ranges::unique(whole.unsized).begin(), whole.unsized.end());
    for (const RowIndex blob : m_touched) {
        if (m_inSet[blob] == (*m_references)[blob])
            whole.size.exclusive += m_snapshot->blobs[blob].knownSize();
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
        const Bytes bytes = m_snapshot->blobs[blob].knownSize();
        size.stored += bytes;
        ((*m_references)[blob] == 1 ? size.exclusive : size.shared) += bytes;
    });
    size.logical = addsLogical(manifest) ? size.stored : 0;
    return size;
}

Bytes BlobUsage::contentSize(const ManifestRow& manifest) const
{
    Bytes bytes = 0;
    forEachBlob(*m_snapshot, manifest, [&](RowIndex blob) { bytes += m_snapshot->blobs[blob].knownSize(); });
    return bytes;
}

} // namespace slipway
