#pragma once

#include "inventory/inventory.h"
#include "support/fixture.h"

#include <QStringList>

namespace slipway::test
{

/// An inventory as lines, one a node: hubs, families and images with logical/stored/exclusive bytes, versions with
/// size/exclusive bytes and what is known of them, parts by name.
[[nodiscard]] QStringList printInventory(const Inventory& inventory, const Fixture& fixture);

} // namespace slipway::test
