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

/// Held while a store is open, by every process that has it open: who comes first may look whether the last user closed
/// it, and may move the file.
class StoreLock final
{
public:
    /// Creates the folder if need be. Waits while another process is alone with the file, until a stop is requested.
    /// Errors: FileAccess, Cancelled.
    [[nodiscard]] static Result<std::unique_ptr<StoreLock>> take(const QString& path, const std::stop_token& stop = {});
    ~StoreLock();
    StoreLock(const StoreLock&) = delete;
    StoreLock& operator=(const StoreLock&) = delete;

    /// Nobody else has the store open, and nobody opens it until share().
    [[nodiscard]] bool isAlone() const { return m_isAlone; }
    /// Is alone again if nobody else has the store open; whether that is so. If not, nothing is held any more: whoever
    /// asks gives up.
    [[nodiscard]] bool tryBeAlone();
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

/// Whether the last user of the file ended without closing it and nobody has checked it since. Asked by who is alone
/// with it, before noteOpen().
[[nodiscard]] bool wasLeftOpen(const QString& path);
/// Every user opens it so; the last one, alone with it, closes it so.
void noteOpen(const QString& path);
void noteClosed(const QString& path);
/// It was left open: that stays known until checkStoreFile(), however often it is opened and closed before.
void noteUnchecked(const QString& path);

/// Notes that damage was met, for whoever opens the file next; and whether that was noted.
void noteDamage(const QString& path);
[[nodiscard]] bool isDamageNoted(const QString& path);
void forgetDamage(const QString& path);

/// Moves the file and SQLite's own beside it to `….corrupt-<UTC time>`. Errors: FileAccess.
[[nodiscard]] Result<SetAside> setAsideStore(const QString& path, const QString& reason, const QDateTime& now);

/// Reads the whole file and tells whether its pages agree (PRAGMA quick_check): seconds for gigabytes, for a pool
/// thread. A file that is well is no longer one that was left open. Errors: StoreDamaged, which the next Store::open()
/// without other users acts upon; Cancelled; Store.
[[nodiscard]] Result<void> checkStoreFile(const QString& path, std::stop_token stop);

} // namespace slipway
