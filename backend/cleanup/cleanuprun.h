#pragma once

#include "cleanup/cleanupcontrol.h"
#include "cleanup/cleanuptools.h"
#include "cleanup/planfile.h"

#include <QSet>

#include <optional>
#include <vector>

namespace slipway
{

/// What is to be carried out.
struct CleanupRequest final {
    PlanFile plan;
    QSet<PackageName> allowedLarge; ///< packages over a limit that somebody has named; others over one are left out
    SnapshotPtr before;             ///< of the owner, to count freed bytes by; may be null
};

/// A version that was not deleted, and why.
struct LeftVersion final {
    PackageName package;
    VersionId id;
    QString reason;

    friend bool operator==(const LeftVersion&, const LeftVersion&) = default;
};

/// What a cleanup has done, all runs of its plan taken together.
struct CleanupOutcome final {
    QString journal;
    std::vector<PlannedVersion> deleted;
    std::vector<LeftVersion> skipped; ///< stale, gone already, of a package that is left out or could not be read
    std::vector<LeftVersion> failed;  ///< GitHub refused, or something in its tree could not be deleted
    Bytes freedBytes = 0;
    bool isFreedAtLeast = false;  ///< it may be more: see FreedSoFar
    std::optional<Error> stopped; ///< why not everything was tried: the same plan goes on where it stopped
};

/// Where the journal of a plan is.
[[nodiscard]] QString journalPathOf(const QString& folder, const PlanFile& plan);

/// Carries out a plan. Before each tree the list of its package is read again, before each deletion the row of its
/// version; whatever differs from the plan leaves the tree as it is. Each deletion is in the journal, on the disk,
/// before it is asked for. A tree goes whole: one that turns out not to is restored at once. Stopped or killed at any
/// moment, the same plan goes on from its journal, and no kept tag is broken meanwhile, for what lists others goes
/// first. Errors, when nothing at all was done: those of checkPlan(), checkClock() and checkScopes(), Refused while
/// another cleaner works, FileAccess and InvalidFile about the journal.
[[nodiscard]] Task<Result<CleanupOutcome>> applyCleanup(CleanupTools tools, CleanupRequest request,
                                                        CleanupControl control, CleanupProgressSink progress,
                                                        std::stop_token stop);

} // namespace slipway
