#pragma once

#include "core/error.h"
#include "drift/buildlock.h"

#include <QByteArray>
#include <QStringList>

namespace slipway
{

/// A lock file as it was read.
struct ReadLock final {
    BuildLock lock;
    /// "file:line:column: "name"" of each member this version does not know, and beyond twenty how many more; they are
    /// kept.
    QStringList unknown;
};

/// Larger files are refused unread: ten thousand images of thirty layers are half of it.
constexpr qint64 kLargestLock = 64LL * 1024 * 1024;

/// Errors: InvalidFile with `file:line:column` and what is wrong there: text that is no JSON or ends too early, another
/// version than 1, a missing member, a wrong type, a digest of the wrong length, a member, image or platform that is
/// there twice. A merge that was left unresolved is named as such.
[[nodiscard]] Result<ReadLock> parseBuildLock(const QByteArray& text, const QString& fileName);

/// The same of a file. Errors: also FileAccess; InvalidFile for one of more than kLargestLock bytes.
[[nodiscard]] Result<ReadLock> loadBuildLock(const QString& path);

} // namespace slipway
