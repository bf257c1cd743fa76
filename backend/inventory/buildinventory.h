#pragma once

#include "domain/classificationrules.h"
#include "inventory/inventory.h"

namespace slipway
{

/// Groups and measures a snapshot: pure and deterministic, linear in versions and layer references.
[[nodiscard]] InventoryPtr buildInventory(SnapshotPtr snapshot, const ClassificationRules& rules);

/// What stands where, from a snapshot that has packages but not yet their versions: hubs, families and images without
/// any sizes. nullptr where the versions may yet say where a package belongs: a rule asks for labels or tags, or a
/// package has neither a rule nor a repository.
[[nodiscard]] InventoryPtr buildOutline(SnapshotPtr packages, const ClassificationRules& rules);

} // namespace slipway
