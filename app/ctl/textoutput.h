#pragma once

#include "app/ctl/documents.h"
#include "inventory/filter.h"
#include "inventory/inventory.h"
#include "inventory/scan.h"

#include <QJsonObject>
#include <QString>

namespace slipway
{

/// The same answers for people: aligned, short, without colour.

[[nodiscard]] QString scanText(const QJsonObject& document, const Snapshot& snapshot);
[[nodiscard]] QString inventoryText(const Inventory& inventory, const InventoryFilter& filter, const Moments& moments);
[[nodiscard]] QString brokenText(const QJsonObject& document);
/// What could not be read, after an empty line; empty if there is nothing.
[[nodiscard]] QString problemLines(const Snapshot& snapshot);
/// "12 of 34 packages, 180 of 512 manifests, about 9 s left"
[[nodiscard]] QString progressText(const ScanProgress& progress);

} // namespace slipway
