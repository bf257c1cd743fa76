#pragma once

#include "storage/storageseries.h"

#include <array>
#include <optional>

namespace slipway
{

/// How many weeks each day of the week must have been read in before its effect is looked for.
constexpr int kWeekdayWeeks = 4;

/// What lies above or below a line on Monday to Sunday, if that is visible: each weekday was read at least
/// `kWeekdayWeeks` times, and a Kruskal-Wallis test of `residuals` (one a day of `days`) by weekday rejects at 1 % that
/// they are alike. The test works on ranks, so one spike makes no weekday. The effects' mean is 0.
[[nodiscard]] std::optional<std::array<double, 7>> visibleWeekdays(std::span<const StorageDay> days,
                                                                   std::span<const double> residuals);

} // namespace slipway
