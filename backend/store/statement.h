#pragma once

#include "core/digest.h"
#include "core/error.h"
#include "store/statementpool.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <concepts>
#include <memory>

namespace slipway
{

/// What SQLite last complained about, as an error of the file at `path`: StoreDamaged, which is noted beside the file,
/// if it is no database or its pages contradict one another; Cancelled if it was interrupted; else Store.
[[nodiscard]] Error databaseError(sqlite3* handle, const QString& path);

/// One prepared SQLite statement. Made by Database; ends before it. An error stays: next() is false from then on, and
/// result() says why.
class Statement final
{
public:
    Statement(sqlite3* handle, sqlite3_stmt* statement, StatementPool& pool, QString path);

    /// Binds the values to the parameters in order. Texts, bytes and digests are copied; an invalid time is NULL.
    template<typename... Values>
        requires(sizeof...(Values) > 0)
    void bindAll(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
    }
    void bindAll() {}
    void bind(int index, qint64 value);
    void bind(int index, std::integral auto value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, const QString& text);
    void bind(int index, const QByteArray& bytes);
    void bind(int index, const Digest& digest);
    void bind(int index, const QDateTime& time);
    void bindNull(int index);
    /// These bytes must live until the statement has run.
    void bindText(int index, QByteArrayView utf8);
    void bindBytes(int index, QByteArrayView bytes);

    /// Goes to the next row; false at the end, and after an error.
    bool next();
    /// Runs to its end with these values, ready to be run again.
    template<typename... Values>
    Result<void> execute(const Values&... values)
    {
        bindAll(values...);
        return finish();
    }
    /// Runs to its end with what is bound, ready to be run again.
    Result<void> finish();
    /// Ready to be run again, values kept.
    void reset();
    [[nodiscard]] Result<void> result() const;

    // Columns of the row next() went to.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const { return view(column).toByteArray(); }
    /// The bytes or UTF-8 text where they are, until the statement goes on.
    [[nodiscard]] QByteArrayView view(int column) const;
    [[nodiscard]] Digest digest(int column) const { return Digest::fromRaw(view(column)); }
    /// Milliseconds since 1970 UTC; invalid for NULL.
    [[nodiscard]] QDateTime time(int column) const;

private:
    struct Return {
        StatementPool* pool = nullptr;
        void operator()(sqlite3_stmt* statement) const { pool->giveBack(statement); }
    };

    sqlite3* m_handle;
    std::unique_ptr<sqlite3_stmt, Return> m_statement;
    QString m_path;
    std::optional<Error> m_error;
};

} // namespace slipway
