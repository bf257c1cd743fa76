#pragma once

#include "domain/snapshot.h"

#include <vector>

namespace slipway
{

/// The packages that have a layer, by name. Linear in layer references: for one layer at a time, when a person asks.
[[nodiscard]] std::vector<PackageName> packagesWithLayer(const Snapshot& snapshot, const Digest& layer);

} // namespace slipway
