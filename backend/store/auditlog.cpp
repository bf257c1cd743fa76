#include "store/auditlog.h"

#include "core/filelock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QJsonObject objectOf(const AuditRow& row)
{
    QJsonObject object{{u"at"_s, row.at.toUTC().toString(Qt::ISODateWithMs)},
                       {u"who"_s, row.who},
                       {u"server"_s, row.server},
                       {u"owner"_s, row.owner},
                       {u"action"_s, row.action},
                       {u"subject"_s, row.subject},
                       {u"result"_s, row.result}};
    if (!row.detail.isEmpty())
        object.insert(u"detail"_s, row.detail);
    if (!row.previous.isNull())
        object.insert(u"previous"_s, row.previous.toString());
    return object;
}

Digest digestOf(const QJsonObject& object)
{
    return Digest::of(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray lineOf(AuditRow& row)
{
    auto object = objectOf(row);
    row.digest = digestOf(object);
    object.insert(u"digest"_s, row.digest.toString());
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<AuditRow> rowOf(const QByteArray& line)
{
    auto object = QJsonDocument::fromJson(line).object();
    const auto digest = Digest::parse(object.take(u"digest"_s).toString());
    if (!digest || digestOf(object) != *digest)
        return std::nullopt;
    AuditRow row;
    row.at = QDateTime::fromString(object[u"at"_s].toString(), Qt::ISODateWithMs);
    row.who = object[u"who"_s].toString();
    row.server = object[u"server"_s].toString();
    row.owner = object[u"owner"_s].toString();
    row.action = object[u"action"_s].toString();
    row.subject = object[u"subject"_s].toString();
    row.result = object[u"result"_s].toString();
    row.detail = object[u"detail"_s].toString();
    row.previous = Digest::parse(object[u"previous"_s].toString()).value_or(Digest());
    row.digest = *digest;
    return row;
}

} // namespace

AuditText parseAudit(const QByteArray& bytes)
{
    AuditText text;
    Digest last;
    int number = 0;
    while (text.wholeBytes < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', text.wholeBytes);
        if (end < 0) {
            text.isTorn = true;
            break;
        }
        ++number;
        auto row = rowOf(bytes.sliced(text.wholeBytes, end - text.wholeBytes));
        if (text.broken.isEmpty() && (!row || row->previous != last))
            text.broken = QString::number(number);
        if (row) {
            last = row->digest;
            text.rows.push_back(*std::move(row));
        }
        text.wholeBytes = end + 1;
    }
    return text;
}

Result<AuditText> AuditLog::read() const
{
    if (!QFileInfo::exists(m_path))
        return AuditText();
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    return parseAudit(file.readAll());
}

namespace
{

/// The end of a log: what the next row follows from, and where it stands.
struct AuditEnd {
    Digest last;
    qint64 wholeBytes = 0;
};

/// Rows are a few hundred bytes; a hundred thousand of them need not be read for one more.
AuditEnd endOf(QFile& file)
{
    constexpr qint64 kTail = 65'536;
    const qint64 from = std::max<qint64>(0, file.size() - kTail);
    file.seek(from);
    const QByteArray tail = file.read(kTail);
    const qsizetype end = tail.lastIndexOf('\n');
    if (end < 0)
        return {};
    const qsizetype begin = tail.lastIndexOf('\n', end - 1 - tail.size()) + 1;
    const auto row = rowOf(tail.sliced(begin, end - begin));
    return {row ? row->digest : Digest(), from + end + 1};
}

} // namespace

Result<void> AuditLog::append(std::vector<AuditRow> rows) const
{
    if (rows.empty())
        return {};
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure(ErrorKind::FileAccess, QFileInfo(m_path).path());
    const FileLock lock(m_path + u".lock"_s, std::chrono::seconds(5));
    if (!lock.isHeld())
        return failure(ErrorKind::FileAccess, m_path, lock.reason());
    QFile file(m_path);
    if (!file.open(QIODevice::ReadWrite) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    AuditEnd end = endOf(file);
    QByteArray bytes;
    for (AuditRow& row : rows) {
        row.previous = end.last;
        bytes += lineOf(row);
        end.last = row.digest;
    }
    // What was torn off at the end goes: the row it was to become is not there.
    if (!file.resize(end.wholeBytes) || !file.seek(end.wholeBytes) || file.write(bytes) != bytes.size()
        || !file.flush())
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    return {};
}

} // namespace slipway
