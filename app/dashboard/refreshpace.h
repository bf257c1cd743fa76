#pragma once

#include <QtTypes>

#include <chrono>
#include <cstdint>
#include <optional>

namespace slipway
{

struct RefreshSettings;

constexpr std::chrono::seconds kFastPace{10};
constexpr std::chrono::seconds kActivePace{60};
constexpr std::chrono::seconds kBackgroundPace{300};
constexpr std::chrono::seconds kSlowestPace{3600};

/// What a person has set; nullopt: not read by itself.
struct RefreshPaces final {
    std::optional<std::chrono::seconds> active = kActivePace;         ///< nullopt: never, whatever happens
    std::optional<std::chrono::seconds> background = kBackgroundPace; ///< while the window is seen only

    friend bool operator==(const RefreshPaces&, const RefreshPaces&) = default;
};
[[nodiscard]] RefreshPaces refreshPacesOf(const RefreshSettings& settings);

/// What decides how often an owner is read again.
struct RefreshGround final {
    enum class Window : std::uint8_t { Active, Visible, Hidden };
    Window window = Window::Active;
    bool isWorking = false;                          ///< something runs that changes what is shown
    std::optional<std::chrono::seconds> sinceChange; ///< since a refresh found something new
    int failuresInARow = 0;                          ///< refreshes that could not reach the server
    std::optional<double> limitLeft;                 ///< 0 to 1 of GitHub's hourly limit; nullopt: not known
    RefreshPaces paces = {};
};

/// The time from one refresh to the next: fast while something runs or has just changed, slow in the background, none
/// (nullopt) when the window is hidden and nothing runs. Below a fifth of the hourly limit it is four times as slow;
/// after failures it doubles each time, up to an hour.
[[nodiscard]] std::optional<std::chrono::seconds> refreshPace(const RefreshGround& ground);

} // namespace slipway
