#pragma once

#include "app/session/connection.h"
#include "core/async.h"
#include "storage/billingnote.h"
#include "storage/budgetwatch.h"
#include "storage/incidentlog.h"
#include "storage/storagesample.h"
#include "storage/storageterms.h"

#include <optional>
#include <stop_token>

namespace slipway
{

// What the store keeps of an owner's storage besides readings. `connection` outlives it and is used on its thread.

/// A reading, held against the budgets.
struct BudgetQuestion final {
    Owner owner;
    std::vector<BudgetReading> readings;
    std::vector<StorageSample> samples; ///< with what came before
    StorageTerms terms;
};

struct BudgetAnswer final {
    std::vector<BudgetCrossing> crossed;    ///< kept as told: nobody is told again
    std::vector<BudgetIncidents> incidents; ///< the owner's first; those of what could be read
};

/// Finds what is new and keeps it. Errors: those of Store; nothing is to be told then, the next reading finds it again.
[[nodiscard]] Task<Result<BudgetAnswer>> keepBudgets(Connection* connection, BudgetQuestion question);

/// What GitHub's billing said last, as far as it is kept; nullopt if it was never asked.
[[nodiscard]] Task<std::optional<BillingReading>> loadBilling(Connection* connection, Owner owner);
/// Asks GitHub for the present month and keeps the answer. Errors: those of GithubClient::billing().
[[nodiscard]] Task<Result<BillingReading>> askBilling(Connection* connection, Owner owner, std::stop_token stop);

/// A reading to compare the present with.
struct EarlierReading final {
    SnapshotPtr snapshot; ///< none: nothing was read by then
    QDateTime begunAt;    ///< the first reading of all; invalid: there is none
};

/// The last whole reading up to the end of a day (UTC), else the last one up to it. Errors: those of Store.
[[nodiscard]] Task<Result<EarlierReading>> loadReadingOf(Connection* connection, Owner owner, QDate day,
                                                         std::stop_token stop);

} // namespace slipway
