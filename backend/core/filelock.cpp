#include "core/filelock.h"

#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace slipway
{

namespace
{

/// Bytes of the file that stand for the lock, and for being the next who gets it. Nothing is written there.
constexpr int kLock = 0;
constexpr int kNext = 1;

/// Locks of the open file, not of the process: those of one process keep each other out too (fcntl(2), "Open file
/// description locks").
int setByte(int descriptor, int byte, short type)
{
    struct flock lock{};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    lock.l_start = byte;
    lock.l_len = 1;
    return ::fcntl(descriptor, F_OFD_SETLK, &lock);
}

} // namespace

FileLock::FileLock(const QString& path, std::chrono::milliseconds longest)
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600))
{
    if (m_descriptor < 0) {
        m_reason = qt_error_string(errno);
        return;
    }
    const QDeadlineTimer deadline(longest);
    if (!takeByte(kNext, deadline))
        return;
    m_isHeld = takeByte(kLock, deadline);
    setByte(m_descriptor, kNext, F_UNLCK);
}

bool FileLock::takeByte(int byte, const QDeadlineTimer& deadline)
{
    constexpr std::chrono::milliseconds kTryAgain{2};
    while (setByte(m_descriptor, byte, F_WRLCK) != 0) {
        if (errno != EAGAIN && errno != EACCES && errno != EINTR)
            m_reason = qt_error_string(errno); // a file system without locks
        if (!m_reason.isEmpty() || deadline.hasExpired())
            return false;
        QThread::sleep(kTryAgain);
    }
    return true;
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace slipway
