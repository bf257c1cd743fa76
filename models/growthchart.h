#pragma once

#include "models/figuretable.h"
#include "storage/forecast.h"
#include "storage/storagestack.h"
#include "storage/storageterms.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace slipway
{

/// How far back the chart of stored bytes goes.
enum class GrowthRange { Week, Month, Quarter, Year, All };
constexpr std::array kGrowthRanges{GrowthRange::Week, GrowthRange::Month, GrowthRange::Quarter, GrowthRange::Year,
                                   GrowthRange::All};
/// In days; of All a century.
[[nodiscard]] int daysOf(GrowthRange range);

/// What the chart of stored bytes shows.
struct GrowthChart final {
    StorageStack stack;
    std::vector<int> colors; ///< beside the series: which of the chart's colours, kNoFigureColor for none of them
    std::optional<Bytes> budget;
    std::vector<ForecastDay> forecast; ///< from the day after the last; empty: none can be told
    StorageForecast crossing;          ///< when the budget is crossed; of none where there is no forecast
    QDate first;                       ///< where the days begin
    QString lack;                      ///< why there is nothing to draw and what to do; empty: there is something

    /// Where the days end: with the forecast, else with the newest reading.
    [[nodiscard]] QDate last() const;
    /// Days of which something can be told: those with a reading, then those of the forecast.
    [[nodiscard]] size_t pointTotal() const { return stack.days.size() + forecast.size(); }
    [[nodiscard]] QDate pointDay(size_t point) const;
    /// The point of a day; nullopt: nothing can be told of it.
    [[nodiscard]] std::optional<size_t> pointOf(QDate day) const;
    /// The highest that is drawn.
    [[nodiscard]] Bytes most() const;
    friend bool operator==(const GrowthChart&, const GrowthChart&) = default;
};

/// The chart of an owner's past from its samples: the days of the range (of All from the first reading on), and a
/// forecast of a third of them: 30 days at least, of a week seven, of All a year at most.
[[nodiscard]] GrowthChart growthChart(const std::vector<StorageSample>& samples, const StorageTerms& terms, QDate today,
                                      GrowthRange range);

/// The chart without some of its series (`isHidden` stands beside them). What is left is stacked anew; budget and
/// forecast are of the whole and go as soon as anything is hidden. What was stored stays what it is: whoever tells an
/// amount of what is left says of how much, and how many series are hidden.
[[nodiscard]] GrowthChart withoutHidden(const GrowthChart& chart, const std::vector<bool>& isHidden);

/// One point in words: the day, what was stored and how much of it is shown, each series, the budget; of a day to come
/// what is expected.
[[nodiscard]] QString growthPointText(const GrowthChart& chart, size_t point);

/// All of the chart as a table: the days with a reading, newest first, then under a heading those of the forecast, the
/// next one first. A row a day; columns for the whole, what is expected with the edges of the band, the budget, and
/// each series.
[[nodiscard]] FigureTable growthDayTable(const GrowthChart& chart);

/// The same for spreadsheets (RFC 4180), oldest day first: whole bytes with the unit in the titles, days as ISO 8601,
/// and the same in every language. What is not known is empty.
[[nodiscard]] QByteArray growthCsv(const GrowthChart& chart);

} // namespace slipway
