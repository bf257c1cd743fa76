#include "storage/storageterms.h"

#include <algorithm>

namespace slipway
{

StorageTerms termsOf(std::span<const StorageBudget> budgets, const StatedPrices& prices, const StorageTerms& usual)
{
    StorageTerms terms = usual;
    if (const auto found = std::ranges::find_if(budgets, &StorageBudget::isForOwner); found != budgets.end()) {
        terms.budget = found->bytes;
        terms.alerts = found->alerts;
        terms.source = BudgetSource::Profile;
    }
    terms.prices = prices.over(usual.prices);
    return terms;
}

std::vector<BudgetUse> underTerms(std::vector<BudgetUse> uses, const StorageTerms& terms)
{
    if (!terms.budget)
        std::erase_if(uses, [](const BudgetUse& use) { return use.budget.isForOwner(); });
    for (auto& use : uses)
        if (use.budget.isForOwner()) {
            use.budget.bytes = *terms.budget;
            use.budget.alerts = terms.alerts;
        }
    return uses;
}

} // namespace slipway
