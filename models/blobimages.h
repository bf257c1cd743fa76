#pragma once

#include "domain/snapshot.h"

#include <vector>

namespace slipway
{

/// In how many packages of an owner each blob occurs: "Used by" of a layer. Linear in layer references, computed once.
class BlobImages final
{
public:
    explicit BlobImages(const Snapshot& snapshot);

    /// Packages in which this row of Snapshot::blobs occurs.
    [[nodiscard]] std::uint32_t packagesWith(RowIndex blob) const { return m_packages[blob]; }

private:
    std::vector<std::uint32_t> m_packages;
};

/// The packages that have a layer, by name. Linear in layer references: for one layer at a time, when a person asks.
[[nodiscard]] std::vector<PackageName> packagesWithLayer(const Snapshot& snapshot, const Digest& layer);

} // namespace slipway
