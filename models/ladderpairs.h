#pragma once

#include "domain/imageconfig.h"
#include "inventory/inventory.h"
#include "models/laddermodel.h"

namespace slipway
{

/// Two images whose layers can be compared.
struct LadderPair final {
    QString platform; ///< "linux/amd64"; of two platforms "linux/amd64, linux/arm64"
    RowIndex left = kNoRow;
    RowIndex right = kNoRow;

    friend bool operator==(const LadderPair&, const LadderPair&) = default;
};

/// The images of two versions that belong together: those of one platform, in the left one's order; where they have no
/// platform in common, the first of each. None where one of them has no image that was read.
[[nodiscard]] std::vector<LadderPair> ladderPairs(const Inventory& inventory, RowIndex left, RowIndex right);

/// One side of a ladder: the layers of `image`, under the name of the version it belongs to ("apc-emotion-cpu:v0.4.1").
/// Without a config nothing is known of what made them.
[[nodiscard]] LadderSide ladderSide(const Inventory& inventory, RowIndex version, RowIndex image,
                                    const std::optional<ImageConfig>& config);

/// The digest of an image's config; nothing if it has none or was not read.
[[nodiscard]] std::optional<Digest> configOf(const Snapshot& snapshot, RowIndex image);

} // namespace slipway
