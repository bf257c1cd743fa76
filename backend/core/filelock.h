#pragma once

#include <QDeadlineTimer>
#include <QString>

#include <chrono>

namespace slipway
{

/// Keeps other processes, and other locks of this one, out as long as it lives, by a lock on a file made for it alone.
/// They take turns: who waits comes before who takes it again without a pause. The kernel gives the lock back when a
/// process ends, however it ends; the file stays.
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
    [[nodiscard]] bool takeByte(int byte, const QDeadlineTimer& deadline);

    int m_descriptor;
    bool m_isHeld = false;
    QString m_reason;
};

} // namespace slipway
