#pragma once

#include "domain/classificationrules.h"
#include "inventory/inventory.h"

namespace slipway
{

/// Groups and measures a snapshot: pure and deterministic, linear in versions and layer references.
[[nodiscard]] InventoryPtr buildInventory(SnapshotPtr snapshot, const ClassificationRules& rules);

} // namespace slipway
