#pragma once

#include "store/statement.h"

#include <memory>

namespace slipway
{

/// One SQLite file opened for one thread: write-ahead log, foreign keys, a busy wait for a second process. Closed with
/// the object. Errors of everything here: Store, or StoreDamaged where the file is no database or its pages contradict
/// one another, with SQLite's words.
class Database final
{
public:
    /// Creates the file and its folder if need be. Errors: FileAccess for the folder.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path);
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
    /// The number of the row that was inserted last.
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

private:
    explicit Database(QString path)
        : m_path(std::move(path))
    {
    }

    QString m_path;
    sqlite3* m_handle = nullptr;
};

/// All or nothing: rolls back when it goes out of scope without commit(). Waits for another process that writes.
class Transaction final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> begin(const Database& database);
    /// For reading alone: everything is seen as it is at the first statement. Waits for nobody.
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
