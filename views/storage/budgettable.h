#pragma once

#include "models/figuretable.h"
#include "storage/budgetuse.h"

#include <span>

namespace slipway
{

/// What is stored of each budget: a bar with the budget across it, bytes, the share in percent, and in a word how that
/// is, judged as the owner's is (gaugeZone()). A row leads to what its budget is for.
[[nodiscard]] FigureTable budgetTable(std::span<const BudgetUse> uses);

} // namespace slipway
