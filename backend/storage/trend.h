#pragma once

#include "storage/storageseries.h"

#include <array>
#include <expected>

namespace slipway
{

/// A trend is told from as many days with a reading at least, over as many days at least: eight readings of one
/// afternoon say nothing about a month.
constexpr qsizetype kTrendPoints = 8;
constexpr qint64 kTrendDays = 7;
/// Days further back than this from the last reading are left out: a team's pace changes, and a forecast is about the
/// present one. It also bounds the work: the pairs of 180 days are 16,110, however long the history.
constexpr qint64 kTrendWindowDays = 180;

/// Why there is no trend: what there is, and what it takes. A point is a day (UTC) with a reading, not one that was
/// filled in between two readings; days are counted
/// from the first to the last of them.
struct TooLittleHistory final {
    qsizetype points = 0;
    qint64 days = 0;
    qsizetype pointsNeeded = kTrendPoints;
    qint64 daysNeeded = kTrendDays;

    friend bool operator==(const TooLittleHistory&, const TooLittleHistory&) = default;
};

/// How stored bytes move: a level on the last day and a pace, each with the spread that holds eight times of ten.
struct StorageTrend final {
    QDate lastDay;
    Bytes lastBytes = 0;             ///< the newest reading
    qsizetype points = 0;            ///< days with a reading that it rests on
    double level = 0;                ///< bytes on the last day, without its weekday
    double newest = 0;               ///< the newest reading, without its weekday
    double lowLevel = 0;             ///< where the band begins: the level, or the newest reading if it is outside the
    double highLevel = 0;            ///< scatter and lower, or higher: either may be what holds from now on
    bool hasJustChanged = false;     ///< whether they are so far apart that no single date tells the truth
    double bytesPerDay = 0;          ///< Theil and Sen's median slope
    double leastPerDay = 0;          ///< 80 % interval of the slope
    double mostPerDay = 0;           ///< likewise
    double scatterBelow = 0;         ///< what a day lies below the line, one of ten days more; 0 or less
    double scatterAbove = 0;         ///< what it lies above; 0 or more
    bool hasWeekdays = false;        ///< whether the day of the week shows
    std::array<double, 7> weekday{}; ///< bytes more than the line on Monday to Sunday; all 0 without hasWeekdays

    /// Bytes more than the line on a day, 0 without an effect of weekdays.
    [[nodiscard]] double weekdayOf(QDate day) const
    {
        return weekday.at(static_cast<std::size_t>(day.dayOfWeek()) - 1);
    }
};

/// The trend of a series; how each part is derived stands in docs/storage.md ("Forecast"). Points in any order, several
/// a day, with gaps; those that say only the least are left out.
[[nodiscard]] std::expected<StorageTrend, TooLittleHistory> storageTrend(std::span<const StoragePoint> points);

} // namespace slipway
