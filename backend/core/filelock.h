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
    /// Why there can be no lock, in the system's words; empty where another process holds it.
    [[nodiscard]] const QString& reason() const { return m_reason; }

private:
    int m_descriptor;
    bool m_isHeld = false;
    QString m_reason;
};

} // namespace slipway
