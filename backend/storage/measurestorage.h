#pragma once

#include "domain/classification.h"
#include "storage/storagegroups.h"

#include <span>

namespace slipway
{

/// Measures what an owner stores: pure and deterministic, linear in versions and layer references, which are looked at
/// once for the packages and what they make up, once for the kinds and once for the ages. `classes` stand beside
/// Snapshot::packages; ages are those at `now`. What another one has counted already may be given as `references`.
[[nodiscard]] StorageReport measureStorage(const Snapshot& snapshot, std::span<const PackageClass> classes,
                                           const QDateTime& now, BlobUsage::References references = {});

} // namespace slipway
