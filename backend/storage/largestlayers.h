#pragma once

#include "domain/blobusage.h"
#include "domain/referencegraph.h"

#include <vector>

namespace slipway
{

/// A blob, and who has it.
struct LayerUse final {
    RowIndex blob = 0; ///< in Snapshot::blobs
    Bytes size = 0;
    size_t packages = 0; ///< images that have such versions
    size_t versions = 0; ///< that have it, themselves or in what they list, as the inventory shows them

    friend bool operator==(const LayerUse&, const LayerUse&) = default;
};

/// The largest blobs that versions reference, at most `most`, largest first, then by digest. Those whose size nobody
/// told are not among them (StorageFigures names them). Versions are counted as the inventory's filter `layer:` finds
/// them: those that are not shown below others, an index for what it lists as well. One that only a referrer has counts
/// for none. `references` are BlobUsage::references() of the snapshot. Linear in layer references.
[[nodiscard]] std::vector<LayerUse> largestLayers(const Snapshot& snapshot, const ReferenceGraph& graph,
                                                  const BlobUsage::References& references, size_t most);

} // namespace slipway
