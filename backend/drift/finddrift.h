#pragma once

#include "domain/classification.h"
#include "domain/driftpolicy.h"
#include "domain/referencegraph.h"
#include "drift/buildlock.h"
#include "drift/driftfinding.h"
#include "drift/sbom.h"

#include <QHash>
#include <QSet>

#include <span>

namespace slipway
{

/// The SBOMs that were read, by the digest of the image manifest they are of.
struct ReadSboms final {
    QHash<Digest, Sbom> sboms;
    QSet<Digest> unread; ///< images that have one which could not be read
};

/// What the checks are given. All of it outlives the call. The lock file and SBOMs may be missing.
struct DriftFacts final {
    const Snapshot& snapshot;
    const ReferenceGraph& graph;
    std::span<const PackageClass> classes; ///< beside Snapshot::packages
    const DriftPolicy& policy;
    const BuildLock* lock = nullptr;
    const ReadSboms* sboms = nullptr;
    /// Configs that were read beside those of the snapshot.
    const QHash<Digest, ImageConfig>* configs = nullptr;
};

/// Which checks are made; empty: all.
using DriftChecks = QSet<DriftCheck>;

inline size_t qHash(DriftCheck check, size_t seed = 0)
{
    return ::qHash(static_cast<int>(check), seed);
}

/// Pure. Looks for drift among the tags that chosenTags() gives and those that the lock pins: docs/drift.md says how
/// each check judges. The `lock` check is made only with a lock, `cuda` only with a pin, `sbom` of what was read,
/// `deployed` never: whoever asks targets adds that.
[[nodiscard]] DriftReport findDrift(const DriftFacts& facts, const DriftChecks& checks = {});

} // namespace slipway
