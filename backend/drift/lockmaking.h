#pragma once

#include "domain/classification.h"
#include "domain/driftpolicy.h"
#include "domain/referencegraph.h"
#include "drift/buildlock.h"

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// A lock as a snapshot shows it.
struct MadeLock final {
    BuildLock lock; ///< generatedAt is the snapshot's time
    /// Packages that were not read whole, or whose chosen tag leads to a manifest or a config that could not be read:
    /// what is pinned of them already is to stay. By name.
    std::vector<PackageName> unread;
    /// Where only a part of the list of packages was read: the packages of that part. Of the others nobody knows.
    std::optional<std::vector<PackageName>> listed = {};
};

/// Pins the chosen tags of every image package (chosenTags()). `classes` stand beside Snapshot::packages. Bases and
/// what built an image are told by the labels of its config where that was read (`configs`: beside the snapshot's):
/// `org.opencontainers.image.base.*`, `org.opencontainers.image.revision`, `org.slipway.build.workflow` and
/// `org.slipway.build.run-id`.
[[nodiscard]] MadeLock makeLock(const Snapshot& snapshot, const ReferenceGraph& graph,
                                std::span<const PackageClass> classes, const DriftPolicy& policy,
                                const QHash<Digest, ImageConfig>* configs = nullptr);

/// The config blobs of the images that are pinned: what makeLock() and the checks read labels and environment of. With
/// the package each is asked for in, each once.
struct WantedConfig final {
    PackageName package;
    Digest digest;
};
[[nodiscard]] std::vector<WantedConfig> configsOfChosen(const Snapshot& snapshot, const DriftPolicy& policy);

} // namespace slipway
