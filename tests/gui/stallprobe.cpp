#include "gui/stallprobe.h"

#include <array>
#include <unistd.h>

namespace slipway::test
{

namespace
{
constexpr std::chrono::milliseconds kEvery{1};
} // namespace

StallProbe::StallProbe()
    : m_schedule(QStringLiteral("/proc/thread-self/schedstat"))
{
    // Opened by this thread, it tells of this thread.
    if (!m_schedule.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        qFatal("the kernel does not tell who waited for a processor");
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &StallProbe::look);
}

void StallProbe::start()
{
    m_clock.start();
    m_last = 0;
    m_longest = 0;
    m_looks = 0;
    m_lastWaited = waitedForProcessor();
    m_timer.start(kEvery);
}

std::chrono::milliseconds StallProbe::longest() const
{
    return std::chrono::milliseconds(m_longest / 1'000'000);
}

qint64 StallProbe::waitedForProcessor()
{
    std::array<char, 96> text{};
    const auto length = ::pread(m_schedule.handle(), text.data(), text.size(), 0);
    if (length <= 0)
        return m_lastWaited;
    return QByteArray(text.data(), length).split(' ').value(1).toLongLong();
}

void StallProbe::look()
{
    const qint64 now = m_clock.nsecsElapsed();
    const qint64 waited = waitedForProcessor();
    const qint64 gap = now - m_last - (waited - m_lastWaited);
    m_last = now;
    m_lastWaited = waited;
    ++m_looks;
    if (gap <= m_longest)
        return;
    m_longest = gap;
    if (m_record)
        m_record(longest());
}

} // namespace slipway::test
