#pragma once

#include <QString>

#include <chrono>

namespace slipway
{

/// Keeps other processes out as long as it lives, by a lock on a file made for it alone. The kernel gives the lock back
/// when a process ends, however it ends; the file stays.
class FileLock final
{
public:
    /// Waits for the lock, at most this long. Not held where the file cannot be made.
    FileLock(const QString& path, std::chrono::milliseconds longest);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /// Why the file for it could not be made, in the system's words; empty if it could: another process holds the lock.
    [[nodiscard]] const QString& reason() const { return m_reason; }

private:
    int m_descriptor;
    bool m_isHeld = false;
    QString m_reason;
};

} // namespace slipway
