#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace slipway::test
{

/// Measures how long the thread it lives on does not come back to its event loop, by work of its own or by waiting.
/// Time in which the thread was ready and the machine had other work is not counted, so that a busy machine is no
/// stall: the kernel tells it (/proc/thread-self/schedstat, the second number).
class StallProbe final : public QObject
{
public:
    StallProbe();

    void start();
    /// The longest so far.
    [[nodiscard]] std::chrono::milliseconds longest() const;
    [[nodiscard]] qint64 looks() const { return m_looks; }
    /// Called with each stall that is longer than all before.
    void setRecord(std::function<void(std::chrono::milliseconds)> record) { m_record = std::move(record); }

private:
    void look();
    /// Nanoseconds this thread was ready to run and had no processor.
    [[nodiscard]] qint64 waitedForProcessor();

    QFile m_schedule;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_last = 0;
    qint64 m_lastWaited = 0;
    qint64 m_longest = 0; ///< nanoseconds
    qint64 m_looks = 0;
    std::function<void(std::chrono::milliseconds)> m_record;
};

} // namespace slipway::test
