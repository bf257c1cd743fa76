#include "storage/storageterms.h"

#include <algorithm>

namespace slipway
{

StorageTerms termsOf(std::span<const StorageBudget> budgets, const Prices& prices, const StorageTerms& usual)
{
    StorageTerms terms = usual;
    const auto isWhole = [](const StorageBudget& budget) { return !budget.hub && !budget.family; };
    if (const auto found = std::ranges::find_if(budgets, isWhole); found != budgets.end()) {
        terms.budget = found->bytes;
        terms.alerts = found->alerts;
        terms.source = BudgetSource::Profile;
    }
    if (prices != Prices{})
        terms.prices = prices;
    return terms;
}

} // namespace slipway
