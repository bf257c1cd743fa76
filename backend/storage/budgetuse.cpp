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

/// How many versions were not read.
struct Unread final {
    size_t mayHold = 0; ///< and may hold more than is known (mayHoldMore())
    size_t withoutManifest = 0;
};

Unread unreadOf(const Snapshot& snapshot, std::span<const RowIndex> versions)
{
    Unread unread;
    for (const RowIndex row : versions) {
        const VersionRow& version = snapshot.versions[row];
        if (!snapshot.isRead(version))
            ++(mayHoldMore(snapshot, version) ? unread.mayHold : unread.withoutManifest);
    }
    return unread;
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
        const auto [mayHold, withoutManifest] = unreadOf(snapshot, versions);
        const bool mayBeMore = isUnweighed || mayHold > 0;
        const bool isLeast = mayBeMore || withoutManifest > 0;
        const bool hasImages =
            std::ranges::any_of(classes, [&budget](const PackageClass& place) { return isFor(budget, place); });
        uses.push_back({budget, part.size.stored, isLeast, versions.size(), !hasImages && snapshot.isListWhole,
                        mayBeMore, withoutManifest});
    }
    return uses;
}

} // namespace slipway
