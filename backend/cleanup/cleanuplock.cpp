#include "cleanup/cleanuplock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QUrl>

namespace slipway
{

using namespace Qt::StringLiterals;

QString ownerFileName(const QString& server, const QString& owner)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(server.toLower() + u'_' + owner.toLower()));
}

Result<CleanupLock> CleanupLock::take(const QString& folder, const QString& server, const QString& owner,
                                      const QString& who)
{
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::FileAccess, folder);
    const QString path = folder + u'/' + ownerFileName(server, owner) + u".lock"_s;
    auto lock = std::make_unique<FileLock>(path, std::chrono::milliseconds(0));
    const QString holderPath = path + u".holder"_s;
    if (!lock->isHeld() && !lock->reason().isEmpty())
        return failure(ErrorKind::FileAccess, path, lock->reason());
    if (!lock->isHeld()) {
        QFile holder(holderPath);
        const QString name =
            holder.open(QIODevice::ReadOnly) ? QString::fromUtf8(holder.read(500)).trimmed() : QString();
        return failure(
            ErrorKind::Refused,
            QCoreApplication::translate("Cleanup", "The packages of %1 are being cleaned up already").arg(owner), name);
    }
    // Only a help for people: where it cannot be written, the lock is held all the same.
    QFile holder(holderPath);
    if (holder.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        // Whoever is refused reads it in a language of their own.
        holder.write(u"%1, process %2 on %3, since %4"_s.arg(who)
                         .arg(QCoreApplication::applicationPid())
                         .arg(QSysInfo::machineHostName(), QDateTime::currentDateTimeUtc().toString(Qt::ISODate))
                         .toUtf8());
    }
    return CleanupLock(std::move(lock));
}

} // namespace slipway
