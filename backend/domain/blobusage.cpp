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

void BlobUsage::addVersions(std::span<const RowIndex> versions, std::span<SetSize> each, Part& part)
{
    for (size_t i = 0; i < versions.size(); ++i) {
        const RowIndex row = versions[i];
        const auto* manifest = m_snapshot->manifestOf(m_snapshot->versions[row]);
        if (m_isMember[row] || !manifest)
            continue;
        m_isMember[row] = true;
        const SetSize alone = addVersion(*manifest, part);
        if (!each.empty())
            each[i] = alone;
    }
    for (const RowIndex row : versions)
        m_isMember[row] = false;
}

/// Blobs that several versions have are noted only: how many of these are in the set is not known yet.
SetSize BlobUsage::addVersion(const ManifestRow& manifest, Part& part)
{
    SetSize alone;
    forEachBlob(*m_snapshot, manifest, [&](RowIndex blob) {
        const BlobRow& row = m_snapshot->blobs[blob];
        alone.stored += row.knownSize();
        if ((*m_references)[blob] > 1) {
            alone.shared += row.knownSize();
            note(blob, 1);
            return;
        }
        alone.exclusive += row.knownSize();
        if (!row.isSizeKnown())
            part.unsized.push_back(blob);
    });
    alone.logical = addsLogical(manifest) ? alone.stored : 0;
    part.size.logical += alone.logical;
    part.size.stored += alone.exclusive;
    part.size.exclusive += alone.exclusive;
    return alone;
}

void BlobUsage::addShared(RowIndex blob, SetSize& size) const
{
    const Bytes bytes = m_snapshot->blobs[blob].knownSize();
    size.stored += bytes;
    size.shared += bytes;
    if (m_inSet[blob] == (*m_references)[blob])
        size.exclusive += bytes;
}

SetSize BlobUsage::measure(std::span<const RowIndex> versions)
{
    Part part;
    addVersions(versions, {}, part);
    for (const RowIndex blob : m_touched) {
        addShared(blob, part.size);
        m_inSet[blob] = 0;
    }
    m_touched.clear();
    return part.size;
}

BlobUsage::Part BlobUsage::measurePart(std::span<const RowIndex> versions)
{
    return measureEach(versions, {});
}

BlobUsage::Part BlobUsage::measureEach(std::span<const RowIndex> versions, std::span<SetSize> each)
{
    Part part;
    addVersions(versions, each, part);
    for (const RowIndex blob : m_touched) {
        addShared(blob, part.size);
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
