#pragma once

#include "models/inventoryitem.h"

#include <QJsonObject>

namespace slipway
{

/// The names of the rows a person has gone down by to one of the tree: hub, and image or family. Empty for none.
[[nodiscard]] QStringList inventorySteps(const InventoryItem& item);

/// A row of the tree as what leads back to it: `hub`, `family`, `package`, and the digest of a version; no more of a
/// row than it has.
[[nodiscard]] QJsonObject inventoryPlace(const InventoryItem& item, const QString& digest);

} // namespace slipway
