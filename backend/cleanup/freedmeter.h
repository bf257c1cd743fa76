#pragma once

#include "domain/blobusage.h"
#include "domain/snapshot.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace slipway
{

/// Counts, deletion by deletion, the bytes that no remaining version of the owner references, exactly and without
/// looking at all of them each time. Of a version its snapshot does not know it counts nothing.
class FreedMeter final
{
public:
    /// `snapshot` may be null: then nothing is known.
    explicit FreedMeter(SnapshotPtr snapshot);

    /// Once or twice is the same, and so it is for what is put back.
    void remove(VersionId version);
    void putBack(VersionId version);
    [[nodiscard]] bool knows(VersionId version) const;
    /// How many versions that remain hold each of its blobs, as JournalEntry::holders tells it; nullopt if not known.
    [[nodiscard]] std::optional<std::vector<std::int64_t>> holdersOf(VersionId version) const;
    [[nodiscard]] Bytes freed() const { return m_freed; }

private:
    enum class Change : std::uint8_t { Removed, PutBack };
    [[nodiscard]] const ManifestRow* manifestOf(VersionId version) const;
    void count(VersionId version, Change change);

    SnapshotPtr m_snapshot;
    std::vector<std::uint32_t> m_references; ///< that remain, by blob
    QHash<VersionId, RowIndex> m_rows;
    QSet<VersionId> m_removed;
    Bytes m_freed = 0;
};

} // namespace slipway
