#pragma once

#include "core/names.h"
#include "models/figuretable.h"
#include "storage/partbounds.h"

namespace slipway
{

/// An amount as people read it, and in whole bytes.
[[nodiscard]] FigureCell bytesCell(Bytes bytes);

/// An amount and what it is of what there is: "≥ 1.0 GiB" at least, "≤" at most, "≈" one that may be more or less.
[[nodiscard]] FigureCell boundCell(FigureCell cell, AmountBound bound);
/// An amount of what may not have been read or weighed whole.
[[nodiscard]] FigureCell leastCell(FigureCell cell, bool isLeast);

/// Why nothing is told of bytes of which none were weighed: how many versions have no manifest in the registry, where
/// that is all (PartBounds::withoutManifest), else that there is no data yet.
[[nodiscard]] QString nothingWeighedText(size_t withoutManifest);
/// In place of such bytes, with the reason.
[[nodiscard]] FigureCell nothingWeighedCell(size_t withoutManifest);

} // namespace slipway
