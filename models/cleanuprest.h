#pragma once

#include "cleanup/openversions.h"

namespace slipway
{

/// What is left to do of a run that was stopped, or has left something: what a person is asked about before it goes on.
struct CleanupRest final {
    PlanFile plan;
    OpenVersions left;
    QSet<PackageName> allowed = {}; ///< packages over a limit that were named for any of its runs

    /// Whether going on only notes that the run is ended: nothing is deleted or put back.
    [[nodiscard]] bool isNothing() const { return left.open.empty() && left.comingBack() == 0; }
};

/// The rest of a plan, by its journal's lines, as openVersionsOf() has it for packages that somebody had named. Errors:
/// Refused where the journal is another plan's, and where something that would be deleted was `excluded` since: nothing
/// of such a plan is carried out any more.
[[nodiscard]] Result<CleanupRest> cleanupRestOf(PlanFile plan, const std::vector<JournalEntry>& journal,
                                                const QSet<VersionId>& excluded);

} // namespace slipway
