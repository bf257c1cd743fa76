#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/planfile.h"
#include "cleanup/tagproof.h"

#include <vector>

namespace slipway
{

/// A version that a plan has kept and that is not there any more, though its cleanup has not deleted it.
struct GoneVersion final {
    PackageName package;
    VersionId id;
    Digest digest;
    QStringList tags; ///< when the plan was made

    friend bool operator==(const GoneVersion&, const GoneVersion&) = default;
};

/// What was found out about what is kept.
struct CleanupProof final {
    std::vector<BrokenVersion> broken;
    std::vector<GoneVersion> gone;
    std::vector<Error> problems;  ///< what could not be asked: then nothing is proven
    std::size_t brokenBefore = 0; ///< tagged versions that were broken when the plan was made: they are not proven
    bool restoreHelps = false;    ///< the journal of the cleanup has something of what is missing

    /// Of all that is still there.
    [[nodiscard]] bool isProven() const { return broken.empty() && problems.empty(); }
};

/// What a plan has kept and is not whole any more, by the lists and manifests of a snapshot made afterwards, the
/// registry and the rows of what seems to be missing; of the packages it deletes from. A tag it has kept that the
/// registry has no more is broken; one that leads to another version was moved, and is proven there. What was deleted,
/// by the journal of its runs, is not kept; what was restored counts again. A kept version that is gone, a signature
/// for instance, counts as missing of itself where the journal has it; what was broken before does not.
[[nodiscard]] Task<CleanupProof> proveKept(CleanupTools tools, PlanFile plan, JournalState journal, SnapshotPtr after,
                                           std::stop_token stop);

} // namespace slipway
