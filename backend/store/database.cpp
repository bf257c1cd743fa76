#include "store/database.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QTimeZone>
#include <QUuid>

#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

Database::Database(QString path)
    : m_path(std::move(path))
    , m_connection(QUuid::createUuid().toString())
{
}

Database::~Database()
{
    connection().close();
    QSqlDatabase::removeDatabase(m_connection);
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_connection, false);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::FileAccess, QFileInfo(path).absolutePath());
    std::unique_ptr<Database> database(new Database(path));
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!connection.open())
        return failure(ErrorKind::Store, path, connection.lastError().databaseText());
    for (const auto& pragma :
         {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=NORMAL"_s, u"PRAGMA foreign_keys=ON"_s}) {
        if (auto done = database->run(pragma); !done)
            return std::unexpected(done.error());
    }
    return database;
}

Error Database::errorFrom(const QSqlQuery& query) const
{
    return {ErrorKind::Store, m_path, query.lastError().databaseText(), std::nullopt};
}

Result<QSqlQuery> Database::prepare(const QString& statement) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return std::unexpected(errorFrom(query));
    return query;
}

Result<QSqlQuery> Database::run(const QString& statement, const QVariantList& values) const
{
    auto query = prepare(statement);
    if (!query)
        return query;
    for (const auto& value : values)
        query->addBindValue(value);
    if (!query->exec())
        return std::unexpected(errorFrom(*query));
    return query;
}

QVariant timeValue(const QDateTime& time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

QDateTime timeFrom(const QVariant& value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone::UTC);
}

Result<std::unique_ptr<Transaction>> Transaction::begin(const Database& database)
{
    if (auto begun = database.run(u"BEGIN IMMEDIATE"_s); !begun)
        return std::unexpected(begun.error());
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    if (m_isOpen)
        std::ignore = m_database.run(u"ROLLBACK"_s);
}

Result<void> Transaction::commit()
{
    if (auto committed = m_database.run(u"COMMIT"_s); !committed)
        return std::unexpected(committed.error());
    m_isOpen = false;
    return {};
}

} // namespace slipway
