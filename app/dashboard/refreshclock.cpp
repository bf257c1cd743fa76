#include "app/dashboard/refreshclock.h"

#include <algorithm>
#include <utility>

namespace slipway
{

RefreshClock::RefreshClock(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RefreshClock::due);
}

void RefreshClock::reset()
{
    stop();
    m_sinceChange.invalidate();
    m_ground = {m_ground.window, m_ground.isWorking, {}, 0, {}, m_ground.paces};
}

void RefreshClock::stop()
{
    m_timer.stop();
    m_sinceReading.invalidate();
    m_isReading = false;
}

void RefreshClock::readingBegan()
{
    m_timer.stop();
    m_isReading = true;
}

void RefreshClock::readingEnded()
{
    m_isReading = false;
    m_sinceReading.start();
    pace();
}

void RefreshClock::setLimit(const std::optional<RateLimit>& limit)
{
    m_ground.limitLeft.reset();
    if (limit && limit->limit > 0)
        m_ground.limitLeft = static_cast<double>(limit->remaining) / limit->limit;
}

void RefreshClock::setWindow(RefreshGround::Window window)
{
    if (std::exchange(m_ground.window, window) != window)
        pace();
}

void RefreshClock::setWorking(bool isWorking)
{
    if (std::exchange(m_ground.isWorking, isWorking) != isWorking)
        pace();
}

void RefreshClock::setPaces(const RefreshPaces& paces)
{
    if (m_ground.paces == paces)
        return;
    m_ground.paces = paces;
    pace();
}

std::optional<std::chrono::milliseconds> RefreshClock::remaining() const
{
    return m_timer.isActive() ? std::optional(m_timer.remainingTimeAsDuration()) : std::nullopt;
}

void RefreshClock::pace()
{
    if (m_isReading || !m_sinceReading.isValid())
        return;
    m_ground.sinceChange.reset();
    if (m_sinceChange.isValid())
        m_ground.sinceChange = std::chrono::duration_cast<std::chrono::seconds>(m_sinceChange.durationElapsed());
    const auto wait = refreshPace(m_ground);
    if (!wait) {
        m_timer.stop();
        return;
    }
    // From the last reading on: a window that is shown again after long is read at once.
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(m_sinceReading.durationElapsed());
    m_timer.start(std::max(std::chrono::milliseconds(0), std::chrono::milliseconds(*wait) - passed));
}

} // namespace slipway
