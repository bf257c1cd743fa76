#include "cleanup/openversions.h"

#include <algorithm>

namespace slipway
{

bool isOverLimit(const PlanFile& plan, const PackageName& package)
{
    return std::ranges::contains(plan.needsConfirmation, package, &PlannedLarge::package);
}

OpenVersions openVersionsOf(const PlanFile& plan, const JournalState& state, const QSet<PackageName>& allowed)
{
    QSet<VersionId> restored; // by their trees
    for (const auto& planned : plan.deletions) {
        if (const auto* fate = state.of(planned.id); fate && fate->last == JournalEvent::Restored)
            restored.insert(planned.tree);
    }
    OpenVersions open;
    for (const auto& planned : plan.deletions) {
        if (state.isSettled(planned.id) || restored.contains(planned.tree))
            continue;
        if (isOverLimit(plan, planned.package) && !allowed.contains(planned.package))
            open.leftOut.append(planned.package.value);
        else
            open.open.push_back(planned);
    }
    open.leftOut.sort();
    open.leftOut.removeDuplicates();
    return open;
}

} // namespace slipway
