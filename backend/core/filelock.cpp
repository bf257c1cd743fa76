#include "core/filelock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace slipway
{

FileLock::FileLock(const QString& path, std::chrono::milliseconds longest)
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600))
{
    constexpr std::chrono::milliseconds kTryAgain{2};
    if (m_descriptor < 0) {
        m_reason = qt_error_string(errno);
        return;
    }
    const QDeadlineTimer deadline(longest);
    while (!(m_isHeld = ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            m_reason = qt_error_string(errno); // a file system without locks
        if (!m_reason.isEmpty() || deadline.hasExpired())
            return;
        QThread::sleep(kTryAgain);
    }
}

FileLock::~FileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace slipway
