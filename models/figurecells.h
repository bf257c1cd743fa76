#pragma once

#include "core/names.h"
#include "models/figuretable.h"

namespace slipway
{

/// An amount as people read it, and in whole bytes.
[[nodiscard]] FigureCell bytesCell(Bytes bytes);

/// An amount of a part that was not read or weighed whole: what there is at least, or nothing where none of it was
/// weighed.
[[nodiscard]] FigureCell leastCell(FigureCell cell, bool isLeast, bool isUnknown);

} // namespace slipway
