#include "core/durablefile.h"

#include "core/filelock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// Another process holds the lock for a few milliseconds.
constexpr std::chrono::milliseconds kLongestLock{2'000};

QString unusedName(const QString& wanted)
{
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = u"%1-%2"_s.arg(wanted).arg(i);
    return name;
}

} // namespace

Result<std::optional<QByteArray>> DurableFile::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    return bytes;
}

Result<void>
DurableFile::update(const std::function<Result<QByteArray>(const std::optional<QByteArray>& before)>& next) const
{
    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure(ErrorKind::FileAccess, QFileInfo(m_path).path());
    const FileLock lock(m_path + u".lock"_s, kLongestLock);
    if (!lock.isHeld()) {
        return failure(ErrorKind::FileAccess, m_path,
                       QCoreApplication::translate("DurableFile", "another program is writing it"));
    }
    return read().and_then(next).and_then([this](const QByteArray& bytes) { return write(bytes); });
}

std::optional<QString> DurableFile::setAside(const QByteArray& seen) const
{
    if (const auto now = read(); !now || *now != seen)
        return std::nullopt;
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmssZ"_s);
    const QString aside = unusedName(m_path + u".corrupt-"_s + time);
    return QFile::rename(m_path, aside) ? std::optional(aside) : std::nullopt;
}

Result<void> DurableFile::write(const QByteArray& bytes) const
{
    removeLeftovers();
    QSaveFile file(m_path);
    // commit() synchronises the file with the disk before it takes the old one's name.
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.setPermissions(kOwnerOnly)
                           && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    return {};
}

/// What a process that was killed in the middle of writing has left. Only under the lock: another's file is in use.
void DurableFile::removeLeftovers() const
{
    // QSaveFile puts six letters of either case behind the name; a word a person has put there is left alone.
    const QFileInfo info(m_path);
    static const QRegularExpression kRandom(u"^[A-Za-z]{6}$"_s);
    const QString stem = info.fileName() + u'.';
    const QStringList names = info.dir().entryList(QDir::Files | QDir::Hidden);
    for (const auto& name : names) {
        const QString end = name.startsWith(stem) ? name.sliced(stem.size()) : QString();
        const bool isWord = end.isEmpty() || end.sliced(1) == end.sliced(1).toLower();
        if (!isWord && kRandom.match(end).hasMatch())
            QFile::remove(info.dir().filePath(name));
    }
}

} // namespace slipway
