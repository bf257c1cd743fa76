#pragma once

#include "cleanup/cleanuptools.h"
#include "cleanup/planfile.h"

#include <QSet>

#include <vector>

namespace slipway
{

/// A version with tags that cannot be pulled whole.
struct BrokenVersion final {
    PackageName package;
    Digest digest;
    QStringList tags;
    std::vector<Digest> missing;

    friend bool operator==(const BrokenVersion&, const BrokenVersion&) = default;
};

/// What was found out about what is kept.
struct CleanupProof final {
    std::vector<BrokenVersion> broken;
    std::vector<Error> problems; ///< what could not be asked: then nothing is proven

    [[nodiscard]] bool isProven() const { return broken.empty() && problems.empty(); }
};

/// What a plan has kept and is not whole any more, by the lists and manifests of a snapshot made afterwards: pure. A
/// kept version that is gone, a signature for instance, counts as missing of itself; what was broken before does not.
[[nodiscard]] CleanupProof keptOf(const PlanFile& plan, const Snapshot& after, const ReferenceGraph& graph);

/// Asks the registry for every tag of these packages, for what its index lists and for what hangs on it, to any depth,
/// without fetching any of it. `packages` empty: all. `ignored` are digests that were broken before.
[[nodiscard]] Task<CleanupProof> resolveAll(CleanupTools tools, SnapshotPtr snapshot, QSet<PackageName> packages,
                                            std::vector<Digest> ignored, std::stop_token stop);

} // namespace slipway
