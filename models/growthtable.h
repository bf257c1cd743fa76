#pragma once

#include "models/figuretable.h"
#include "storage/storagestack.h"

namespace slipway
{

/// The colour (FigureRow::color) of what further hubs hold together: not that of what has none.
constexpr int kOthersFigureColor = -2;

/// What a series is called: the hub, "Shared by hubs", "Other hubs".
[[nodiscard]] QString seriesName(const StackSeries& series);

/// The chart's legend: the series from the top of the stack to its bottom, what they hold now and how much more that is
/// than on the first day; then the whole, after what is shown of it where the stack has hidden series. Growth is told
/// only where there are two days. Each series may be hidden
/// (`isHidden` stands beside them; those beyond its end are not).
[[nodiscard]] FigureTable growthTable(const StorageStack& stack, const std::vector<bool>& isHidden = {});

/// "2 of 9 hidden": the series that are left out; empty where none is.
[[nodiscard]] QString hiddenText(const StorageStack& stack);

/// A day of the stack in words, series by series; where some are hidden, how much of what was stored is shown.
[[nodiscard]] QString stackDayText(const StorageStack& stack, const StackDay& day);

/// "18.7 GiB on 21 Nov 2025, 4.9 GiB more than on 23 Aug 2025": the stack in one sentence. Where series are hidden
/// "5.0 GiB of 18.7 GiB on 21 Nov 2025, … more than on …; 2 of 9 hidden".
[[nodiscard]] QString growthSentence(const StorageStack& stack);

} // namespace slipway
