#pragma once

#include "domain/blobusage.h"

#include <vector>

namespace slipway
{

/// A blob, and who has it.
struct LayerUse final {
    RowIndex blob = 0; ///< in Snapshot::blobs
    Bytes size = 0;
    size_t packages = 0; ///< images it occurs in
    size_t versions = 0; ///< of those

    friend bool operator==(const LayerUse&, const LayerUse&) = default;
};

/// The largest blobs that versions reference, at most `most`, largest first, then by digest. Those whose size nobody
/// told are not among them (StorageFigures names them). `references` are BlobUsage::references() of the snapshot.
/// Linear in layer references.
[[nodiscard]] std::vector<LayerUse> largestLayers(const Snapshot& snapshot, const BlobUsage::References& references,
                                                  size_t most);

} // namespace slipway
