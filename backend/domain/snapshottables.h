#pragma once

#include "domain/digestindex.h"
#include "domain/snapshot.h"

namespace slipway
{

/// How many rows the tables of a snapshot have.
struct SnapshotTotals final {
    size_t versions = 0;
    size_t tagBytes = 0;
    size_t manifests = 0;
    size_t blobs = 0;
    size_t layers = 0;
    size_t children = 0;
    size_t subjects = 0;
};
[[nodiscard]] SnapshotTotals totalsOf(const Snapshot& snapshot);

/// A snapshot in the making: gives each manifest, blob and word its one row.
class SnapshotTables final
{
public:
    SnapshotTables() { snapshot.words.emplace_back(); }

    /// Makes room, so that nothing is moved while it fills.
    void reserve(const SnapshotTotals& totals);
    /// Takes the rows that `snapshot` has by now into the indexes.
    void index();

    /// The row of this manifest, kNoRow if it has none.
    [[nodiscard]] RowIndex findManifest(const Digest& digest) const
    {
        return m_manifestRows.find(snapshot.manifests, digest);
    }
    /// The row of this manifest, made if it is new.
    RowIndex manifestRow(const Digest& digest);
    /// The row of this blob, made if it is new. Of two sizes stated for one blob the larger counts, in whatever order
    /// they come; a negative one is none (kUnknownSize).
    RowIndex blobRow(const Digest& digest, Bytes size);
    void prefetchManifest(const Digest& digest) const { m_manifestRows.prefetch(digest); }
    void prefetchBlob(const Digest& digest) const { m_blobRows.prefetch(digest); }
    std::uint16_t word(const QString& text);

    Snapshot snapshot;

private:
    DigestIndex<ManifestRow> m_manifestRows;
    DigestIndex<BlobRow> m_blobRows;
    QHash<QString, std::uint16_t> m_words;
};

} // namespace slipway
