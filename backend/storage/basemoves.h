#pragma once

#include "storage/consolidation.h"

namespace slipway
{

/// Where an image's base layers go: below `skipped` of its own layers stand those of manifest `base`.
struct BaseMove final {
    RowIndex base = kNoRow; ///< row in Snapshot::manifests; kNoRow: the image stays as it is
    std::uint16_t skipped = 0;
};

/// Which images move to which base, by consolidate()'s rules 2 and 3.
struct BaseMoves final {
    std::vector<BaseMove> moves; ///< per version
    size_t images = 0;
    size_t bases = 0;
    size_t withoutBase = 0;
    size_t withoutChosenBase = 0;
    std::vector<RowIndex> refused;
};

/// `isLeft`: per version, whether it is left after dropping.
[[nodiscard]] BaseMoves moveToBases(const Snapshot& snapshot, const ReferenceGraph& graph,
                                    std::span<const PackageClass> classes, const Consolidation& wish,
                                    const std::vector<bool>& isLeft);

} // namespace slipway
