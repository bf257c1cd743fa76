#include "store/statement.h"

#include "store/storefile.h"

#include <QTimeZone>

#include <sqlite3.h>

namespace slipway
{

namespace
{

// Texts and bytes of Qt may be null and yet are values: SQLite takes a null pointer for NULL.
const char* dataOf(QByteArrayView bytes)
{
    return bytes.isNull() ? "" : bytes.data();
}

auto lengthOf(QByteArrayView bytes)
{
    return static_cast<sqlite3_uint64>(bytes.size());
}

} // namespace

Error databaseError(sqlite3* handle, const QString& path)
{
    const int code = sqlite3_errcode(handle);
    if (code == SQLITE_INTERRUPT)
        return {ErrorKind::Cancelled, path, {}, std::nullopt};
    const auto kind = code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? ErrorKind::StoreDamaged : ErrorKind::Store;
    if (kind == ErrorKind::StoreDamaged)
        noteDamage(path);
    return {kind, path, QString::fromUtf8(sqlite3_errmsg(handle)), std::nullopt};
}

Statement::Statement(sqlite3* handle, sqlite3_stmt* statement, StatementPool& pool, QString path)
    : m_handle(handle)
    , m_statement(statement, Return{&pool})
    , m_path(std::move(path))
{
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
}

void Statement::bind(int index, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement.get(), index, dataOf(utf8), lengthOf(utf8), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, const QByteArray& bytes)
{
    sqlite3_bind_blob64(m_statement.get(), index, dataOf(bytes), lengthOf(bytes), SQLITE_TRANSIENT);
}

void Statement::bind(int index, const Digest& digest)
{
    bind(index, digest.raw());
}

void Statement::bind(int index, const QDateTime& time)
{
    if (time.isValid())
        bind(index, time.toMSecsSinceEpoch());
    else
        bindNull(index);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement.get(), index);
}

void Statement::bindText(int index, QByteArrayView utf8)
{
    sqlite3_bind_text64(m_statement.get(), index, dataOf(utf8), lengthOf(utf8), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBytes(int index, QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement.get(), index, dataOf(bytes), lengthOf(bytes), SQLITE_STATIC);
}

bool Statement::next()
{
    if (m_error)
        return false;
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_error = databaseError(m_handle, m_path);
    return false;
}

Result<void> Statement::finish()
{
    while (next()) {
    }
    reset();
    return result();
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

Result<void> Statement::result() const
{
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(view(column));
}

QByteArrayView Statement::view(int column) const
{
    const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement.get(), column));
    return {data, sqlite3_column_bytes(m_statement.get(), column)};
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), QTimeZone::UTC);
}

} // namespace slipway
