#pragma once

#include "core/error.h"

#include <QDateTime>
#include <QString>

#include <memory>
#include <stop_token>

namespace slipway
{

/// A damaged store file that was moved out of the way, with what SQLite kept beside it.
struct SetAside final {
    QString path;   ///< where it is now
    QString reason; ///< SQLite's words
};

/// Held while a store is open, by every process that has it open. What SQLite leaves when its last user closes tells
/// whether that went well; who comes first may look, and may move the file.
class StoreLock final
{
public:
    /// Creates the folder if need be. Errors: FileAccess.
    [[nodiscard]] static Result<std::unique_ptr<StoreLock>> take(const QString& path);
    ~StoreLock();
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

    /// Nobody else has the store open, and nobody opens it until share().
    [[nodiscard]] bool isAlone() const { return m_isAlone; }
    /// Lets others open it too.
    void share();

private:
    explicit StoreLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor;
    bool m_isAlone = false;
};

/// Whether the last user of the file ended without closing it: a log with changes lies beside it. Asked by who is alone
/// with it, before it is opened.
[[nodiscard]] bool wasLeftOpen(const QString& path);

/// Notes that damage was met, for whoever opens the file next; and whether that was noted.
void noteDamage(const QString& path);
[[nodiscard]] bool isDamageNoted(const QString& path);
void forgetDamage(const QString& path);

/// Moves the file and SQLite's own beside it to `….corrupt-<UTC time>`. Errors: FileAccess.
[[nodiscard]] Result<SetAside> setAsideStore(const QString& path, const QString& reason, const QDateTime& now);

/// Reads the whole file and tells whether its pages agree (PRAGMA quick_check): seconds for gigabytes, for a pool
/// thread. Errors: StoreDamaged, which the next Store::open() without other users acts upon; Cancelled; Store.
[[nodiscard]] Result<void> checkStoreFile(const QString& path, std::stop_token stop);

} // namespace slipway
