#pragma once

#include "inventory/filter.h"
#include "inventory/inventory.h"
#include "net/requesttally.h"

#include <QJsonObject>

namespace slipway
{

/// The JSON documents of docs/cli.md: pure, with fixed member names.

[[nodiscard]] QJsonObject scanDocument(const Snapshot& snapshot, const RequestTally& requests, double seconds);
[[nodiscard]] QJsonObject inventoryDocument(const Inventory& inventory, const InventoryFilter& filter,
                                            const QDateTime& now);
[[nodiscard]] QJsonObject brokenDocument(const Snapshot& snapshot, const ReferenceGraph& graph);

} // namespace slipway
