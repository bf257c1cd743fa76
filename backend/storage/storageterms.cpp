#include "storage/storageterms.h"

#include <algorithm>

namespace slipway
{

StorageTerms termsOf(std::span<const StorageBudget> budgets, const StatedPrices& prices, const StorageTerms& usual)
{
    StorageTerms terms = usual;
    const auto isWhole = [](const StorageBudget& budget) { return !budget.hub && !budget.family; };
    if (const auto found = std::ranges::find_if(budgets, isWhole); found != budgets.end()) {
        terms.budget = found->bytes;
        terms.alerts = found->alerts;
        terms.source = BudgetSource::Profile;
    }
    terms.prices = prices.over(usual.prices);
    return terms;
}

} // namespace slipway
