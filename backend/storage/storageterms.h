#pragma once

#include "domain/prices.h"
#include "domain/storagebudget.h"
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

/// The terms of an owner: the budget of the whole owner and the prices that a profile names, and where it names none
/// `usual`, those of a person's settings. Prices that are the defaults in every part count as not named: a profile
/// does not tell which of them it states.
[[nodiscard]] StorageTerms termsOf(std::span<const StorageBudget> budgets, const Prices& prices,
                                   const StorageTerms& usual);

} // namespace slipway
