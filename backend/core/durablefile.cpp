#include "core/durablefile.h"

#include "core/filelock.h"
#include "core/logcategories.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// Another process holds the lock for a few milliseconds.
constexpr std::chrono::milliseconds kLongestLock{1'000};
constexpr std::chrono::milliseconds kLongestLockAtEnd{500};
/// As many as the kernel follows (path_resolution(7)).
constexpr int kMostLinks = 40;

/// A new name is on the disk once its folder is: whether it is. Where it is not, the file is whole all the same.
bool synchroniseFolder(const QString& path)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(path).path()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool isSynchronised = ::fsync(folder) == 0;
    ::close(folder);
    return isSynchronised;
}

/// Where the bytes are: a link stays one, and one it leads to as well, for somebody keeps the file elsewhere. Of a
/// circle, one of its links.
QString endOfLinks(const QString& path)
{
    QString end = path;
    for (int links = 0; QFileInfo(end).isSymbolicLink() && links < kMostLinks; ++links)
        end = QFileInfo(end).symLinkTarget();
    return end;
}

QString beforeOf(const QString& path)
{
    return path + u".slipway-before"_s;
}

QString newBeforeOf(const QString& path)
{
    return beforeOf(path) + u"-new"_s;
}

bool replace(const QString& from, const QString& to)
{
    return ::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

/// A writer that was killed may have left its next one, too.
void dropBefore(const QString& path)
{
    QFile::remove(beforeOf(path));
    QFile::remove(newBeforeOf(path));
}

/// A second name for what is on the disk, whatever becomes of the first.
void keepAsBefore(const QString& path)
{
    const QString fresh = newBeforeOf(path);
    QFile::remove(fresh);
    if (::link(QFile::encodeName(path).constData(), QFile::encodeName(fresh).constData()) == 0)
        replace(fresh, beforeOf(path));
    QFile::remove(fresh); // it stays where both were names of the same
}

/// Before a file is replaced by one the disk is not waited for. What is as old as this is there, too.
void keepBefore(const QString& path)
{
    constexpr qint64 kSurelyThere = 120; // seconds; systems write within half a minute
    const QFileInfo file(path);
    if (!file.exists())
        dropBefore(path); // somebody began anew
    else if (!QFileInfo::exists(beforeOf(path))
             || (file.size() > 0 && file.lastModified().secsTo(QDateTime::currentDateTime()) > kSurelyThere))
        keepAsBefore(path);
}

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
    // A link to what is not there yet is no file; QFile::exists() says it is.
    if (!QFileInfo::exists(m_path))
        return std::nullopt;
    QFile file(m_path);
    const QString before = beforeOf(endOfLinks(m_path));
    if (QFileInfo(file).size() == 0 && QFileInfo::exists(before)) {
        qCWarning(logSession, "%s is empty: %s counts", qUtf8Printable(m_path), qUtf8Printable(before));
        file.setFileName(before);
    }
    bool isOpen = file.open(QIODevice::ReadOnly);
    if (!isOpen && file.fileName() == before && !QFileInfo::exists(before)) {
        file.setFileName(m_path); // who writes took it away: the file is whole again
        isOpen = file.open(QIODevice::ReadOnly);
    }
    if (!isOpen)
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, m_path, file.errorString());
    return bytes;
}

Result<void> DurableFile::update(const std::function<Result<QByteArray>(const std::optional<QByteArray>& before)>& next,
                                 Survives survives, const std::stop_token& closing) const
{
    const auto waits = [&] { return survives == Survives::PowerCut && !closing.stop_requested(); };

    if (!QDir().mkpath(QFileInfo(m_path).path()))
        return failure(ErrorKind::FileAccess, QFileInfo(m_path).path());
    const FileLock lock(lockPath(), waits() ? kLongestLock : kLongestLockAtEnd);
    if (!lock.isHeld()) {
        const QString& reason = lock.reason();
        return failure(ErrorKind::FileAccess, m_path,
                       reason.isEmpty() ? QCoreApplication::translate("DurableFile", "another program is writing it")
                                        : reason);
    }
    m_isUpdating = true;
    const auto updated = qScopeGuard([this] { m_isUpdating = false; });
    return read().and_then(next).and_then([&](const QByteArray& bytes) { return write(bytes, waits); });
}

std::optional<QString> DurableFile::setAside(const QByteArray& seen) const
{
    std::optional<FileLock> lock;
    if (!m_isUpdating && !lock.emplace(lockPath(), kLongestLock).isHeld())
        return std::nullopt;
    if (const auto now = read(); !now || *now != seen)
        return std::nullopt;
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMddTHHmmssZ"_s);
    QString aside = unusedName(m_path + u".corrupt-"_s + time);
    // A link stays one; QFile::rename() also goes from one file system to another.
    const QString path = endOfLinks(m_path);
    const QString before = beforeOf(path);
    const bool isOfBefore = QFileInfo(path).size() == 0 && QFileInfo::exists(before);
    if (!QFile::rename(isOfBefore ? before : path, aside))
        return std::nullopt;
    if (!isOfBefore && QFileInfo::exists(before))
        QFile::rename(before, aside + u".before"_s);
    return aside;
}

/// Under the lock there is one who writes, so the file beside has one name, and the next takes what a killed one left.
Result<void> DurableFile::write(const QByteArray& bytes, const std::function<bool()>& waits) const
{
    const QString path = endOfLinks(m_path);
    if (QFileInfo(path).isSymbolicLink())
        return failure(ErrorKind::FileAccess, m_path, qt_error_string(ELOOP));
    QFile file(path + u".slipway-new"_s);
    bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Truncate, kOwnerOnly)
                     && file.setPermissions(kOwnerOnly) && file.write(bytes) == bytes.size() && file.flush();
    // On the disk, if need be, before it takes the old one's name.
    const bool isForDisk = isWritten && waits();
    if (isForDisk)
        isWritten = ::fsync(file.handle()) == 0;
    const int reasonNumber = errno;
    file.close(); // where some file systems tell first that there was no room
    if (!isWritten || file.error() != QFileDevice::NoError) {
        const QString reason =
            file.error() == QFileDevice::NoError ? qt_error_string(reasonNumber) : file.errorString();
        file.remove();
        return failure(ErrorKind::FileAccess, m_path, reason);
    }
    if (!isForDisk)
        keepBefore(path);
    if (!replace(file.fileName(), path)) {
        const QString reason = qt_error_string(errno);
        file.remove();
        return failure(ErrorKind::FileAccess, m_path, reason);
    }
    if (isForDisk && waits() && synchroniseFolder(path))
        dropBefore(path);
    else if (isForDisk)
        keepAsBefore(path); // its contents are there, its name may not be
    return {};
}

} // namespace slipway
