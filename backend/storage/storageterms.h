#pragma once

#include "domain/prices.h"
#include "domain/storagebudget.h"
#include "storage/budgetuse.h"
#include "storage/incidentlog.h"

#include <optional>
#include <span>

namespace slipway
{

/// What an owner's stored bytes are held against.
struct StorageTerms final {
    std::optional<Bytes> budget; ///< of the whole owner; none: there is none
    Prices prices;
    std::vector<int> alerts{75, 85, 90, 100};     ///< percent of the budget, rising
    BudgetSource source = BudgetSource::Settings; ///< who set the budget

    friend bool operator==(const StorageTerms&, const StorageTerms&) = default;
};

/// The terms of an owner: the budget of the whole owner and each price that a profile names, and for what it does not
/// name `usual`, a person's settings.
[[nodiscard]] StorageTerms termsOf(std::span<const StorageBudget> budgets, const StatedPrices& prices,
                                   const StorageTerms& usual);

/// What is stored of each budget under these terms: the owner's is that of the terms, which a person may have set, and
/// left out where they have none.
[[nodiscard]] std::vector<BudgetUse> underTerms(std::vector<BudgetUse> uses, const StorageTerms& terms);

} // namespace slipway
