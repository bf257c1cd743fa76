#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <memory>

namespace slipway
{

/// One SQLite file opened for one thread: write-ahead log, foreign keys, a busy wait for a second process. Closed with
/// the object.
class Database final
{
public:
    /// Creates the file and its folder if need be. Errors: Store, with SQLite's words.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString& path);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs one statement with its values in order.
    [[nodiscard]] Result<QSqlQuery> run(const QString& statement, const QVariantList& values = {}) const;
    /// A statement to run many times.
    [[nodiscard]] Result<QSqlQuery> prepare(const QString& statement) const;
    [[nodiscard]] Error errorFrom(const QSqlQuery& query) const;
    [[nodiscard]] const QString& path() const { return m_path; }

private:
    explicit Database(QString path);
    [[nodiscard]] QSqlDatabase connection() const;

    QString m_path;
    QString m_connection;
};

/// A text column's value: an empty text is empty, never NULL, whichever of Qt's two empty strings it is.
[[nodiscard]] inline QVariant textValue(const QString& text)
{
    return text.isNull() ? QVariant(QString(QLatin1StringView(""))) : QVariant(text);
}

/// A time column's value: milliseconds since 1970 UTC, NULL for an invalid time.
[[nodiscard]] QVariant timeValue(const QDateTime& time);
[[nodiscard]] QDateTime timeFrom(const QVariant& value);

/// All or nothing: rolls back when it goes out of scope without commit().
class Transaction final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Transaction>> begin(const Database& database);
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
