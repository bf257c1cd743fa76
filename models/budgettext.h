#pragma once

#include "domain/storagebudget.h"

#include <QString>

namespace slipway
{

/// What a budget is for: "All that is stored", the hub, "torch in all hubs", "torch in audio".
[[nodiscard]] QString budgetSubject(const StorageBudget& budget);

/// The filter that finds what it is for; empty for the whole owner.
[[nodiscard]] QString budgetFilter(const StorageBudget& budget);

} // namespace slipway
