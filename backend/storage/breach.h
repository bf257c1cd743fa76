#pragma once

#include "storage/storageseries.h"

#include <optional>
#include <vector>

namespace slipway
{

/// A time during which more was stored than the budget. Times are those of readings: it was over not before `after`
/// and not later than `start`.
struct QuotaBreach final {
    QDateTime start;              ///< of the first reading that found it over
    QDateTime after;              ///< of the one before that was whole; invalid if there was none
    Bytes peakBytes = 0;          ///< the most that was found
    QDateTime peakAt;             ///< when, the first time
    std::optional<QDateTime> end; ///< of the first reading that found it below again; none: it is open

    friend bool operator==(const QuotaBreach&, const QuotaBreach&) = default;
};

/// A quarter of the calendar, in UTC.
struct Quarter final {
    int year = 0;
    int number = 0; ///< 1 to 4

    friend bool operator==(const Quarter&, const Quarter&) = default;
    friend auto operator<=>(const Quarter&, const Quarter&) = default;
};

/// The breaches a series tells of, oldest first; of a history that was thinned, those that what is left tells of, and
/// by this budget, whatever it was then. One begins with a reading of more than `budget` bytes and ends with one below
/// 98 % of it (kAlertHysteresis), so trembling around the budget is one breach. Only readings begin and end one: a time
/// without readings changes nothing, and what went over and back within it was not seen. A reading that says only the
/// least (StoragePoint::isLeast) may begin one, for more than the budget is over it whatever else there is; it ends
/// none.
[[nodiscard]] std::vector<QuotaBreach> quotaBreaches(std::span<const StoragePoint> points, Bytes budget);

/// The day that a moment of a breach is told by, in UTC wherever the reader is: quarterOf() counts by it too, so no
/// breach stands at a day of one quarter and is counted in another, and everybody counts the same.
[[nodiscard]] QDate breachDay(const QDateTime& time);

[[nodiscard]] Quarter quarterOf(const QDateTime& time);

/// How many began in a quarter; one that reaches into the next is not counted again.
[[nodiscard]] qsizetype breachesIn(std::span<const QuotaBreach> breaches, Quarter quarter);

} // namespace slipway
