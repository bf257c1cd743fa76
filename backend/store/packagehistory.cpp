#include "store/packagehistory.h"

#include "store/versionrows.h"

#include <algorithm>

namespace slipway
{

namespace
{

// Parameters: ?1 scope, ?2 package; ?3 and ?4 the snapshots between which something happened, the first one excluded.
constexpr const char* kScope = "SELECT id FROM scopes WHERE api_host=?1 AND login=?2";
constexpr const char* kSnapshots =
    "SELECT id, fetched_ms, ifnull(checked_ms, fetched_ms) FROM snapshots WHERE scope=?1 ORDER BY id";
constexpr const char* kWhole = "SELECT since, until FROM packages WHERE scope=?1 AND name=?2 AND complete=1";
// Where `?5` rows, counted from the newest, end.
constexpr const char* kEndOfEnded = "SELECT until FROM versions WHERE scope=?1 AND package=?2 AND until IS NOT NULL "
                                    "AND until>?3 AND until<=?4 ORDER BY until DESC LIMIT 1 OFFSET ?5";
constexpr const char* kEndOfBegun = "SELECT since FROM versions WHERE scope=?1 AND package=?2 AND until IS NULL "
                                    "AND since>?3 AND since<=?4 ORDER BY since DESC LIMIT 1 OFFSET ?5";
constexpr const char* kSpans =
    "SELECT github_id, digest, tags, since, until FROM versions "
    "WHERE scope=?1 AND package=?2 AND until IS NOT NULL AND until>?3 AND (until<=?4 OR (since>?3 AND since<=?4)) "
    "UNION ALL SELECT github_id, digest, tags, since, until FROM versions "
    "WHERE scope=?1 AND package=?2 AND until IS NULL AND since>?3 AND since<=?4 ORDER BY github_id";

struct LifeSpan {
    qint64 since = 0;
    qint64 until = std::numeric_limits<qint64>::max();
};

/// When all versions of the package were read.
Result<std::vector<LifeSpan>> wholeSpans(const Database& database, qint64 scope, const PackageName& package)
{
    auto query = database.query(kWhole, scope, package.value);
    if (!query)
        return std::unexpected(query.error());
    std::vector<LifeSpan> spans;
    while (query->next())
        spans.push_back(query->isNull(1) ? LifeSpan{query->integer(0)}
                                         : LifeSpan{query->integer(0), query->integer(1)});
    std::ranges::sort(spans, {}, &LifeSpan::since);
    return query->result().transform([&] { return std::move(spans); });
}

/// The readings that can tell what changed: a version that is missing in any other was perhaps not read.
Result<std::vector<WholeReading>> readingsOf(const Database& database, qint64 scope, const PackageName& package)
{
    const auto spans = wholeSpans(database, scope, package);
    auto query = database.query(kSnapshots, scope);
    if (!spans || !query)
        return std::unexpected(!spans ? spans.error() : query.error());
    std::vector<WholeReading> readings;
    auto span = spans->begin();
    while (query->next()) {
        const qint64 id = query->integer(0);
        while (span != spans->end() && span->until <= id)
            ++span;
        if (span != spans->end() && span->since <= id)
            readings.push_back({id, query->time(1), query->time(2)});
    }
    return query->result().transform([&] { return std::move(readings); });
}

/// One number, or nullopt if there is none.
template<typename... Values>
Result<std::optional<qint64>> numberFrom(const Database& database, const char* sql, const Values&... values)
{
    auto query = database.query(sql, values...);
    if (!query)
        return std::unexpected(query.error());
    const auto number = query->next() ? std::optional(query->integer(0)) : std::nullopt;
    return query->result().transform([&] { return number; });
}

/// Reads the rows of one package.
class HistoryRows final
{
public:
    HistoryRows(const Database& database, qint64 scope, const PackageName& package)
        : m_database(database)
        , m_scope(scope)
        , m_package(package)
    {
    }

    /// The place of the reading to begin after, so that about `rows` rows changed up to the last of these readings, and
    /// one reading at least is looked at.
    [[nodiscard]] Result<std::size_t> start(std::span<const WholeReading> readings, qint64 rows) const
    {
        std::size_t start = 0;
        for (const char* sql : {kEndOfEnded, kEndOfBegun}) {
            const auto end =
                numberFrom(m_database, sql, m_scope, m_package.value, readings.front().id, readings.back().id, rows);
            if (!end)
                return std::unexpected(end.error());
            if (!*end)
                continue;
            const auto found = std::ranges::lower_bound(readings, **end, {}, &WholeReading::id);
            start = std::max(start, static_cast<std::size_t>(found - readings.begin()));
        }
        return std::min(start, readings.size() - 2);
    }

    [[nodiscard]] Result<std::vector<VersionSpan>> between(qint64 after, qint64 until) const
    {
        auto query = m_database.query(kSpans, m_scope, m_package.value, after, until);
        if (!query)
            return std::unexpected(query.error());
        std::vector<VersionSpan> spans;
        while (query->next()) {
            spans.push_back({{query->integer(0)}, query->digest(1), unpackTags(query->text(2)), query->integer(3), {}});
            if (!query->isNull(4))
                spans.back().until = query->integer(4);
        }
        return query->result().transform([&] { return std::move(spans); });
    }

private:
    const Database& m_database;
    qint64 m_scope;
    const PackageName& m_package;
};

Result<PackageHistory> readBetween(const HistoryRows& source, std::span<const WholeReading> readings, qint64 rows)
{
    PackageHistory history;
    if (readings.empty())
        return history;
    history.since = readings.front().readAt;
    if (readings.size() == 1)
        return history;
    const auto start = source.start(readings, rows);
    if (!start)
        return std::unexpected(start.error());
    const auto part = readings.subspan(*start);
    const auto spans = source.between(part.front().id, part.back().id);
    if (!spans)
        return std::unexpected(spans.error());
    history.events = historyEvents(*spans, part);
    if (*start > 0)
        history.older = part.front().id;
    return history;
}

} // namespace

Result<PackageHistory> readPackageHistory(const Database& database, const QString& apiHost, const QString& login,
                                          const PackageName& package, std::optional<std::int64_t> before, qint64 rows)
{
    // One moment for all that is read, whatever another process writes meanwhile.
    const auto reading = Transaction::beginReading(database);
    if (!reading)
        return std::unexpected(reading.error());
    const auto scope = numberFrom(database, kScope, apiHost, login);
    if (!scope || !*scope)
        return scope ? Result<PackageHistory>(PackageHistory()) : std::unexpected(scope.error());
    auto readings = readingsOf(database, **scope, package);
    if (!readings)
        return std::unexpected(readings.error());
    if (before)
        std::erase_if(*readings, [&](const WholeReading& later) { return later.id > *before; });
    return readBetween(HistoryRows(database, **scope, package), *readings, rows);
}

std::vector<QByteArray> packageHistoryStatements()
{
    return {kScope, kSnapshots, kWhole, kEndOfEnded, kEndOfBegun, kSpans};
}

} // namespace slipway
