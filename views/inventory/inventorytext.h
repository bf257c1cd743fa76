#pragma once

#include "models/inventoryitem.h"

#include <QString>

namespace slipway
{

/// "34 images in 7 hubs, 412 versions, 18.7 GiB stored".
[[nodiscard]] QString inventoryLine(const Inventory& inventory);
/// The same while versions and sizes are still being loaded.
[[nodiscard]] QString outlineLine(const Inventory& outline);
/// "96 % classified".
[[nodiscard]] QString confidenceText(const Inventory& inventory);
/// "3 of 34 images could not be read whole."
[[nodiscard]] QString problemsLine(const Inventory& inventory);
/// "1 version selected, 1.31 GiB, 228 MiB unique"; empty for nothing.
[[nodiscard]] QString selectionLine(const InventoryItem& item);
/// "5 rows selected"; and what they weigh together: "5 rows selected: 6.2 GiB logical, 3.1 GiB stored, 1.2 GiB freed if
/// deleted".
[[nodiscard]] QString selectionLine(size_t rows);
[[nodiscard]] QString selectionLine(size_t rows, const SetSize& size);

} // namespace slipway
