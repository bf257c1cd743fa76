#pragma once

#include <QtTypes>

#include <chrono>
#include <optional>

namespace slipway
{

/// What decides how often an owner is read again.
struct RefreshGround final {
    enum class Window : std::uint8_t { Active, Visible, Hidden };
    Window window = Window::Active;
    bool isWorking = false;                          ///< something runs that changes what is shown
    std::optional<std::chrono::seconds> sinceChange; ///< since a refresh found something new
    int failuresInARow = 0;                          ///< refreshes that could not reach the server
    std::optional<double> limitLeft;                 ///< 0 to 1 of GitHub's hourly limit; nullopt: not known
};

constexpr std::chrono::seconds kFastPace{10};
constexpr std::chrono::seconds kActivePace{60};
constexpr std::chrono::seconds kBackgroundPace{300};
constexpr std::chrono::seconds kSlowestPace{3600};

/// The time from one refresh to the next: fast while something runs or has just changed, slow in the background, none
/// (nullopt) when the window is hidden and nothing runs. Below a fifth of the hourly limit it is four times as slow;
/// after failures it doubles each time, up to an hour.
[[nodiscard]] std::optional<std::chrono::seconds> refreshPace(const RefreshGround& ground);

} // namespace slipway
