#include "views/storage/storagestats.h"

#include "core/format.h"
#include "models/figurecells.h"
#include "models/reclaimtable.h"
#include "models/timetext.h"
#include "storage/budgetalert.h"
#include "storage/forecast.h"
#include "storage/monthlycost.h"
#include "views/widgets/gaugescale.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct StatTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

/// formatBytes() in its two parts.
void setBytes(Stat& stat, Bytes bytes)
{
    const QString text = formatBytes(bytes);
    const auto end = text.lastIndexOf(u' ');
    stat.value = text.first(end);
    stat.unit = text.sliced(end + 1);
}

/// In place of bytes that nobody knows.
Stat& withoutData(Stat& stat, const StorageOverview& overview)
{
    stat.value = u"–"_s;
    stat.unit.clear();
    stat.note = nothingWeighedText(overview.withoutManifest);
    return stat;
}

/// A note below an amount that may be more.
QString leastNote(const StorageOverview& overview, const QString& note)
{
    return overview.isWhole() ? note : StatTexts::tr("At least; %1", "an amount; what it is of").arg(note);
}

Tone toneOf(GaugeZone zone)
{
    switch (zone) {
    case GaugeZone::Unknown:
        return Tone::Accent;
    case GaugeZone::Ok:
        return Tone::Ok;
    case GaugeZone::Warn:
        return Tone::Warn;
    case GaugeZone::Bad:
        return Tone::Bad;
    }
    return Tone::Accent;
}

/// Rounded down: what is just below the budget is not all of it.
QString percentText(double fraction)
{
    return QString::number(std::floor(fraction * 100));
}

QString rangeText(const StorageForecast& forecast)
{
    const QString earliest = dayText(*forecast.earliest);
    if (!forecast.latest)
        return StatTexts::tr("Over the budget on %1 at the earliest").arg(earliest);
    return forecast.latest == forecast.earliest
               ? StatTexts::tr("Over the budget on %1").arg(earliest)
               : StatTexts::tr("Crosses the budget %1 to %2", "two days").arg(earliest, dayText(*forecast.latest));
}

QString outlookText(const StorageForecast& forecast)
{
    switch (forecast.outlook) {
    case BudgetOutlook::NoBudget:
        return StatTexts::tr("No budget is set");
    case BudgetOutlook::Over:
        return StatTexts::tr("Over the budget already");
    case BudgetOutlook::Crosses:
        return budgetCrossingText(forecast);
    case BudgetOutlook::Unread:
        return StatTexts::tr("Expected over the budget, not read since");
    case BudgetOutlook::JustChanged:
        return forecast.earliest ? StatTexts::tr("Just changed. %1").arg(rangeText(forecast))
                                 : StatTexts::tr("Stored bytes have just changed");
    case BudgetOutlook::NotGrowing:
        return StatTexts::tr("Not growing");
    case BudgetOutlook::BeyondHorizon:
        return forecast.earliest
                   ? StatTexts::tr("Over the budget on %1 at the highest pace").arg(dayText(*forecast.earliest))
                   : StatTexts::tr("Within the budget for a year");
    }
    return {};
}

/// Where stored bytes had just changed the day has no middle.
QString unreadHint(const StorageForecast& forecast)
{
    return forecast.crossesOn ? StatTexts::tr("%1: the crossing was expected for %2", "an outlook: a day")
                                    .arg(outlookText(forecast), dayText(*forecast.crossesOn))
                              : StatTexts::tr("%1: the crossing was expected between %2 and %3", "an outlook: two days")
                                    .arg(outlookText(forecast), dayText(*forecast.earliest), dayText(*forecast.latest));
}

/// What the card has no room for.
QString outlookHint(const StorageForecast& forecast)
{
    if (forecast.outlook == BudgetOutlook::BeyondHorizon && forecast.earliest)
        return StatTexts::tr("The middle of the forecast stays within the budget for a year; at the highest pace it is "
                             "crossed on %1")
            .arg(dayText(*forecast.earliest));
    if (forecast.outlook == BudgetOutlook::Unread)
        return unreadHint(forecast);
    if (forecast.outlook != BudgetOutlook::Crosses || !forecast.earliest)
        return {};
    const QString days = dayText(*forecast.crossesOn);
    return forecast.latest ? StatTexts::tr("Over the budget on %1, on %2 at the earliest and %3 at the latest")
                                 .arg(days, dayText(*forecast.earliest), dayText(*forecast.latest))
                           : StatTexts::tr("Over the budget on %1, on %2 at the earliest, or not within a year")
                                 .arg(days, dayText(*forecast.earliest));
}

} // namespace

StorageBadge storageBadge(const StorageOverview& overview, const StorageTerms& terms)
{
    const auto used = usedFraction(overview.size.stored, terms.budget);
    if (!used || terms.alerts.empty() || *used < terms.alerts.front() / 100.0)
        return {};
    const QString text = (overview.isWhole() ? StatTexts::tr("%1 %", "share of the budget")
                                             : StatTexts::tr("≥ %1 %", "share of the budget, at least"))
                             .arg(usedPercent(overview.size.stored, *terms.budget));
    return {text, storedStat(overview, terms).tone};
}

QString budgetCrossingText(const StorageForecast& forecast)
{
    if (!forecast.crossesOn)
        return {};
    return forecast.earliest ? rangeText(forecast)
                             : StatTexts::tr("Over the budget on %1").arg(dayText(*forecast.crossesOn));
}

QString crossingNote(const StorageForecast& forecast)
{
    switch (forecast.outlook) {
    case BudgetOutlook::Crosses:
        return budgetCrossingText(forecast);
    case BudgetOutlook::Unread:
        return outlookText(forecast);
    case BudgetOutlook::NoBudget:
    case BudgetOutlook::Over:
    case BudgetOutlook::JustChanged:
    case BudgetOutlook::NotGrowing:
    case BudgetOutlook::BeyondHorizon:
        break;
    }
    return {};
}

Stat storedStat(const StorageOverview& overview, const StorageTerms& terms, Bytes reclaimable)
{
    const Bytes stored = overview.size.stored;
    Stat stat;
    stat.title = StatTexts::tr("Stored");
    if (overview.isUnknown())
        return withoutData(stat, overview);
    setBytes(stat, stored);
    const auto used = usedFraction(stored, terms.budget);
    if (!used) {
        stat.note =
            overview.isWhole() ? StatTexts::tr("No budget is set") : StatTexts::tr("At least; no budget is set");
        return stat;
    }
    const QString budget = formatBytes(*terms.budget);
    stat.unit = StatTexts::tr("%1 of %2", "18.7 GiB of 20 GiB: the unit, then the budget").arg(stat.unit, budget);
    const QString percent = QString::number(usedPercent(stored, *terms.budget));
    const bool isOver = stored > *terms.budget;
    const QString rest = formatBytes(isOver ? stored - *terms.budget : *terms.budget - stored);
    if (overview.isWhole())
        stat.note =
            (isOver ? StatTexts::tr("%1 over, %2 % used") : StatTexts::tr("%1 left, %2 % used")).arg(rest, percent);
    else
        stat.note = (isOver ? StatTexts::tr("At least %1 over, %2 % used")
                            : StatTexts::tr("At most %1 left, at least %2 % used"))
                        .arg(rest, percent);
    stat.share = used;
    // The bar ends at the budget: what a cleanup frees beyond it is no part of the bar.
    const double left = usedFraction(stored - std::min(reclaimable, stored), terms.budget).value_or(0);
    stat.hatched = std::max(std::min(used.value_or(0), 1.0) - left, 0.0);
    stat.tone = toneOf(gaugeZone(static_cast<double>(stored), static_cast<double>(*terms.budget)));
    return stat;
}

Stat logicalStat(const StorageOverview& overview)
{
    Stat stat;
    stat.title = StatTexts::tr("Logical");
    if (overview.isUnknown())
        return withoutData(stat, overview);
    setBytes(stat, overview.size.logical);
    const QString counted =
        StatTexts::tr("%1, %2").arg(StatTexts::tr("%n image(s)", nullptr, static_cast<int>(overview.images)),
                                    StatTexts::tr("%n version(s)", nullptr, static_cast<int>(overview.versions)));
    stat.note = leastNote(overview, counted);
    return stat;
}

Stat sharedStat(const StorageOverview& overview)
{
    Stat stat;
    stat.title = StatTexts::tr("Shared");
    if (overview.isUnknown())
        return withoutData(stat, overview);
    setBytes(stat, overview.size.shared);
    const double share = overview.size.stored > 0
                             ? static_cast<double>(overview.size.shared) / static_cast<double>(overview.size.stored)
                             : 0.0;
    stat.note = (overview.isWhole() ? StatTexts::tr("%1 % of what is stored")
                                    : StatTexts::tr("At least; %1 % of what was weighed"))
                    .arg(percentText(share));
    return stat;
}

Stat reclaimableStat(const Reclaimable& found)
{
    Stat stat;
    stat.title = StatTexts::tr("Reclaimable");
    setBytes(stat, found.bytes);
    const QString caveat = reclaimCaveat(found);
    stat.note = caveat.isEmpty() ? StatTexts::tr("%n version(s)", nullptr, static_cast<int>(found.versions)) : caveat;
    return stat;
}

Stat costStat(const StorageOverview& overview, const StorageTerms& terms)
{
    const auto cost = monthlyCost(overview.size.stored, std::nullopt, terms.prices);
    Stat stat;
    stat.title = StatTexts::tr("Storage cost");
    if (overview.isUnknown())
        return withoutData(stat, overview);
    stat.value = formatMoney(cost.storage, cost.currency);
    stat.unit = StatTexts::tr("a month");
    const QString rate = StatTexts::tr("%1 at %2 a GiB")
                             .arg(formatBytes(overview.size.stored),
                                  formatPrice(terms.prices.storagePerGibMonth, terms.prices.currency));
    stat.note = leastNote(overview, rate);
    return stat;
}

std::expected<ForecastStat, QString> forecastStat(std::span<const StoragePoint> points, const StorageTerms& terms,
                                                  const QDateTime& now)
{
    const auto trend = storageTrend(points);
    if (!trend)
        return std::unexpected(StatTexts::tr("Needs readings of %1 days over %2 days; there are %3 over %4")
                                   .arg(trend.error().pointsNeeded)
                                   .arg(trend.error().daysNeeded)
                                   .arg(trend.error().points)
                                   .arg(trend.error().days));
    const auto ahead = trend->lastDay.daysTo(now.toUTC().date().addDays(kCardForecastDays));
    const auto expected = forecastDay(*trend, static_cast<int>(std::max<qint64>(ahead, 1)));
    const auto forecast = forecastBudget(*trend, terms.budget, now.toUTC().date());
    Stat stat;
    stat.title = StatTexts::tr("Forecast in 30 days");
    setBytes(stat, expected.middle);
    stat.note = outlookText(forecast);
    return ForecastStat{stat, outlookHint(forecast)};
}

} // namespace slipway
