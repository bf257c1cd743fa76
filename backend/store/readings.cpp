#include "store/readings.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// List pages shrink to a tenth even at the fastest level, which costs a millisecond a page.
constexpr int kCompression = 1;

/// Bytes of a column: empty bytes are empty, never NULL.
QVariant bytesValue(const QByteArray& bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

Result<void> done(const Result<QSqlQuery>& query)
{
    if (!query)
        return std::unexpected(query.error());
    return {};
}

} // namespace

Result<std::optional<CachedPage>> readPage(const Database& database, qint64 scope, const QString& url)
{
    auto query = database.run(u"SELECT etag, link, body FROM pages WHERE scope=? AND url=?"_s, {scope, url});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::nullopt;
    const QByteArray body = qUncompress(query->value(2).toByteArray());
    // A page that cannot be unpacked is not known: it is read again.
    if (body.isEmpty())
        return std::nullopt;
    return CachedPage{query->value(0).toByteArray(), query->value(1).toByteArray(), body};
}

Result<void> writePage(const Database& database, qint64 scope, const QString& url, const CachedPage& page)
{
    return done(database.run(
        u"INSERT OR REPLACE INTO pages (scope, url, etag, link, body) VALUES (?,?,?,?,?)"_s,
        {scope, textValue(url), bytesValue(page.etag), bytesValue(page.link), qCompress(page.body, kCompression)}));
}

Result<void> dropPages(const Database& database, qint64 scope, const QString& urlPrefix)
{
    return done(database.run(u"DELETE FROM pages WHERE scope=? AND url>=? AND substr(url, 1, ?)=?"_s,
                             {scope, textValue(urlPrefix), urlPrefix.toUcs4().size(), textValue(urlPrefix)}));
}

Result<std::vector<PackageCheck>> readChecks(const Database& database, qint64 scope)
{
    auto query = database.run(
        u"SELECT package, full_ms, settled_ms, tries FROM checks WHERE scope=? ORDER BY package"_s, {scope});
    if (!query)
        return std::unexpected(query.error());
    std::vector<PackageCheck> checks;
    while (query->next()) {
        checks.push_back({{query->value(0).toString()},
                          timeFrom(query->value(1)),
                          timeFrom(query->value(2)),
                          query->value(3).toInt()});
    }
    return checks;
}

Result<void> writeChecks(const Database& database, qint64 scope, const std::vector<PackageCheck>& checks)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto query = database.prepare(u"INSERT OR REPLACE INTO checks VALUES (?,?,?,?,?)"_s);
    if (!query)
        return std::unexpected(query.error());
    for (const auto& check : checks) {
        query->bindValue(0, scope);
        query->bindValue(1, textValue(check.package.value));
        query->bindValue(2, timeValue(check.fullCheckAt));
        query->bindValue(3, timeValue(check.settledUpdatedAt));
        query->bindValue(4, check.unsettledTries);
        if (!query->exec())
            return std::unexpected(database.errorFrom(*query));
    }
    return (*transaction)->commit();
}

Result<void> dropStaleChecks(const Database& database, qint64 scope)
{
    return done(database.run(u"DELETE FROM checks WHERE scope=? AND package NOT IN "
                             "(SELECT name FROM packages WHERE scope=? AND until IS NULL)"_s,
                             {scope, scope}));
}

} // namespace slipway
