#include "storage/forecast.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

Bytes wholeBytes(double bytes)
{
    return std::llround(std::max(bytes, 0.0));
}

} // namespace

ForecastDay forecastDay(const StorageTrend& trend, int daysAhead)
{
    const QDate day = trend.lastDay.addDays(daysAhead);
    const double middle = trend.level + trend.bytesPerDay * daysAhead + trend.weekdayOf(day);
    const double below = std::hypot(trend.scatterBelow, (trend.bytesPerDay - trend.leastPerDay) * daysAhead);
    const double above = std::hypot(trend.scatterAbove, (trend.mostPerDay - trend.bytesPerDay) * daysAhead);
    return {day, wholeBytes(middle - below), wholeBytes(middle), wholeBytes(middle + above)};
}

StorageForecast forecastBudget(const StorageTrend& trend, std::optional<Bytes> budget)
{
    StorageForecast forecast;
    forecast.bytesPerDay = std::llround(trend.bytesPerDay);
    forecast.points = trend.points;
    if (!budget)
        return forecast;
    if (trend.lastBytes > *budget) {
        forecast.outlook = BudgetOutlook::Over;
        return forecast;
    }
    if (forecast.bytesPerDay <= 0) {
        forecast.outlook = BudgetOutlook::NotGrowing;
        return forecast;
    }
    const auto note = [&](std::optional<QDate>& into, Bytes bytes, QDate day) {
        if (!into && bytes > *budget)
            into = day;
    };
    for (int ahead = 1; ahead <= kForecastDays && !forecast.latest; ++ahead) {
        const ForecastDay expected = forecastDay(trend, ahead);
        note(forecast.earliest, expected.highest, expected.day);
        note(forecast.crossesOn, expected.middle, expected.day);
        note(forecast.latest, expected.lowest, expected.day);
    }
    forecast.outlook = forecast.crossesOn ? BudgetOutlook::Crosses : BudgetOutlook::BeyondHorizon;
    return forecast;
}

} // namespace slipway
