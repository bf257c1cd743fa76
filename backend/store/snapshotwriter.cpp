#include "store/snapshotwriter.h"

#include "store/heads.h"
#include "store/history.h"
#include "store/packagerows.h"
#include "store/packing.h"
#include "store/problems.h"
#include "store/readings.h"
#include "store/scopes.h"
#include "store/versionpacker.h"
#include "store/versionrows.h"

#include <algorithm>
#include <numeric>

namespace slipway
{

namespace
{

std::vector<RowIndex> rowsById(const Snapshot& snapshot, const PackageRow& package)
{
    std::vector<RowIndex> rows(package.versionTotal);
    // Newest first is nearly the highest id first.
    std::iota(rows.rbegin(), rows.rend(), package.firstVersion);
    std::ranges::stable_sort(rows, {}, [&](RowIndex row) { return snapshot.versions[row].id; });
    return rows;
}

/// Writes the versions of one snapshot after another package.
class VersionsWriter final
{
public:
    [[nodiscard]] static Result<VersionsWriter> prepare(const Database& database, qint64 scope, qint64 snapshotId,
                                                        const Snapshot& snapshot)
    {
        auto rows = VersionRowsWriter::prepare(database, scope, snapshotId, snapshot);
        auto keep = database.query("INSERT INTO head_parts (scope, package, first_id, hash, packed) "
                                   "VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET hash=excluded.hash, "
                                   "packed=excluded.packed",
                                   scope);
        auto drop = database.query("DELETE FROM head_parts WHERE scope=? AND package=? AND first_id=?", scope);
        if (!rows || !keep || !drop)
            return std::unexpected(!rows ? rows.error() : !keep ? keep.error() : drop.error());
        return VersionsWriter(database, snapshot, std::move(*rows), std::move(*keep), std::move(*drop));
    }

    /// `known` are the package's parts as they are in the file; the rows in `range` are compared in any case.
    [[nodiscard]] Result<void> write(const PackageRow& package, std::span<const StoredPart> known, IdRange range)
    {
        const auto byId = rowsById(m_snapshot, package);
        m_packer.enterPackage(package);
        m_range = range;
        m_keep.bind(2, package.name.value);
        m_drop.bind(2, package.name.value);
        if (auto written = writeParts(byId, known); !written)
            return written;
        return m_rows.update(package.name, byId, m_range);
    }

private:
    VersionsWriter(const Database& database, const Snapshot& snapshot, VersionRowsWriter rows, Statement keep,
                   Statement drop)
        : m_database(database)
        , m_snapshot(snapshot)
        , m_packer(snapshot)
        , m_rows(std::move(rows))
        , m_keep(std::move(keep))
        , m_drop(std::move(drop))
    {
    }

    /// Writes the parts that differ from what is stored, drops those that are gone, and notes which ids that concerns.
    Result<void> writeParts(std::span<const RowIndex> byId, std::span<const StoredPart> known)
    {
        auto next = known.begin();
        for (size_t first = 0; first < byId.size();) {
            if (auto going = m_database.goOn(); !going)
                return going;
            const size_t end = endOfPart(m_snapshot.versions, byId, first);
            const std::int64_t firstId = idOf(byId[first]);
            for (; next != known.end() && next->firstId < firstId; ++next) {
                if (auto dropped = drop(known, next); !dropped)
                    return dropped;
            }
            const QByteArray packed = m_packer.pack(byId.subspan(first, end - first));
            const std::int64_t hash = contentHash(packed);
            const bool isThere = next != known.end() && next->firstId == firstId;
            if (!isThere || next->hash != hash) {
                if (isThere)
                    m_range.include(rangeOf(known, next));
                m_range.include({firstId, idOf(byId[end - 1])});
                if (auto kept = keep(firstId, hash, packed); !kept)
                    return kept;
            }
            next += isThere ? 1 : 0;
            first = end;
        }
        for (; next != known.end(); ++next) {
            if (auto dropped = drop(known, next); !dropped)
                return dropped;
        }
        return {};
    }

    [[nodiscard]] std::int64_t idOf(RowIndex row) const { return m_snapshot.versions[row].id.value; }

    using Parts = std::span<const StoredPart>;
    [[nodiscard]] static IdRange rangeOf(Parts known, Parts::iterator part)
    {
        const auto next = part + 1;
        return {part->firstId, next == known.end() ? IdRange::kHighest : next->firstId - 1};
    }

    Result<void> keep(std::int64_t firstId, std::int64_t hash, const QByteArray& packed)
    {
        m_keep.bind(3, firstId);
        m_keep.bind(4, hash);
        m_keep.bindBytes(5, packed);
        return m_keep.finish();
    }

    Result<void> drop(Parts known, Parts::iterator part)
    {
        m_range.include(rangeOf(known, part));
        m_drop.bind(3, part->firstId);
        return m_drop.finish();
    }

    const Database& m_database;
    const Snapshot& m_snapshot;
    VersionPacker m_packer;
    VersionRowsWriter m_rows;
    Statement m_keep;
    Statement m_drop;
    IdRange m_range; ///< of the versions of the package at hand that may have changed
};

Result<void> closePackages(const Database& database, qint64 scope, qint64 snapshotId,
                           const std::vector<PackageName>& gone)
{
    for (const auto& package : gone) {
        if (auto closed = database.run("UPDATE versions SET until=? WHERE scope=? AND package=? AND until IS NULL",
                                       snapshotId, scope, package.value);
            !closed)
            return closed;
        if (auto dropped = database.run("DELETE FROM head_parts WHERE scope=? AND package=?", scope, package.value);
            !dropped)
            return dropped;
    }
    return {};
}

Result<void> writeVersions(const Database& database, qint64 scope, qint64 snapshotId, const Snapshot& snapshot)
{
    const auto head = readHead(database, scope);
    if (!head)
        return std::unexpected(head.error());
    if (!*head) {
        if (auto dropped = database.run("DELETE FROM head_parts WHERE scope=?", scope); !dropped)
            return dropped;
    }
    auto parts = readParts(database, scope);
    auto writer = VersionsWriter::prepare(database, scope, snapshotId, snapshot);
    if (!parts || !writer)
        return std::unexpected(!parts ? parts.error() : writer.error());
    // Without a head the parts do not tell what changed: the rows do.
    const IdRange range = *head ? IdRange() : IdRange::everything();
    for (const auto& package : snapshot.packages) {
        if (auto written = writer->write(package, parts->value(package.name.value), range); !written)
            return written;
    }
    return writeHead(database, scope, {snapshotId, totalsOf(snapshot)});
}

/// Within a transaction.
Result<void> writeRows(const Database& database, qint64 scope, const Snapshot& snapshot)
{
    if (auto head = database.run("INSERT INTO snapshots (scope, fetched_ms, complete, problems, list_complete) "
                                 "VALUES (?,?,?,?,?)",
                                 scope, snapshot.fetchedAt, snapshot.complete, packProblems(snapshot.problems),
                                 snapshot.isListWhole);
        !head)
        return head;
    const qint64 id = database.lastInsertId();
    const auto gone = updatePackageRows(database, scope, id, snapshot);
    if (!gone)
        return std::unexpected(gone.error());
    if (auto closed = closePackages(database, scope, id, *gone); !closed)
        return closed;
    if (auto written = writeVersions(database, scope, id, snapshot); !written)
        return written;
    return dropStaleChecks(database, scope);
}

/// Within a transaction.
Result<void> dropSnapshots(const Database& database, qint64 scope)
{
    for (const char* statement : {"DELETE FROM findings WHERE snapshot IN (SELECT id FROM snapshots WHERE scope=?)",
                                  "DELETE FROM heads WHERE scope=?", "DELETE FROM head_parts WHERE scope=?",
                                  "DELETE FROM versions WHERE scope=?", "DELETE FROM packages WHERE scope=?",
                                  "DELETE FROM snapshots WHERE scope=?"}) {
        if (auto dropped = database.run(statement, scope); !dropped)
            return dropped;
    }
    return {};
}

} // namespace

Result<void> writeSnapshot(const Database& database, const StoreScope& scope, const Snapshot& snapshot)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto row = scopeRow(database, scope);
    if (!row)
        return std::unexpected(row.error());
    if (auto written = writeRows(database, *row, snapshot); !written)
        return written;
    return (*transaction)->commit();
}

Result<qint64> writeReading(const Database& database, const StoreScope& scope, const Snapshot& snapshot,
                            const std::vector<PackageCheck>& checks, qint64 basis)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto row = scopeRow(database, scope);
    if (!row)
        return std::unexpected(row.error());
    const auto newest = readNewest(database, *row);
    if (!newest)
        return std::unexpected(newest.error());
    if (auto written = writeRows(database, *row, snapshot); !written)
        return std::unexpected(written.error());
    if (auto written = writeCheckRows(database, *row, checks); !written)
        return std::unexpected(written.error());
    const bool isOfOther = *newest && (*newest)->id != basis;
    if (auto contested = isOfOther ? contestFullChecks(database, *row) : Result<void>(); !contested)
        return std::unexpected(contested.error());
    const auto kept = readNewest(database, *row);
    if (!kept)
        return std::unexpected(kept.error());
    return (*transaction)->commit().transform([&] { return (*kept)->id; });
}

Result<void> writeHistory(const Database& database, const StoreScope& scope, std::span<const SnapshotPtr> snapshots)
{
    const auto always = [](std::span<const HistoryEntry>) { return true; };
    return writeLackingHistory(database, scope, snapshots, always).transform([](bool) {});
}

Result<bool> writeLackingHistory(const Database& database, const StoreScope& scope,
                                 std::span<const SnapshotPtr> snapshots, const HistoryCheck& isLacking)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto row = scopeRow(database, scope);
    if (!row)
        return std::unexpected(row.error());
    const auto kept = readHistory(database, *row);
    if (!kept)
        return std::unexpected(kept.error());
    if (!isLacking(*kept))
        return false;
    if (auto dropped = dropSnapshots(database, *row); !dropped)
        return std::unexpected(dropped.error());
    for (const auto& snapshot : snapshots) {
        if (auto written = writeRows(database, *row, *snapshot); !written)
            return std::unexpected(written.error());
    }
    return (*transaction)->commit().transform([] { return true; });
}

Result<bool> writeUnchanged(const Database& database, const StoreScope& scope, qint64 snapshot,
                            const std::vector<PackageCheck>& checks, const QDateTime& time)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto row = scopeRow(database, scope);
    if (!row)
        return std::unexpected(row.error());
    const auto newest = readNewest(database, *row);
    if (!newest)
        return std::unexpected(newest.error());
    const bool isNewest = *newest && (*newest)->id == snapshot;
    const auto written =
        isNewest ? database.run("UPDATE snapshots SET checked_ms=? WHERE id=?", time, snapshot).and_then([&] {
            return writeCheckRows(database, *row, checks);
        })
                 : writeContestedChecks(database, *row, checks);
    return written.and_then([&] { return (*transaction)->commit(); }).transform([&] { return isNewest; });
}

} // namespace slipway
