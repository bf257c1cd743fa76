#pragma once

#include "core/names.h"

#include <optional>
#include <span>

namespace slipway
{

/// How far below a threshold, in percent of the budget, stored bytes must fall until it counts as left. Two percent of
/// 20 GiB are 0.4 GiB, more than a nightly image that comes and goes, and less than the steps between usual thresholds
/// (5 and more): what trembles around a threshold is one crossing, what a cleanup frees ends it.
constexpr int kAlertHysteresis = 2;

/// What a person was told last about a budget. Small and plain, to be kept between runs: 0 at first.
struct AlertState final {
    int percent = 0; ///< the highest threshold that is reached and not left again; 0: none

    friend bool operator==(const AlertState&, const AlertState&) = default;
};

/// What a reading changes about it.
struct AlertStep final {
    AlertState state;
    std::optional<int> crossed; ///< a threshold to tell a person of, once: the highest of those crossed upwards

    friend bool operator==(const AlertStep&, const AlertStep&) = default;
};

/// The share of the budget that is used (1: all of it); nothing without a budget.
[[nodiscard]] std::optional<double> usedFraction(Bytes storedBytes, std::optional<Bytes> budget);

/// The same in whole percent as it is told: rounded down, so that what is just below the budget is not all of it, and
/// 101 at the least over it; 0 without a budget.
[[nodiscard]] Bytes usedPercent(Bytes storedBytes, Bytes budget);

/// The next state, given the share that is used now (1: all) and the thresholds in percent, rising. A threshold is
/// reached at exactly its share, and left below its share less kAlertHysteresis. Thresholds that a person changes
/// meanwhile count from the next reading on: a reached one above `state` is a crossing, one below it is not.
[[nodiscard]] AlertStep advanceAlert(AlertState state, double fraction, std::span<const int> thresholds);

} // namespace slipway
