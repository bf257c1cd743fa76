#include "app/dashboard/refreshpace.h"

#include <algorithm>

namespace slipway
{

namespace
{

std::optional<std::chrono::seconds> usualPace(const RefreshGround& ground)
{
    constexpr std::chrono::seconds kStillWarm{120};
    if (ground.isWorking)
        return kFastPace;
    switch (ground.window) {
    case RefreshGround::Window::Hidden:
        return std::nullopt;
    case RefreshGround::Window::Visible:
        return kBackgroundPace;
    case RefreshGround::Window::Active:
        break;
    }
    return ground.sinceChange && *ground.sinceChange < kStillWarm ? kFastPace : kActivePace;
}

} // namespace

std::optional<std::chrono::seconds> refreshPace(const RefreshGround& ground)
{
    constexpr double kScarce = 0.2;
    constexpr int kScarceFactor = 4;
    constexpr int kMostDoublings = 9;
    auto pace = usualPace(ground);
    if (!pace)
        return std::nullopt;
    if (ground.limitLeft && *ground.limitLeft < kScarce)
        *pace *= kScarceFactor;
    *pace *= 1 << std::min(ground.failuresInARow, kMostDoublings);
    return std::min(*pace, kSlowestPace);
}

} // namespace slipway
