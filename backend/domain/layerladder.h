#pragma once

#include "core/digest.h"
#include "core/names.h"

#include <QString>

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// A layer of one of two images that are compared.
struct LadderLayer final {
    Digest digest;
    Bytes size = 0; ///< kUnknownSize where nobody tells it
    QString step;   ///< what made it, as people read it; empty if that is not known

    friend bool operator==(const LadderLayer&, const LadderLayer&) = default;
};

/// How the two sides of a rung stand to each other.
enum class RungKind {
    Shared,    ///< the same layer, stored once
    Different, ///< another layer in the same place: of the same step, or of the same position
    LeftOnly,
    RightOnly,
};

/// One row of two images' layers side by side.
struct LadderRung final {
    RungKind kind = RungKind::Shared;
    std::optional<size_t> left; ///< position among the left image's layers, from 0; nothing where it has none here
    std::optional<size_t> right;

    friend bool operator==(const LadderRung&, const LadderRung&) = default;
};

/// Two images' layers side by side, from the lowest to the highest. Every layer of each stands on one rung, in its
/// order.
struct LayerLadder final {
    std::vector<LadderRung> rungs;
    size_t prefix = 0;     ///< layers both begin with
    Bytes prefixBytes = 0; ///< of those
    size_t shared = 0;     ///< rungs that are shared, the prefix among them
    Bytes sharedBytes = 0; ///< of those, a layer that comes twice counted once: what is stored for both together
    Bytes leftBytes = 0;   ///< all layers of the left image, each distinct one once
    Bytes rightBytes = 0;

    /// The first rung that is not shared; nothing if the images have the same layers.
    [[nodiscard]] std::optional<size_t> divergence() const;
};

/// Puts layers of one digest on one rung, then layers of the same step, then what stands between those in its order.
/// A registry shares layers by digest wherever they stand; a builder only reuses what both begin with. Images of more
/// than a thousand layers each are compared by position after their common prefix. Source: OCI image-spec 1.1,
/// manifest.md (layers) and config.md (history).
[[nodiscard]] LayerLadder compareLayers(std::span<const LadderLayer> left, std::span<const LadderLayer> right);

} // namespace slipway
