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

/// The trend, counted from its newest reading alone.
StorageTrend fromNewest(StorageTrend trend)
{
    trend.level = trend.lowLevel = trend.highLevel = trend.newest;
    trend.hasJustChanged = false;
    return trend;
}

/// The days on which the edges and the middle of the band cross, in the order of time.
void findCrossings(const StorageTrend& trend, Bytes budget, qint64 days, StorageForecast& forecast)
{
    const auto note = [&](std::optional<QDate>& into, Bytes bytes, QDate day) {
        if (!into && bytes > budget)
            into = day;
    };
    for (int ahead = 1; ahead <= days && !forecast.latest; ++ahead) {
        const ForecastDay expected = forecastDay(trend, ahead);
        note(forecast.earliest, expected.highest, expected.day);
        note(forecast.crossesOn, expected.middle, expected.day);
        note(forecast.latest, expected.lowest, expected.day);
    }
}

} // namespace

ForecastDay forecastDay(const StorageTrend& trend, int daysAhead)
{
    const QDate day = trend.lastDay.addDays(daysAhead);
    const double grown = trend.bytesPerDay * daysAhead + trend.weekdayOf(day);
    const double below = std::hypot(trend.scatterBelow, (trend.bytesPerDay - trend.leastPerDay) * daysAhead);
    const double above = std::hypot(trend.scatterAbove, (trend.mostPerDay - trend.bytesPerDay) * daysAhead);
    return {day, wholeBytes(trend.lowLevel + grown - below), wholeBytes(trend.level + grown),
            wholeBytes(trend.highLevel + grown + above)};
}

StorageForecast forecastBudget(const StorageTrend& trend, std::optional<Bytes> budget, QDate today)
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
    const bool isRefuted = trend.hasJustChanged && trend.level > static_cast<double>(*budget);
    const qint64 unreadDays = today.isValid() ? std::max(trend.lastDay.daysTo(today), qint64{0}) : 0;
    findCrossings(isRefuted ? fromNewest(trend) : trend, *budget, unreadDays + kForecastDays, forecast);
    const bool hasNoMiddle = trend.hasJustChanged && !isRefuted && forecast.earliest;
    if (hasNoMiddle)
        forecast.crossesOn.reset();
    const QDate present = trend.lastDay.addDays(unreadDays);
    const auto& lastExpected = hasNoMiddle ? forecast.latest : forecast.crossesOn;
    if (lastExpected && *lastExpected < present) {
        forecast.outlook = BudgetOutlook::Unread;
        return forecast;
    }
    if (forecast.earliest)
        forecast.earliest = std::max(*forecast.earliest, present);
    if (hasNoMiddle)
        forecast.outlook = BudgetOutlook::JustChanged;
    else
        forecast.outlook = forecast.crossesOn ? BudgetOutlook::Crosses : BudgetOutlook::BeyondHorizon;
    return forecast;
}

} // namespace slipway
