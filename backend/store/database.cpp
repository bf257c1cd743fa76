#include "store/database.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace slipway
{

namespace
{

constexpr int kBusyMilliseconds = 10'000;

} // namespace

Database::~Database()
{
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::FileAccess, QFileInfo(path).absolutePath());
    std::unique_ptr<Database> database(new Database(path));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &database->m_handle, flags, nullptr) != SQLITE_OK)
        return std::unexpected(databaseError(database->m_handle, path));
    sqlite3_busy_timeout(database->m_handle, kBusyMilliseconds);
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA foreign_keys=ON"}) {
        if (auto done = database->run(pragma); !done)
            return std::unexpected(done.error());
    }
    return database;
}

Result<Statement> Database::prepare(QByteArrayView sql) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr) != SQLITE_OK)
        return std::unexpected(databaseError(m_handle, m_path));
    return Statement(m_handle, statement, m_path);
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

Result<std::unique_ptr<Transaction>> Transaction::begin(const Database& database)
{
    if (auto begun = database.run("BEGIN IMMEDIATE"); !begun)
        return std::unexpected(begun.error());
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Result<std::unique_ptr<Transaction>> Transaction::beginReading(const Database& database)
{
    if (auto begun = database.run("BEGIN"); !begun)
        return std::unexpected(begun.error());
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    if (m_isOpen)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (auto committed = m_database.run("COMMIT"); !committed)
        return committed;
    m_isOpen = false;
    return {};
}

} // namespace slipway
