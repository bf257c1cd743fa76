#include "app/dashboard/refreshpace.h"

#include "settings/usersettings.h"

#include <algorithm>

namespace slipway
{

namespace
{

std::optional<std::chrono::seconds> usualPace(const RefreshGround& ground)
{
    constexpr std::chrono::seconds kStillWarm{120};
    if (!ground.paces.active)
        return std::nullopt;
    const auto fast = std::min(kFastPace, *ground.paces.active);
    if (ground.isWorking)
        return fast;
    switch (ground.window) {
    case RefreshGround::Window::Hidden:
        return std::nullopt;
    case RefreshGround::Window::Visible:
        return ground.paces.background;
    case RefreshGround::Window::Active:
        break;
    }
    return ground.sinceChange && *ground.sinceChange < kStillWarm ? fast : *ground.paces.active;
}

} // namespace

RefreshPaces refreshPacesOf(const RefreshSettings& settings)
{
    RefreshPaces paces{std::nullopt, std::nullopt};
    if (settings.isAutomatic)
        paces.active = settings.active;
    if (settings.isInBackground)
        paces.background = settings.background;
    return paces;
}

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
