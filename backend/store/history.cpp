#include "store/history.h"

#include <QTimeZone>

namespace slipway
{

namespace
{

constexpr int kAllDays = 7;
constexpr int kDailyDays = 365;
constexpr qint64 kDayMilliseconds = 24 * 3600 * 1000LL;

QDate dayOf(const QDateTime& time)
{
    return time.toUTC().date();
}

/// The Monday of its week.
QDate weekOf(const QDateTime& time)
{
    const QDate day = dayOf(time);
    return day.addDays(1 - day.dayOfWeek());
}

/// Rows whose life [since, until) no snapshot falls into any more.
Result<void> dropUnheldRows(const Database& database, const char* table, qint64 scope)
{
    return database.run(QByteArray("DELETE FROM ") + table
                            + " AS row WHERE scope=?1 AND until IS NOT NULL AND NOT EXISTS "
                              "(SELECT 1 FROM snapshots WHERE scope=?1 AND id>=row.since AND id<row.until)",
                        scope);
}

Result<std::vector<HistoryEntry>> readEntries(const Database& database, QByteArrayView sql, qint64 scope)
{
    auto query = database.query(sql, scope);
    if (!query)
        return std::unexpected(query.error());
    std::vector<HistoryEntry> entries;
    while (query->next())
        entries.push_back({query->integer(0), query->time(1), query->time(2), query->boolean(3), query->boolean(4)});
    return query->result().transform([&] { return std::move(entries); });
}

} // namespace

std::vector<size_t> snapshotsToKeep(const std::vector<QDateTime>& times, const QDateTime& now)
{
    const QDateTime allSince = now.addDays(-kAllDays);
    const QDateTime dailySince = now.addDays(-kDailyDays);
    std::vector<size_t> kept;
    for (size_t i = 0; i < times.size(); ++i) {
        const bool isNewest = i + 1 == times.size();
        const bool isLastOfDay = isNewest || dayOf(times[i + 1]) != dayOf(times[i]);
        const bool isLastOfWeek = isNewest || weekOf(times[i + 1]) != weekOf(times[i]);
        if (isLastOfWeek || times[i] >= allSince || (isLastOfDay && times[i] >= dailySince))
            kept.push_back(i);
    }
    return kept;
}

Result<std::vector<HistoryEntry>> readHistory(const Database& database, qint64 scope)
{
    return readEntries(database,
                       "SELECT id, fetched_ms, ifnull(checked_ms, fetched_ms), complete, list_complete FROM snapshots "
                       "WHERE scope=? ORDER BY id",
                       scope);
}

Result<std::optional<HistoryEntry>> readNewest(const Database& database, qint64 scope)
{
    return readEntries(database,
                       "SELECT id, fetched_ms, ifnull(checked_ms, fetched_ms), complete, list_complete FROM snapshots "
                       "WHERE scope=? ORDER BY id DESC LIMIT 1",
                       scope)
        .transform([](const std::vector<HistoryEntry>& entries) {
            return entries.empty() ? std::nullopt : std::optional(entries.front());
        });
}

Result<void> thinHistory(const Database& database, qint64 scope, const QDateTime& now)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto entries = readHistory(database, scope);
    if (!entries)
        return std::unexpected(entries.error());
    std::vector<QDateTime> times;
    for (const auto& entry : *entries)
        times.push_back(entry.fetchedAt);
    const auto kept = snapshotsToKeep(times, now);
    auto next = kept.begin();
    for (size_t i = 0; i < entries->size(); ++i) {
        if (next != kept.end() && *next == i) {
            ++next;
            continue;
        }
        for (const char* statement : {"DELETE FROM findings WHERE snapshot=?", "DELETE FROM snapshots WHERE id=?"}) {
            if (auto dropped = database.run(statement, (*entries)[i].id); !dropped)
                return dropped;
        }
    }
    if (kept.size() != entries->size()) {
        for (const char* table : {"packages", "versions"}) {
            if (auto dropped = dropUnheldRows(database, table, scope); !dropped)
                return dropped;
        }
    }
    if (auto noted = database.run("UPDATE scopes SET thinned_ms=? WHERE id=?", now, scope); !noted)
        return noted;
    return (*transaction)->commit();
}

Result<void> thinHistoryDaily(const Database& database, qint64 scope, const QDateTime& now)
{
    auto query = database.query("SELECT thinned_ms FROM scopes WHERE id=?", scope);
    if (!query)
        return std::unexpected(query.error());
    const QDateTime last = query->next() ? query->time(0) : QDateTime();
    if (auto read = query->finish(); !read)
        return read;
    // A clock that was set back must not stop it.
    if (last.isValid() && std::abs(last.msecsTo(now)) < kDayMilliseconds)
        return {};
    return thinHistory(database, scope, now);
}

Result<std::vector<SnapshotFinding>> readFindings(const Database& database, qint64 scope, const QString& kind,
                                                  const QByteArray& rules)
{
    auto query = database.query("SELECT snapshot, bytes FROM findings JOIN snapshots ON id=snapshot "
                                "WHERE scope=? AND kind=? AND rules=? ORDER BY snapshot",
                                scope, kind, rules);
    if (!query)
        return std::unexpected(query.error());
    std::vector<SnapshotFinding> findings;
    while (query->next())
        findings.push_back({query->integer(0), query->bytes(1)});
    return query->result().transform([&] { return std::move(findings); });
}

Result<void> writeFinding(const Database& database, const SnapshotFinding& finding, const QString& kind,
                          const QByteArray& rules)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    if (auto written = database.run("INSERT OR REPLACE INTO findings SELECT id,?,?,? FROM snapshots WHERE id=?", kind,
                                    rules, finding.bytes, finding.snapshot);
        !written)
        return written;
    // What is replaced is the newest again.
    if (auto dropped = database.run("DELETE FROM findings WHERE snapshot=?1 AND kind=?2 AND rowid NOT IN (SELECT rowid "
                                    "FROM findings WHERE snapshot=?1 AND kind=?2 ORDER BY rowid DESC LIMIT 4)",
                                    finding.snapshot, kind);
        !dropped)
        return dropped;
    return (*transaction)->commit();
}

} // namespace slipway
