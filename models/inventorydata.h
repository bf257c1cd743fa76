#pragma once

#include "models/inventoryitem.h"

#include <QDateTime>
#include <QVariant>

namespace slipway
{

/// What the tree shows of an item in a column: display texts and the roles of InventoryRole. `now` is what ages count
/// from.
[[nodiscard]] QVariant inventoryData(const InventoryItem& item, InventoryColumn column, int role, const QDateTime& now);

/// Name, alignment and tooltip of a column.
[[nodiscard]] QVariant inventoryHeader(InventoryColumn column, int role);

} // namespace slipway
