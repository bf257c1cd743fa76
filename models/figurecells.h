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
/// An amount of what was not read or weighed whole: what there is at least, or nothing where none of it was weighed.
[[nodiscard]] FigureCell leastCell(FigureCell cell, bool isLeast, bool isUnknown);

} // namespace slipway
