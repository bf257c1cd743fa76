#include "cleanup/cleanupcontrol.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

std::optional<std::chrono::seconds> remainingTime(std::size_t done, std::size_t total,
                                                  std::chrono::milliseconds elapsed)
{
    constexpr std::size_t kEnough = 3;
    // 900 points a minute: a look costs one, a deletion five.
    constexpr double kLeastMsEach = 60'000.0 * 6 / 900;
    if (done < kEnough || done > total)
        return std::nullopt;
    const auto left = static_cast<double>(total - done);
    const double pace = static_cast<double>(elapsed.count()) / static_cast<double>(done);
    return std::chrono::seconds(std::llround(left * std::max(pace, kLeastMsEach) / 1000));
}

void CleanupControl::goOn() const
{
    m_state->isPaused = false;
    for (const auto& waiting : std::exchange(m_state->waiting, {}))
        waiting.deliver(true);
}

Task<void> CleanupControl::turn(std::stop_token stop) const
{
    return turnOf(m_state, std::move(stop));
}

Task<void> CleanupControl::turnOf(std::shared_ptr<State> state, std::stop_token stop)
{
    while (state->isPaused && !stop.stop_requested()) {
        const Arrival<bool> arrival;
        state->waiting.push_back(arrival);
        const std::stop_callback onStop(stop, [home = threadContext(), arrival] {
            QMetaObject::invokeMethod(home, [arrival] { arrival.deliver(true); }, Qt::QueuedConnection);
        });
        co_await arrival;
    }
}

} // namespace slipway
