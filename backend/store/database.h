#pragma once

#include "store/statement.h"

#include <memory>
#include <stop_token>

namespace slipway
{

/// One SQLite file opened for one thread: write-ahead log, foreign keys, a busy wait for a second process. Closed with
/// the object. Errors of everything here: Store, or StoreDamaged where the file is no database or its pages contradict
/// one another, with SQLite's words; Cancelled within a StopScope.
class Database final
{
public:
    /// Creates the file and its folder if need be. Once `closing` is requested, nobody waits long for another process
    /// that writes, nor for the disk: what was committed since stays in the log. Errors: FileAccess for the folder.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path, std::stop_token closing = {});
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// A statement to run once or many times.
    [[nodiscard]] Result<Statement> prepare(QByteArrayView sql) const;
    /// A statement with its values in order, not yet run: step through its rows with next().
    template<typename... Values>
    [[nodiscard]] Result<Statement> query(QByteArrayView sql, const Values&... values) const
    {
        auto statement = prepare(sql);
        if (statement)
            statement->bindAll(values...);
        return statement;
    }
    /// Runs one statement with its values in order to its end.
    template<typename... Values>
    [[nodiscard]] Result<void> run(QByteArrayView sql, const Values&... values) const
    {
        return prepare(sql).and_then([&](Statement statement) { return statement.execute(values...); });
    }
    /// How many pages the log may have before a commit brings it into the file; another connection of this process may
    /// do that before.
    void setCheckpointPages(int pages) { m_checkpointPages = pages; }
    static constexpr int kCheckpointPages = 1'000; ///< as SQLite's own default
    [[nodiscard]] bool isInTransaction() const;
    /// The number of the row that was inserted last.
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] sqlite3* handle() const { return m_handle; }
    /// Cancelled once the StopScope that is open is to stop: asked between the steps of long work.
    [[nodiscard]] Result<void> goOn() const;

private:
    friend class StopScope;

    Database(QString path, std::stop_token closing)
        : m_path(std::move(path))
        , m_closing(std::move(closing))
    {
    }
    [[nodiscard]] static int waitForOther(void* database, int tries);
    [[nodiscard]] static int isToStop(void* database);
    void leaveLog() const;
    static int checkpoint(void* database, sqlite3* handle, const char* schema, int pages);

    QString m_path;
    std::stop_token m_closing;
    std::stop_token m_stop;
    sqlite3* m_handle = nullptr;
    mutable StatementPool m_statements;
    int m_checkpointPages = kCheckpointPages;
};

/// While it lives, whatever runs on the database ends soon after a stop is requested, from any thread: with Cancelled,
/// and what a transaction had written is rolled back. One at a time.
class StopScope final
{
public:
    StopScope(Database& database, std::stop_token stop);
    ~StopScope();
    StopScope(const StopScope&) = delete;
    StopScope& operator=(const StopScope&) = delete;

private:
    Database& m_database;
};

/// All or nothing: rolls back when it goes out of scope without commit(). Waits for another process that writes.
class Transaction final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> begin(const Database& database);
    /// For reading alone: everything is seen as it is at the first statement. Waits for nobody. Within another
    /// transaction it is a part of that one.
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> beginReading(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(const Database& database)
        : m_database(database)
    {
    }

    const Database& m_database;
    bool m_isOpen = true;
};

} // namespace slipway
