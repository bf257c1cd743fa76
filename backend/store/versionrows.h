#pragma once

#include "domain/snapshot.h"
#include "store/database.h"

#include <span>

namespace slipway
{

/// Ids of versions, both ends included.
struct IdRange final {
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();

    [[nodiscard]] static IdRange everything() { return {.first = kLowest, .last = kHighest}; }
    [[nodiscard]] bool isEmpty() const { return first > last; }
    void include(IdRange other)
    {
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }

    static constexpr auto kLowest = std::numeric_limits<std::int64_t>::min();
    static constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();
};

/// Brings the history of version rows up to a new snapshot, package by package: rows that changed or went are closed,
/// new ones inserted. The table is compared as it is read; nothing is held but the differences of one package.
class VersionRowsWriter final
{
public:
    [[nodiscard]] static Result<VersionRowsWriter> prepare(const Database& database, qint64 scope, qint64 snapshotId,
                                                           const Snapshot& snapshot);

    /// The package's current rows in this range become these (rows of the snapshot, by ascending id).
    [[nodiscard]] Result<void> update(const PackageName& package, std::span<const RowIndex> byId, IdRange range);

private:
    VersionRowsWriter(const Snapshot& snapshot, Statement current, Statement insert, Statement close);
    [[nodiscard]] Result<std::vector<qint64>> compare(const PackageName& package, std::span<const RowIndex> byId,
                                                      IdRange range, std::vector<RowIndex>& inserts);
    [[nodiscard]] bool isSame(const VersionRow& version);
    const QByteArray& packTags(const VersionRow& version);
    [[nodiscard]] Result<void> insert(const VersionRow& version);

    const Snapshot* m_snapshot;
    Statement m_current;
    Statement m_insert;
    Statement m_close;
    QByteArray m_tags; ///< kept, so that a million rows need no million allocations
};

/// Tags cannot contain white space (distribution spec), so one space keeps them apart.
[[nodiscard]] QList<Tag> unpackTags(const QString& text);

} // namespace slipway
