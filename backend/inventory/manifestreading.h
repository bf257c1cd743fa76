#pragma once

#include "inventory/scanstate.h"

namespace slipway
{

/// A package whose manifests are read.
struct PackageInScan final {
    ListedPackage listed;
    QHash<Digest, UnusableManifest> unusable; ///< when they were last asked for, and their rows are as they were then
    QHash<Digest, QDateTime> digests;         ///< of its listed versions, with the time of their last change
};
using PackagePtr = std::shared_ptr<PackageInScan>;

/// The package with what is remembered of its manifests: those that were unusable are not asked for again while that is
/// believed (isBelieved()) and their row has not changed.
[[nodiscard]] PackagePtr packageInScan(ScanState& state, const ListedPackage& listed,
                                       const std::vector<ListedVersion>& versions);

/// Adds the manifests of these versions to the snapshot: known ones from the store, the others from the registry, each
/// by digest, once. What an index names and the package does not list is not asked for: a row is a manifest, so it is
/// not there (see ReferenceGraph::missing()).
[[nodiscard]] Task<void> readManifests(ScanStatePtr state, PackagePtr package);

/// True if a manifest of the package, as known before, is not there and may be asked for again.
[[nodiscard]] bool hasAskableManifests(ScanState& state, const PackageRow& package);

} // namespace slipway
