#pragma once

#include "cleanup/reclaimable.h"
#include "storage/forecast.h"
#include "storage/storageoverview.h"
#include "storage/storageseries.h"
#include "storage/storageterms.h"
#include "views/widgets/statcard.h"

#include <QDateTime>

#include <expected>

namespace slipway
{

// What the cards above the Storage page say. Amounts are whole sentences' worth of core/format; nothing is judged where
// there is no budget.

/// `reclaimable` is what a cleanup would free, where that is known: the end of the bar is hatched so far.
[[nodiscard]] Stat storedStat(const StorageOverview& overview, const StorageTerms& terms, Bytes reclaimable = 0);
[[nodiscard]] Stat logicalStat(const StorageOverview& overview);
[[nodiscard]] Stat sharedStat(const StorageOverview& overview);
[[nodiscard]] Stat reclaimableStat(const Reclaimable& found);
[[nodiscard]] Stat costStat(const StorageOverview& overview, const StorageTerms& terms);

/// How far ahead the card looks, in days from `now`.
constexpr int kCardForecastDays = 30;

struct ForecastStat final {
    Stat stat;
    QString hint; ///< what the card has no room for; may be empty
};

/// What is expected then, and when the budget is crossed; a sentence about what is missing where there is too little
/// history.
[[nodiscard]] std::expected<ForecastStat, QString> forecastStat(std::span<const StoragePoint> points,
                                                                const StorageTerms& terms, const QDateTime& now);

/// What the sidebar says of storage.
struct StorageBadge final {
    QString text; ///< empty: nothing
    Tone tone = Tone::Accent;
};
/// How much of the budget is used, from the first share on at which a person is told.
[[nodiscard]] StorageBadge storageBadge(const StorageOverview& overview, const StorageTerms& terms);

/// "Crosses the budget 13 Dec 2025 to 21 Dec 2025": from the earliest to the latest day; empty where no day is told.
[[nodiscard]] QString budgetCrossingText(const StorageForecast& forecast);
/// The same below a chart, and likewise that it was expected and nothing was read since; empty for any other outlook.
[[nodiscard]] QString crossingNote(const StorageForecast& forecast);

} // namespace slipway
