#include "drift/lockdraft.h"

#include "drift/lockreader.h"
#include "drift/lockwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace slipway
{

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

Result<QByteArray> textOf(const QString& path)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    if (file.size() > kLargestLock) {
        // The reader has the sentence for it.
        auto refused = loadBuildLock(path);
        return refused ? failure(ErrorKind::InvalidFile, path) : std::unexpected(refused.error());
    }
    return file.readAll();
}

} // namespace

Result<LockBefore> lockBefore(const QByteArray& text, const QString& fileName)
{
    LockBefore before;
    before.text = text;
    const auto sides = conflictSides(text);
    if (!sides) {
        return parseBuildLock(text, fileName).transform([&](ReadLock read) {
            before.lock = std::move(read.lock);
            before.unknown = std::move(read.unknown);
            return std::move(before);
        });
    }
    auto ours = parseBuildLock(sides->ours, tr("%1 (our side)").arg(fileName));
    if (!ours)
        return std::unexpected(ours.error());
    const auto theirs = parseBuildLock(sides->theirs, tr("%1 (their side)").arg(fileName));
    if (!theirs)
        return std::unexpected(theirs.error());
    auto joined = joinLocks(ours->lock, theirs->lock);
    before.lock = std::move(joined.lock);
    before.conflicts = std::move(joined.conflicts);
    before.unknown = ours->unknown;
    for (const QString& member : theirs->unknown)
        if (!before.unknown.contains(member))
            before.unknown.append(member);
    return before;
}

Result<LockBefore> readLockBefore(const QString& path)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return LockBefore{};
    return textOf(path).and_then([&](const QByteArray& text) { return lockBefore(text, path); });
}

Result<LockDraft> draftLock(const QString& path, LockBefore before, MadeLock made, const Snapshot& snapshot)
{
    if (!before.lock.owner.isEmpty() && before.lock.owner.compare(snapshot.owner.login, Qt::CaseInsensitive) != 0) {
        return failure(ErrorKind::InvalidFile, path,
                       tr("this lock file is of %1, not of %2").arg(before.lock.owner, snapshot.owner.login));
    }
    LockDraft draft;
    draft.path = path;
    draft.isIncomplete = !made.unread.empty() || made.listed || !snapshot.complete;
    draft.merged = mergeLock(std::move(made), before.lock);
    draft.text = writeBuildLock(draft.merged.lock);
    draft.before = std::move(before);
    return draft;
}

Result<void> writeLockDraft(const LockDraft& draft)
{
    const auto now = textOf(draft.path);
    if (!now)
        return std::unexpected(now.error());
    if (*now != draft.before.text)
        return failure(ErrorKind::InvalidFile, draft.path, tr("it was changed since it was read; nothing was written"));
    return saveBuildLock(draft.path, draft.text);
}

} // namespace slipway
