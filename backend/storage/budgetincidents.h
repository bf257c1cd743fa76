#pragma once

#include "storage/budgetuse.h"
#include "storage/budgetwatch.h"
#include "storage/storagehistory.h"

namespace slipway
{

/// What budgets are held against, after the newest of an owner's samples (not empty): as much as was measured, and the
/// least only where the newest reading is.
[[nodiscard]] std::vector<BudgetReading> budgetReadings(std::span<const BudgetUse> uses,
                                                        std::span<const StorageSample> samples);

/// Whose record the breaches of a budget are.
struct IncidentGround final {
    StoreScope scope;
    BudgetSource source = BudgetSource::Usual; ///< who set the owner's budget
    QString profilePath;                       ///< incidentNoteKind()
    QDateTime now;
    /// A person asked for this moment: it is no clock that may be wrong, and of the past nothing is kept anew.
    bool isAsked = false;
};

/// The breaches that are kept of one budget; errors: those of Store, where what is kept cannot be read.
struct FoundBudgetIncidents final {
    StorageBudget budget;
    Result<FoundIncidents> found;
};

/// Of each budget the breaches that are kept, brought up to the newest of the samples (keepIncidents()), in the order
/// of the readings. A history tells what the owner and hubs stored; of families, which no sample names, there is the
/// newest reading alone. The window and `slipwayctl storage` keep the same record by this.
[[nodiscard]] std::vector<FoundBudgetIncidents> keepBudgetIncidents(Store& store, const IncidentGround& ground,
                                                                    std::span<const BudgetReading> readings,
                                                                    std::span<const StorageSample> samples);

} // namespace slipway
