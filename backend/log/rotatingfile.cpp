#include "log/rotatingfile.h"

#include "core/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr mode_t kForTheUser = 0600;

/// Renaming files takes no time; where there can be no lock, neither can files be renamed.
constexpr std::chrono::milliseconds kLongestTurn{2'000};

} // namespace

RotatingFile::RotatingFile(const QString& path, qint64 mostBytes, int files)
    : m_path(QFile::encodeName(path))
    , m_mostBytes(mostBytes)
    , m_files(std::max(1, files))
{
}

RotatingFile::~RotatingFile()
{
    close();
}

Result<void> RotatingFile::append(std::string_view line)
{
    qint64 size = 0;
    if ((m_descriptor < 0 || !isCurrent(size)) && !open())
        return failure(ErrorKind::FileAccess, QFile::decodeName(m_path), QString::fromLocal8Bit(std::strerror(errno)));
    if (isCurrent(size) && size > 0 && size + static_cast<qint64>(line.size()) > m_mostBytes)
        turnOver();
    // A line that broke off is ended before the next one begins.
    const std::string whole = m_isTorn ? '\n' + std::string(line) : std::string();
    const std::string_view bytes = m_isTorn ? std::string_view(whole) : line;
    ssize_t written = -1;
    do
        written = ::write(m_descriptor, bytes.data(), bytes.size());
    while (written < 0 && errno == EINTR);
    if (written == static_cast<ssize_t>(bytes.size())) {
        m_isTorn = false;
        return {};
    }
    const int reason = written < 0 ? errno : ENOSPC;
    m_isTorn = m_isTorn || written > 0;
    return failure(ErrorKind::FileAccess, QFile::decodeName(m_path), QString::fromLocal8Bit(std::strerror(reason)));
}

bool RotatingFile::open()
{
    close();
    // Where the folder cannot be made, opening tells why.
    (void)QDir().mkpath(QFileInfo(QFile::decodeName(m_path)).absolutePath());
    m_descriptor = ::open(m_path.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kForTheUser);
    return m_descriptor >= 0;
}

bool RotatingFile::isCurrent(qint64& size) const
{
    struct stat named{};
    struct stat opened{};
    if (::stat(m_path.constData(), &named) != 0 || ::fstat(m_descriptor, &opened) != 0)
        return false;
    size = S_ISREG(opened.st_mode) ? opened.st_size : 0; // a device or a pipe is never full
    return named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

void RotatingFile::close()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void RotatingFile::turnOver()
{
    const FileLock lock(QFile::decodeName(m_path) + u".lock"_s, kLongestTurn);
    qint64 size = 0;
    // Another process may have done it while this one waited.
    if (!lock.isHeld() || !isCurrent(size)) {
        if (!open())
            return;
    } else {
        for (int number = m_files - 1; number > 1; --number)
            (void)::rename(numbered(number - 1).constData(), numbered(number).constData());
        if (m_files > 1)
            (void)::rename(m_path.constData(), numbered(1).constData());
        else
            (void)::unlink(m_path.constData());
        (void)open();
    }
}

QByteArray RotatingFile::numbered(int number) const
{
    return m_path + '.' + QByteArray::number(number);
}

} // namespace slipway
