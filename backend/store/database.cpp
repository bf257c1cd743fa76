#include "store/database.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>
#include <tuple>
#include <unistd.h>

namespace slipway
{

namespace
{

// Another process may be writing a million rows. Short naps: whoever writes again and again leaves short gaps.
constexpr int kNapMilliseconds = 10;
constexpr int kNaps = 1'000;
constexpr int kNapsWhenClosing = 30;

/// Operations of SQLite's machine between two looks at the stop token: well below a millisecond.
constexpr int kOperationsBetween = 10'000;

/// Configs of private images hold what nobody else of this machine is to read. SQLite gives the files it keeps beside
/// the database the database's own mode. A file that is there is not opened here: closing it would take away the locks
/// this process has on it (SQLite, "How To Corrupt An SQLite Database File", 2.2).
constexpr mode_t kOwnerOnly = S_IRUSR | S_IWUSR;

void makeForOwner(const QString& path)
{
    const int created = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
    if (created >= 0)
        ::close(created);
}

/// One of an earlier version, or behind a link, where SQLite keeps its files too.
void keepToOwner(const QString& path)
{
    const QByteArray name = QFile::encodeName(QFileInfo(path).canonicalFilePath());
    if (name.isEmpty())
        return; // it has just been taken away
    for (const char* suffix : {"", "-wal", "-shm"}) {
        struct stat now = {};
        const QByteArray file = name + suffix;
        if (::stat(file.constData(), &now) == 0 && (now.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            std::ignore = ::chmod(file.constData(), kOwnerOnly);
    }
}

} // namespace

Database::~Database()
{
    m_statements.clear();
    // Else the last to close waits for the disk, which may be busy for seconds.
    if (m_closing.stop_requested())
        leaveLog();
    sqlite3_close_v2(m_handle);
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, std::stop_token closing)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::FileAccess, QFileInfo(path).absolutePath());
    makeForOwner(path);
    std::unique_ptr<Database> database(new Database(path, std::move(closing)));
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &database->m_handle, flags, nullptr) != SQLITE_OK)
        return std::unexpected(databaseError(database->m_handle, path));
    keepToOwner(path); // before the files beside it are made, and if it turns out to be damaged
    sqlite3_busy_handler(database->m_handle, waitForOther, database.get());
    sqlite3_wal_hook(database->m_handle, checkpoint, database.get());
    for (const char* pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL", "PRAGMA foreign_keys=ON",
                               "PRAGMA secure_delete=OFF",              // what goes is no secret, and zeros are slow
                               "PRAGMA journal_size_limit=67108864"}) { // a log that was left shrinks again
        if (auto done = database->run(pragma); !done)
            return std::unexpected(done.error());
    }
    keepToOwner(path);
    return database;
}

int Database::waitForOther(void* database, int tries)
{
    const auto& self = *static_cast<const Database*>(database);
    if (self.m_stop.stop_requested() || tries >= (self.m_closing.stop_requested() ? kNapsWhenClosing : kNaps))
        return 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(std::min(tries + 1, kNapMilliseconds)));
    return 1;
}

int Database::isToStop(void* database)
{
    return static_cast<const Database*>(database)->m_stop.stop_requested() ? 1 : 0;
}

/// What is in the log is kept as well as what is in the file; whoever commits next may bring it there.
void Database::leaveLog() const
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

/// After a commit: brings a long log into the file. That is done page by page without asking isToStop(), waits for the
/// disk, and may take seconds; stopped, it is left to whoever commits next, and not to closing it either.
int Database::checkpoint(void* database, sqlite3* handle, const char* schema, int pages)
{
    const auto& self = *static_cast<const Database*>(database);
    if (pages < self.m_checkpointPages || self.m_stop.stop_requested() || self.m_closing.stop_requested())
        return SQLITE_OK;
    const auto interrupt = [handle] { sqlite3_interrupt(handle); };
    const std::stop_callback onStop(self.m_stop, interrupt);
    const std::stop_callback onClosing(self.m_closing, interrupt);
    if (sqlite3_wal_checkpoint_v2(handle, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr) == SQLITE_INTERRUPT)
        self.leaveLog();
    // The commit has happened, whatever became of this.
    return SQLITE_OK;
}

Result<void> Database::goOn() const
{
    if (m_stop.stop_requested())
        return failure(ErrorKind::Cancelled, m_path);
    return {};
}

StopScope::StopScope(Database& database, std::stop_token stop)
    : m_database(database)
{
    database.m_stop = std::move(stop);
    if (database.m_stop.stop_possible())
        sqlite3_progress_handler(database.m_handle, kOperationsBetween, Database::isToStop, &database);
}

StopScope::~StopScope()
{
    sqlite3_progress_handler(m_database.m_handle, 0, nullptr, nullptr);
    m_database.m_stop = {};
}

Result<Statement> Database::prepare(QByteArrayView sql) const
{
    sqlite3_stmt* statement = m_statements.take(m_handle, sql);
    if (statement == nullptr)
        return std::unexpected(databaseError(m_handle, m_path));
    return Statement(m_handle, statement, m_statements, m_path);
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
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
    std::unique_ptr<Transaction> transaction(new Transaction(database));
    transaction->m_isOpen = !database.isInTransaction();
    if (!transaction->m_isOpen)
        return transaction;
    if (auto begun = database.run("BEGIN"); !begun)
        return std::unexpected(begun.error());
    return transaction;
}

Transaction::~Transaction()
{
    if (m_isOpen)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (!m_isOpen)
        return {};
    if (auto committed = m_database.run("COMMIT"); !committed)
        return committed;
    m_isOpen = false;
    return {};
}

} // namespace slipway
