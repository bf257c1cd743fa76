#include "cleanup/cleanupjournal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

std::unexpected<Error> fileError(const QString& path, int number)
{
    return failure(ErrorKind::FileAccess, path, qt_error_string(number));
}

/// The name of a new file is on the disk once its folder is.
void synchroniseFolderOf(const QString& path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).path());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

bool writeAll(int descriptor, const QByteArray& bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto count =
            ::write(descriptor, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += count;
    }
    return true;
}

} // namespace

Result<CleanupJournal> CleanupJournal::open(const QString& path)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return failure(ErrorKind::FileAccess, QFileInfo(path).path());
    const bool isNew = !QFileInfo::exists(path);
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fileError(path, errno);
    CleanupJournal journal(path, descriptor);
    if (isNew) {
        synchroniseFolderOf(path);
        return journal;
    }
    struct stat status{};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return journal; // nothing to be read there
    auto text = readJournal(path);
    if (!text)
        return std::unexpected(text.error());
    if (text->isTorn && ::ftruncate(descriptor, text->wholeBytes) != 0)
        return fileError(path, errno);
    journal.m_size = text->wholeBytes;
    journal.m_before = std::move(text->entries);
    return journal;
}

CleanupJournal::CleanupJournal(CleanupJournal&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_size(other.m_size)
    , m_isBroken(other.m_isBroken)
    , m_before(std::move(other.m_before))
{
}

CleanupJournal::~CleanupJournal()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> CleanupJournal::append(const JournalEntry& entry, Reaches reaches)
{
    if (m_isBroken)
        return failure(ErrorKind::FileAccess, m_path,
                       QCoreApplication::translate("Cleanup", "a line before could not be written"));
    const QByteArray line = journalLine(entry);
    if (!writeAll(m_descriptor, line) || (reaches == Reaches::Disk && ::fsync(m_descriptor) != 0)) {
        const int number = errno;
        m_isBroken = true;
        // Half a line would be understood as torn off, and so cut away when it is opened again.
        if (::ftruncate(m_descriptor, m_size) != 0)
            return fileError(m_path, number);
        return fileError(m_path, number);
    }
    m_size += line.size();
    return {};
}

Result<JournalText> readJournal(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileAccess, path, file.errorString());
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorKind::FileAccess, path, file.errorString());
    return parseJournal(bytes, path);
}

const JournalFate* JournalState::of(VersionId id) const
{
    const auto found = fates.constFind(id);
    return found == fates.cend() ? nullptr : &*found;
}

bool JournalState::isSettled(VersionId id) const
{
    const auto* fate = of(id);
    return fate != nullptr && fate->last != JournalEvent::Intended;
}

bool JournalState::isDeleted(VersionId id) const
{
    const auto* fate = of(id);
    return fate != nullptr && fate->last == JournalEvent::Deleted;
}

void JournalState::add(const JournalEntry& entry)
{
    ++lines;
    switch (entry.event) {
    case JournalEvent::Begun:
        isEnded = false; // a run that was ended goes on with what was left out of it
        for (const QString& package : entry.allowed)
            allowed.insert({package});
        return;
    case JournalEvent::Untagging:
    case JournalEvent::Untagged:
        return;
    case JournalEvent::Ended:
        isEnded = true;
        return;
    case JournalEvent::Intended:
    case JournalEvent::Deleted:
    case JournalEvent::Gone:
    case JournalEvent::Left:
    case JournalEvent::Failed:
    case JournalEvent::Restored:
        break;
    }
    auto fate = fates.find(entry.id);
    if (fate == fates.end()) {
        order.push_back(entry.id);
        fate = fates.insert(entry.id, {entry, entry.event});
    } else if (entry.event == JournalEvent::Intended) {
        fate->intent = entry;
    }
    // What is deleted is there again by its restoration only, whatever else is said of it.
    const auto before = std::exchange(fate->last, entry.event);
    const bool wasDeleted = before == JournalEvent::Deleted;
    fate->wasOpen = fate->wasOpen || (entry.event == JournalEvent::Restored && before == JournalEvent::Intended);
    fate->lacksTags = entry.event == JournalEvent::Restored && !entry.detail.isEmpty();
    if (entry.event == JournalEvent::Deleted)
        fate->deletedAt = lines;
    else if (entry.event == JournalEvent::Restored && fate->restoredAt == 0)
        fate->restoredAt = lines;
    if (entry.event == JournalEvent::Intended || entry.event == JournalEvent::Deleted)
        fate->mayBeAway = true;
    else if (entry.event == JournalEvent::Gone || entry.event == JournalEvent::Restored
             || (entry.isThere && !wasDeleted))
        fate->mayBeAway = false;
}

JournalState stateOf(const std::vector<JournalEntry>& entries)
{
    JournalState state;
    for (const auto& entry : entries)
        state.add(entry);
    return state;
}

} // namespace slipway
