#pragma once

#include "domain/blobusage.h"
#include "domain/classification.h"
#include "domain/storagebudget.h"

#include <span>
#include <stop_token>
#include <vector>

namespace slipway
{

/// A budget, and what is stored of what it is for.
struct BudgetUse final {
    StorageBudget budget;
    Bytes storedBytes = 0; ///< distinct blobs of all versions it is for: of a family in every hub, counted once
    bool isLeast = false;  ///< not all of what it is for was read or weighed
    size_t versions = 0;   ///< of what it is for, as far as they are known
    /// It is for nothing that is there, a misspelt hub for instance.
    bool hasNoImages = false;
    /// Some of what it is for may hold more: not so of a version whose manifest the registry does not have, or that is
    /// none.
    bool mayBeMore = false;
    size_t withoutManifest = 0; ///< of the versions, those whose manifest the registry does not have, or that have none

    /// Whether nothing can be told: not all is there, and nothing of it was weighed.
    [[nodiscard]] bool isUnknown() const { return isLeast && storedBytes == 0; }
    /// Whether nothing can be told, and no later reading of what is there now will change that.
    [[nodiscard]] bool hasNothingToWeigh() const { return isUnknown() && !mayBeMore; }
    [[nodiscard]] bool isOver() const { return storedBytes > budget.bytes; }
};

/// The owner's budget first, kUsualBudget where `budgets` name none for it, then the others as they stand. `classes`
/// stand beside Snapshot::packages; `references` are BlobUsage::references() of the snapshot, or none. Once it is to
/// stop the rest is left out.
[[nodiscard]] std::vector<BudgetUse> budgetUses(const Snapshot& snapshot, std::span<const PackageClass> classes,
                                                std::span<const StorageBudget> budgets,
                                                BlobUsage::References references = {},
                                                const std::stop_token& stop = {});

} // namespace slipway
