#pragma once

#include "models/figuretable.h"
#include "models/partgrouping.h"
#include "storage/storagegrowth.h"

namespace slipway
{

/// Who grew since a reading, the most first, then the whole; what shrank is left out.
[[nodiscard]] FigureTable sinceTable(const StorageGrowth& growth, PartGrouping grouping);

} // namespace slipway
