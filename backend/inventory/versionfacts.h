#pragma once

#include "domain/blobusage.h"
#include "inventory/inventory.h"

namespace slipway
{

/// The facts of every version, row by row. Signed, SBOM and attested hold for a version when something of that kind
/// hangs on it, or on the index that lists it, or (for an index) in one of its own attestations.
[[nodiscard]] std::vector<VersionFacts> findVersionFacts(const Snapshot& snapshot, const ReferenceGraph& graph,
                                                         BlobUsage& usage);

} // namespace slipway
