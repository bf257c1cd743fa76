#include "store/followed.h"

#include <QHash>
#include <QSet>

namespace slipway
{

namespace
{

Result<void> write(const Database& database, qint64 scope, const QString& kind, FollowedRecord& record)
{
    if (record.id != 0) {
        return database.run("UPDATE followed SET is_over=?, bytes=? WHERE id=? AND scope=?", record.isOver ? 1 : 0,
                            record.bytes, record.id, scope);
    }
    auto query =
        database.query("INSERT INTO followed (scope, kind, key, is_over, bytes) VALUES (?,?,?,?,?) RETURNING id", scope,
                       kind, record.key, record.isOver ? 1 : 0, record.bytes);
    if (!query)
        return std::unexpected(query.error());
    record.id = query->next() ? query->integer(0) : 0;
    return query->finish();
}

/// A key that two records would have which are not over; null if there is none.
QString keyThatIsTwice(const std::vector<FollowedRecord>& before, const std::vector<FollowedRecord>& after)
{
    QHash<QString, qint64> ids;
    QSet<qint64> changed;
    for (const auto& record : after) {
        changed.insert(record.id);
        if (record.isOver)
            continue;
        if (ids.contains(record.key))
            return record.key;
        ids.insert(record.key, record.id);
    }
    for (const auto& record : before)
        if (!changed.contains(record.id) && ids.contains(record.key))
            return record.key;
    return {};
}

} // namespace

Result<std::vector<FollowedRecord>> readFollowed(const Database& database, qint64 scope, const QString& kind,
                                                 FollowedPart part)
{
    auto query =
        part == FollowedPart::NotOver
            ? database.query("SELECT id, key, is_over, bytes FROM followed WHERE scope=? AND kind=? "
                             "AND is_over=0 ORDER BY id",
                             scope, kind)
            : database.query("SELECT id, key, is_over, bytes FROM followed WHERE scope=? AND kind=? ORDER BY id", scope,
                             kind);
    if (!query)
        return std::unexpected(query.error());
    std::vector<FollowedRecord> records;
    while (query->next())
        records.push_back({query->integer(0), query->text(1), query->boolean(2), query->bytes(3)});
    return query->result().transform([&] { return std::move(records); });
}

Result<std::vector<FollowedRecord>>
changeFollowed(const Database& database, qint64 scope, const QString& kind,
               const std::function<Result<std::vector<FollowedRecord>>(std::vector<FollowedRecord>)>& next)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto before = readFollowed(database, scope, kind, FollowedPart::NotOver);
    if (!before)
        return std::unexpected(before.error());
    QHash<qint64, QByteArray> known;
    for (const auto& record : *before)
        known.insert(record.id, record.bytes);
    auto after = next(*before);
    if (!after)
        return std::unexpected(after.error());
    if (const QString twice = keyThatIsTwice(*before, *after); !twice.isNull())
        return failure(ErrorKind::Store, database.path(), QStringLiteral("followed twice: ") + twice);
    for (auto& record : *after) {
        if (record.id != 0 && !record.isOver && known.value(record.id) == record.bytes)
            continue;
        if (auto written = write(database, scope, kind, record); !written)
            return std::unexpected(written.error());
    }
    if (auto done = (*transaction)->commit(); !done)
        return std::unexpected(done.error());
    return after;
}

} // namespace slipway
