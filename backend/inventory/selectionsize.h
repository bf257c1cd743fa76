#pragma once

#include "inventory/inventory.h"

#include <span>

namespace slipway
{

/// What versions weigh together, by row in Snapshot::versions: `logical` and `stored` of them and everything they list,
/// `exclusive` what deleting them frees, together with what only they list. One that is given twice, or is listed by
/// another one given, counts once. What refers to them (signatures, SBOMs) counts where it is given itself, as in
/// VersionFacts. (docs/cli.md, "Bytes")
[[nodiscard]] SetSize measureSelection(const Inventory& inventory, std::span<const RowIndex> versions);

} // namespace slipway
