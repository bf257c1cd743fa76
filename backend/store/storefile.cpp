#include "store/storefile.h"

#include "store/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString damageMark(const QString& path)
{
    return path + u".damaged"_s;
}

QString openMark(const QString& path)
{
    return path + u".open"_s;
}

QString uncheckedMark(const QString& path)
{
    return path + u".unchecked"_s;
}

bool makeMark(const QString& path)
{
    return QFile(path).open(QIODevice::WriteOnly);
}

QString freeName(const QString& path, const QDateTime& now)
{
    const QString base = path + u".corrupt-"_s + now.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString name = base;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = base + u'-' + QString::number(i);
    return name;
}

} // namespace

Result<std::unique_ptr<StoreLock>> StoreLock::take(const QString& path, const std::stop_token& stop)
{
    const QString name = path + u".lock"_s;
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failure(ErrorKind::FileAccess, QFileInfo(path).absolutePath());
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(ErrorKind::FileAccess, name, qt_error_string(errno));
    std::unique_ptr<StoreLock> lock(new StoreLock(descriptor));
    constexpr std::chrono::milliseconds kNap{10};
    // Alone too where it waited for somebody who was, and is gone.
    while (!lock->tryBeAlone() && ::flock(descriptor, LOCK_SH | LOCK_NB) != 0) {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, path);
        std::this_thread::sleep_for(kNap);
    }
    return lock;
}

StoreLock::~StoreLock()
{
    ::close(m_descriptor);
}

bool StoreLock::tryBeAlone()
{
    m_isAlone = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
    return m_isAlone;
}

/// From being alone this waits for nobody.
void StoreLock::share()
{
    while (::flock(m_descriptor, LOCK_SH) != 0 && errno == EINTR) {
    }
    m_isAlone = false;
}

bool wasLeftOpen(const QString& path)
{
    return QFileInfo::exists(openMark(path)) || QFileInfo::exists(uncheckedMark(path));
}

void noteUnchecked(const QString& path)
{
    std::ignore = QFile::rename(openMark(path), uncheckedMark(path)); // fails where that is there already
}

void noteOpen(const QString& path)
{
    std::ignore = makeMark(openMark(path));
}

void noteClosed(const QString& path)
{
    QFile::remove(openMark(path));
}

void noteDamage(const QString& path)
{
    std::ignore = makeMark(damageMark(path));
}

bool isDamageNoted(const QString& path)
{
    return QFileInfo::exists(damageMark(path));
}

void forgetDamage(const QString& path)
{
    QFile::remove(damageMark(path));
}

Result<SetAside> setAsideStore(const QString& path, const QString& reason, const QDateTime& now)
{
    const QString target = freeName(path, now);
    for (const auto& suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(path + suffix) && !QFile::rename(path + suffix, target + suffix))
            return failure(ErrorKind::FileAccess, path + suffix);
    }
    forgetDamage(path);
    QFile::remove(uncheckedMark(path));
    return SetAside{target, reason};
}

Result<void> checkStoreFile(const QString& path, std::stop_token stop)
{
    const auto database = Database::open(path, stop);
    if (!database)
        return std::unexpected(database.error());
    const StopScope scope(**database, std::move(stop));
    auto query = (*database)->query("PRAGMA quick_check(1)");
    if (!query)
        return std::unexpected(query.error());
    const QString answer = query->next() ? query->text(0) : QString();
    if (auto stopped = (*database)->goOn(); !stopped)
        return stopped;
    if (auto read = query->result(); !read)
        return read;
    if (answer == "ok"_L1) {
        QFile::remove(uncheckedMark(path));
        return {};
    }
    noteDamage(path);
    return failure(ErrorKind::StoreDamaged, path, answer);
}

} // namespace slipway
