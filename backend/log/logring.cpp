#include "log/logring.h"

#include <algorithm>

namespace slipway
{

LogRing::LogRing(size_t capacity, QObject* parent)
    : QObject(parent)
    , m_capacity(std::max<size_t>(1, capacity))
{
}

void LogRing::append(LogEntry entry)
{
    {
        const std::scoped_lock lock(m_mutex);
        entry.id = ++m_lastId;
        if (m_entries.size() == m_capacity)
            m_entries.pop_front();
        m_entries.push_back(std::move(entry));
    }
    if (m_isTold.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isTold = false;
            Q_EMIT grown();
        },
        Qt::QueuedConnection);
}

QList<LogEntry> LogRing::after(quint64 id) const
{
    const std::scoped_lock lock(m_mutex);
    // Ids have no gaps, so the place of an entry follows from its id.
    const quint64 firstId = m_lastId - m_entries.size() + 1;
    const auto skipped = id < firstId ? 0 : std::min<quint64>(id - firstId + 1, m_entries.size());
    return {m_entries.begin() + static_cast<std::ptrdiff_t>(skipped), m_entries.end()};
}

} // namespace slipway
