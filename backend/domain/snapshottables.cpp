#include "domain/snapshottables.h"

#include "domain/blobsize.h"

#include <algorithm>

namespace slipway
{

SnapshotTotals totalsOf(const Snapshot& snapshot)
{
    return {snapshot.versions.size(), snapshot.tags.byteTotal(), snapshot.manifests.size(), snapshot.blobs.size(),
            snapshot.layers.size(),   snapshot.children.size(),  snapshot.subjects.size()};
}

void SnapshotTables::reserve(const SnapshotTotals& totals)
{
    snapshot.versions.reserve(totals.versions);
    snapshot.tags.reserve(totals.tagBytes);
    snapshot.manifests.reserve(totals.manifests);
    snapshot.blobs.reserve(totals.blobs);
    snapshot.layers.reserve(totals.layers);
    snapshot.children.reserve(totals.children);
    snapshot.subjects.reserve(totals.subjects);
    m_manifestRows.reserve(snapshot.manifests, totals.manifests);
    m_blobRows.reserve(snapshot.blobs, totals.blobs);
}

void SnapshotTables::index()
{
    m_manifestRows.reserve(snapshot.manifests, snapshot.manifests.size());
    m_blobRows.reserve(snapshot.blobs, snapshot.blobs.size());
    for (size_t i = 1; i < snapshot.words.size(); ++i)
        m_words.insert(snapshot.words[i], static_cast<std::uint16_t>(i));
}

RowIndex SnapshotTables::manifestRow(const Digest& digest)
{
    const RowIndex known = findManifest(digest);
    if (known != kNoRow)
        return known;
    snapshot.manifests.emplace_back().digest = digest;
    m_manifestRows.insertLast(snapshot.manifests);
    return static_cast<RowIndex>(snapshot.manifests.size() - 1);
}

RowIndex SnapshotTables::blobRow(const Digest& digest, Bytes size)
{
    // Facts that the store kept of a document parsed long ago come here as well.
    size = size > kLargestBlob ? kUnknownSize : std::max(size, kUnknownSize);
    const RowIndex known = m_blobRows.find(snapshot.blobs, digest);
    if (known != kNoRow) {
        auto& stated = snapshot.blobs[known].size;
        stated = std::max(stated, size);
        return known;
    }
    snapshot.blobs.push_back({digest, size});
    m_blobRows.insertLast(snapshot.blobs);
    return static_cast<RowIndex>(snapshot.blobs.size() - 1);
}

std::uint16_t SnapshotTables::word(const QString& text)
{
    if (text.isEmpty())
        return 0;
    const auto known = m_words.constFind(text);
    if (known != m_words.cend())
        return *known;
    if (snapshot.words.size() > std::numeric_limits<std::uint16_t>::max())
        return 0;
    const auto index = static_cast<std::uint16_t>(snapshot.words.size());
    snapshot.words.push_back(text);
    m_words.insert(text, index);
    return index;
}

} // namespace slipway
