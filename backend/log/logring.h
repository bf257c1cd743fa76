#pragma once

#include "log/logentry.h"

#include <QList>
#include <QObject>

#include <atomic>
#include <deque>
#include <mutex>

namespace slipway
{

/// The newest entries of this process, for a window to show. Written from any thread; read, and told, on its own.
class LogRing final : public QObject
{
    Q_OBJECT
public:
    static constexpr size_t kUsualCapacity = 10'000;

    explicit LogRing(size_t capacity = kUsualCapacity, QObject* parent = nullptr);

    /// Gives the entry its id and keeps it; the oldest one goes when there are too many.
    void append(LogEntry entry);
    /// What was appended after the entry of this id and is still here, oldest first; 0: all.
    [[nodiscard]] QList<LogEntry> after(quint64 id) const;
    [[nodiscard]] size_t capacity() const { return m_capacity; }

Q_SIGNALS:
    /// There is something new since the last time; once for all that comes before the event loop turns.
    void grown();

private:
    size_t m_capacity;
    mutable std::mutex m_mutex;
    std::deque<LogEntry> m_entries;
    quint64 m_lastId = 0;
    std::atomic_bool m_isTold = false;
};

} // namespace slipway
