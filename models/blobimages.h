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

} // namespace slipway
