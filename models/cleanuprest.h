#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/planfile.h"

#include <QSet>

#include <vector>

namespace slipway
{

/// What is left to delete of a run that was stopped: what a person is asked about before it goes on.
struct CleanupRest final {
    PlanFile plan;
    std::vector<PlannedVersion> open; ///< in the plan's order
    QStringList leftOut;              ///< packages over a limit that were not named, which stay; sorted
    QSet<PackageName> allowed = {};   ///< packages over a limit that were named when the run was begun
};

/// The rest of a plan, by its journal's lines. Trees of which something was restored stay, and so do packages over a
/// limit that nobody had named. Errors: Refused where the journal is another plan's, where nothing is left, and where
/// something of the rest was `excluded` since: nothing of such a plan is carried out any more.
[[nodiscard]] Result<CleanupRest> cleanupRestOf(PlanFile plan, const std::vector<JournalEntry>& journal,
                                                const QSet<VersionId>& excluded);

} // namespace slipway
