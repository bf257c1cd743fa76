#include "store/readings.h"

#include <chrono>

namespace slipway
{

namespace
{

/// List pages shrink to a tenth even at the fastest level, which costs a millisecond a page.
constexpr int kCompression = 1;
/// A century, by which a contested check lies back.
constexpr qint64 kContestedMs = std::chrono::milliseconds(std::chrono::years(100)).count();

} // namespace

Result<std::optional<CachedPage>> readPage(const Database& database, qint64 scope, const QString& url)
{
    auto query = database.query("SELECT etag, link, body FROM pages WHERE scope=? AND url=?", scope, url);
    if (!query)
        return std::unexpected(query.error());
    // A page that cannot be unpacked is not known: it is read again.
    const QByteArray body = query->next() ? qUncompress(query->bytes(2)) : QByteArray();
    if (!body.isEmpty())
        return CachedPage{query->bytes(0), query->bytes(1), body};
    return query->result().transform([] { return std::optional<CachedPage>(); });
}

Result<void> writePage(const Database& database, qint64 scope, const QString& url, const CachedPage& page)
{
    return database.run("INSERT OR REPLACE INTO pages (scope, url, etag, link, body) VALUES (?,?,?,?,?)", scope, url,
                        page.etag, page.link, qCompress(page.body, kCompression));
}

Result<void> dropPages(const Database& database, qint64 scope, const QString& urlPrefix)
{
    return database.run("DELETE FROM pages WHERE scope=?1 AND url>=?2 AND substr(url, 1, length(?2))=?2", scope,
                        urlPrefix);
}

Result<std::vector<PackageCheck>> readChecks(const Database& database, qint64 scope)
{
    auto query =
        database.query("SELECT package, full_ms, settled_ms, tries FROM checks WHERE scope=? ORDER BY package", scope);
    if (!query)
        return std::unexpected(query.error());
    std::vector<PackageCheck> checks;
    while (query->next())
        checks.push_back({{query->text(0)}, query->time(1), query->time(2), int(query->integer(3))});
    return query->result().transform([&] { return std::move(checks); });
}

Result<void> writeChecks(const Database& database, qint64 scope, const std::vector<PackageCheck>& checks)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    return writeCheckRows(database, scope, checks).and_then([&] { return (*transaction)->commit(); });
}

Result<void> writeCheckRows(const Database& database, qint64 scope, const std::vector<PackageCheck>& checks)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO checks VALUES (?,?,?,?,?)");
    if (!statement)
        return std::unexpected(statement.error());
    for (const auto& check : checks) {
        if (auto done = statement->execute(scope, check.package.value, check.fullCheckAt, check.settledUpdatedAt,
                                           check.unsettledTries);
            !done)
            return done;
    }
    return {};
}

Result<void> contestFullChecks(const Database& database, qint64 scope)
{
    return database.run("UPDATE checks SET full_ms=full_ms-? WHERE scope=? AND full_ms>0", kContestedMs, scope);
}

Result<void> writeContestedChecks(const Database& database, qint64 scope, const std::vector<PackageCheck>& checks)
{
    auto statement = database.prepare("UPDATE checks SET full_ms=?1 WHERE scope=?2 AND package=?3 AND "
                                      "(full_ms IS NULL OR full_ms<?1)");
    if (!statement)
        return std::unexpected(statement.error());
    for (const auto& check : checks) {
        const qint64 ms = check.fullCheckAt.isValid() ? check.fullCheckAt.toMSecsSinceEpoch() : 0;
        if (ms <= 0)
            continue;
        if (auto done = statement->execute(ms - kContestedMs, scope, check.package.value); !done)
            return done;
    }
    return {};
}

Result<QByteArray> readNote(const Database& database, qint64 scope, const QString& kind)
{
    auto query = database.query("SELECT bytes FROM notes WHERE scope=? AND kind=?", scope, kind);
    if (!query)
        return std::unexpected(query.error());
    QByteArray bytes = query->next() ? query->bytes(0) : QByteArray();
    return query->result().transform([&] { return std::move(bytes); });
}

Result<void> writeNote(const Database& database, qint64 scope, const QString& kind, const QByteArray& bytes)
{
    return database.run("INSERT OR REPLACE INTO notes (scope, kind, bytes) VALUES (?,?,?)", scope, kind, bytes);
}

Result<void> dropStaleChecks(const Database& database, qint64 scope)
{
    return database.run("DELETE FROM checks WHERE scope=?1 AND package NOT IN "
                        "(SELECT name FROM packages WHERE scope=?1 AND until IS NULL)",
                        scope);
}

} // namespace slipway
