#pragma once

#include "inventory/filter.h"
#include "inventory/inventory.h"
#include "net/requesttally.h"

#include <QJsonArray>
#include <QJsonObject>

namespace slipway
{

/// Two moments every age is between.
struct Moments final {
    QDateTime checkedAt; ///< what is shown is true of this one: later than the snapshot's when nothing changed since
    QDateTime now;
};

/// The JSON documents of docs/cli.md: pure, with fixed member names.

[[nodiscard]] QJsonObject scanDocument(const Snapshot& snapshot, const RequestTally& requests, double seconds);
[[nodiscard]] QJsonObject inventoryDocument(const Inventory& inventory, const InventoryFilter& filter,
                                            const Moments& moments);
[[nodiscard]] QJsonObject brokenDocument(const Snapshot& snapshot, const ReferenceGraph& graph);

/// `problems`: what could not be read.
[[nodiscard]] QJsonArray problemArray(const std::vector<Error>& problems);
/// The name of a hub or family; "Unassigned" for none.
[[nodiscard]] QString listedName(const QString& name);

} // namespace slipway
