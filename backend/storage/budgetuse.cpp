#include "storage/budgetuse.h"

namespace slipway
{

namespace
{

bool isForOwner(const StorageBudget& budget)
{
    return !budget.hub && !budget.family;
}

bool isFor(const StorageBudget& budget, const PackageClass& place)
{
    return (!budget.hub || *budget.hub == place.hub) && (!budget.family || *budget.family == place.family);
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
        if (isForOwner(budget))
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
        uses.push_back({budget, usage.measure(versions).stored, versions.size()});
    }
    return uses;
}

} // namespace slipway
