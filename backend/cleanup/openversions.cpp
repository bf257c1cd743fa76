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
        if (fate.stays()) {
            std::ranges::copy_if(tree, std::back_inserter(open.announced), [&](const PlannedVersion& planned) {
                const auto* one = state.of(planned.id);
                return one != nullptr && one->last == JournalEvent::Intended;
            });
            continue;
        }
        if (fate.isSettled)
            continue;
        const auto& package = tree.front().package;
        auto& versions = isOverLimit(plan, package) && !allowed.contains(package) ? open.leftOut : open.open;
        std::ranges::copy_if(tree, std::back_inserter(versions),
                             [&](const PlannedVersion& planned) { return !state.isSettled(planned.id); });
    }
    return open;
}

QStringList OpenVersions::packagesLeftOut() const
{
    QStringList names;
    for (const auto& version : leftOut)
        names.append(version.package.value);
    names.sort();
    names.removeDuplicates();
    return names;
}

} // namespace slipway
