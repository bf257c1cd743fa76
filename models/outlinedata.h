#pragma once

#include "models/inventoryitem.h"

#include <QVariant>

#include <optional>

namespace slipway
{

/// What a cell says instead of what is counted from versions, while these are still being loaded; nullopt where that is
/// known already, or where the cell says nothing.
[[nodiscard]] std::optional<QVariant> outlineData(const InventoryItem& item, InventoryColumn column, int role);

} // namespace slipway
