#pragma once

#include "drift/lockconflict.h"
#include "drift/lockmaking.h"
#include "drift/lockmerge.h"

#include <QByteArray>

namespace slipway
{

/// The lock file there is before one is written.
struct LockBefore final {
    QByteArray text; ///< empty: there is none yet
    BuildLock lock;
    QStringList unknown;                 ///< members this version does not know; they are kept
    std::vector<LockConflict> conflicts; ///< of a merge that git could not finish
};

/// The lock of a text, or of both sides where git left a merge in it. Errors: those of parseBuildLock().
[[nodiscard]] Result<LockBefore> lockBefore(const QByteArray& text, const QString& fileName);
/// The same of a file; one that is not there, or an empty path, is an empty lock. Errors: those of loadBuildLock().
[[nodiscard]] Result<LockBefore> readLockBefore(const QString& path);

/// A lock file as it is to be written: nothing is written yet.
struct LockDraft final {
    QString path;
    LockBefore before;
    MergedLock merged;
    QByteArray text;
    bool isIncomplete = false; ///< something could not be read; what was pinned of it stays

    [[nodiscard]] bool isSame() const { return text == before.text; }
};

/// What a snapshot shows, merged with the file there is. Pure. Errors: InvalidFile for the lock of another owner.
[[nodiscard]] Result<LockDraft> draftLock(const QString& path, LockBefore before, MadeLock made,
                                          const Snapshot& snapshot);

/// Writes a draft, whole or not at all, as long as the file is still as it was when the draft was made. Errors:
/// InvalidFile where somebody changed it meanwhile, FileAccess.
[[nodiscard]] Result<void> writeLockDraft(const LockDraft& draft);

} // namespace slipway
