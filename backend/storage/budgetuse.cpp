#include "storage/budgetuse.h"

#include "storage/storagesample.h"

#include <algorithm>

namespace slipway
{

namespace
{

bool isFor(const StorageBudget& budget, const PackageClass& place)
{
    return (!budget.hub || *budget.hub == place.hub) && (!budget.family || *budget.family == place.family);
}

/// Whether some of what a budget is for may not have been listed.
bool hasUnlisted(const Snapshot& snapshot, std::span<const PackageClass> classes, const StorageBudget& budget)
{
    for (size_t i = 0; i < snapshot.packages.size(); ++i)
        if (!snapshot.packages[i].complete && isFor(budget, classes[i]))
            return true;
    return false;
}

} // namespace

std::vector<BudgetUse> budgetUses(const Snapshot& snapshot, std::span<const PackageClass> classes,
                                  std::span<const StorageBudget> budgets, BlobUsage::References references,
                                  const std::stop_token& stop)
{
    StorageBudget whole;
    whole.bytes = kUsualBudget;
    std::vector<StorageBudget> ordered;
    for (const auto& budget : budgets) {
        if (budget.isForOwner())
            whole = budget;
        else
            ordered.push_back(budget);
    }
    ordered.insert(ordered.begin(), whole);
    BlobUsage usage = references ? BlobUsage(snapshot, std::move(references)) : BlobUsage(snapshot);
    std::vector<BudgetUse> uses;
    for (const auto& budget : ordered) {
        if (stop.stop_requested())
            break;
        std::vector<RowIndex> versions;
        for (RowIndex row = 0; row < snapshot.versions.size(); ++row)
            if (isFor(budget, classes[snapshot.versions[row].package]))
                versions.push_back(row);
        const BlobUsage::Part part = usage.measurePart(versions);
        const bool isUnweighed =
            !snapshot.isListWhole || !part.unsized.empty() || hasUnlisted(snapshot, classes, budget);
        const bool isLeast = isUnweighed || !std::ranges::all_of(versions, [&snapshot](RowIndex row) {
                                 return snapshot.isRead(snapshot.versions[row]);
                             });
        const bool mayBeMore = isUnweighed || std::ranges::any_of(versions, [&snapshot](RowIndex row) {
                                   return mayHoldMore(snapshot, snapshot.versions[row]);
                               });
        const bool hasImages =
            std::ranges::any_of(classes, [&budget](const PackageClass& place) { return isFor(budget, place); });
        uses.push_back(
            {budget, part.size.stored, isLeast, versions.size(), !hasImages && snapshot.isListWhole, mayBeMore});
    }
    return uses;
}

} // namespace slipway
