#pragma once

#include "models/inventoryitem.h"

#include <QString>

namespace slipway
{

/// "34 images in 7 hubs, 412 versions, 18.7 GiB stored".
[[nodiscard]] QString inventoryLine(const Inventory& inventory);
/// "96 % classified".
[[nodiscard]] QString confidenceText(const Inventory& inventory);
/// "3 of 34 images could not be read whole."
[[nodiscard]] QString problemsLine(const Inventory& inventory);
/// "1 version selected, 1.31 GiB, 228 MiB unique"; empty for nothing.
[[nodiscard]] QString selectionLine(const InventoryItem& item);

} // namespace slipway
