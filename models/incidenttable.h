#pragma once

#include "models/figuretable.h"
#include "storage/incidentlog.h"

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// The breaches of all budgets, the newest first: what each was of, when it was found, its end, the most and when, and
/// the budget it began with. A row leads to what its budget is for.
[[nodiscard]] FigureTable incidentTable(std::span<const BudgetIncidents> budgets);

/// How many began in a quarter, of the owner's budget and of those of hubs and families, in a few words.
[[nodiscard]] QString incidentCountText(std::span<const BudgetIncidents> budgets, Quarter quarter);

/// How many began in each quarter up to `quarter`, oldest first: those of which readings tell, from `since` or the
/// first breach on, the last four at most. "Breaches a quarter, goal 0. Q3 2025: 1 · Q4 2025: 0". Empty without a
/// budget.
[[nodiscard]] QString incidentQuartersText(std::span<const BudgetIncidents> budgets, const QDateTime& since,
                                           Quarter quarter);

/// What is said where there is no breach: of how many budgets, and since when they are held against readings.
[[nodiscard]] QString noIncidentText(const std::optional<std::vector<BudgetIncidents>>& budgets);

} // namespace slipway
