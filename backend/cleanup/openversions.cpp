#include "cleanup/openversions.h"

#include "cleanup/treefate.h"

#include <algorithm>
#include <iterator>

namespace slipway
{

bool isOverLimit(const PlanFile& plan, const PackageName& package)
{
    return std::ranges::contains(plan.needsConfirmation, package, &PlannedLarge::package);
}

OpenVersions openVersionsOf(const PlanFile& plan, const JournalState& state, const QSet<PackageName>& allowed)
{
    OpenVersions open;
    for (const PlannedTree tree : treesOf(plan.deletions)) {
        const auto fate = treeFateOf(tree, state);
        const auto back = toPutBack(tree, state);
        open.toPutBack.insert(open.toPutBack.end(), back.begin(), back.end());
        if (fate.isSettled || fate.stays())
            continue;
        const auto& package = tree.front().package;
        if (isOverLimit(plan, package) && !allowed.contains(package))
            open.leftOut.append(package.value);
        else
            std::ranges::copy_if(tree, std::back_inserter(open.open),
                                 [&](const PlannedVersion& planned) { return !state.isSettled(planned.id); });
    }
    open.leftOut.sort();
    open.leftOut.removeDuplicates();
    return open;
}

} // namespace slipway
