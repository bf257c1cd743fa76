#pragma once

#include "inventory/inventory.h"

#include <vector>

namespace slipway
{

/// Which row of the next snapshot each version of `rowsBefore` is, of `rowsAfter`; kNoRow for what is gone. Rows are of
/// one list of versions, in one order.
[[nodiscard]] std::vector<RowIndex> successorRows(const Snapshot& before, const std::vector<RowIndex>& rowsBefore,
                                                  const Snapshot& after, const std::vector<RowIndex>& rowsAfter);

/// Whether a version's row says something else than before.
[[nodiscard]] bool differs(const Inventory& before, RowIndex rowBefore, const Inventory& after, RowIndex rowAfter);

} // namespace slipway
