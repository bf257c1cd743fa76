#pragma once

#include "storage/trend.h"

#include <optional>

namespace slipway
{

/// How far ahead of today a crossing of the budget is looked for, in days. Nobody plans a registry for longer, and a
/// date beyond it would rest on nothing.
constexpr int kForecastDays = 365;

/// What is expected on one day, in bytes: in eight of ten cases between `lowest` and `highest`. Never below 0.
struct ForecastDay final {
    QDate day;
    Bytes lowest = 0;
    Bytes middle = 0;
    Bytes highest = 0;

    friend bool operator==(const ForecastDay&, const ForecastDay&) = default;
};

/// Whether and when the budget is crossed.
enum class BudgetOutlook : std::uint8_t {
    NoBudget,      ///< there is none to cross
    Over,          ///< the newest reading is over it
    Crosses,       ///< on `crossesOn`
    Unread,        ///< expected before today, and nothing was read since: it is time to look
    NotGrowing,    ///< stored bytes stay or become fewer
    JustChanged,   ///< stored bytes have: between `earliest` and `latest`, by whether the change lasts
    BeyondHorizon, ///< not within kForecastDays, though it may be at the highest pace: see `earliest`
};

/// The crossing of a budget as a range of days (UTC): the first on which more is expected than the budget. Of none but
/// Unread a day lies before today: what may have happened since the last reading may as well happen today. Crosses has
/// `crossesOn`; JustChanged has not, nor has the Unread that follows it: that one has `earliest` and `latest`.
struct StorageForecast final {
    BudgetOutlook outlook = BudgetOutlook::NoBudget;
    std::optional<QDate> crossesOn; ///< by the middle of the band; none after a change just read: it has no middle
    std::optional<QDate> earliest;  ///< by its upper edge
    std::optional<QDate> latest;    ///< by its lower edge; none: perhaps not within kForecastDays
    Bytes bytesPerDay = 0;
    qsizetype points = 0; ///< days with a reading that it rests on

    friend bool operator==(const StorageForecast&, const StorageForecast&) = default;
};

/// What is expected `daysAhead` (1 and more) of the last reading. The band's edges are the scatter of single days and
/// the spread of the pace by then, added as independent errors are (root of the sum of squares), below the lower and
/// above the higher of the levels that may hold from now on. The middle is the trend's level.
[[nodiscard]] ForecastDay forecastDay(const StorageTrend& trend, int daysAhead);

/// When `budget`, in bytes, is crossed. It is crossed by more than the budget: what is just full is not over. Where
/// stored bytes have just changed (StorageTrend::hasJustChanged) and the old level is over the budget, the newest
/// reading has refuted it, and all is counted from the newest reading.
/// `today` (UTC) is not earlier than the last reading; an invalid one stands for that reading's day.
[[nodiscard]] StorageForecast forecastBudget(const StorageTrend& trend, std::optional<Bytes> budget, QDate today = {});

} // namespace slipway
