#pragma once

#include "models/figuretable.h"
#include "storage/monthlycost.h"
#include "storage/storageoverview.h"

namespace slipway
{

/// Families with what only they hold and what others hold too, most stored first.
[[nodiscard]] FigureTable familyTable(const StorageOverview& overview);

/// The largest layers with the images and versions that have them.
[[nodiscard]] FigureTable layerTable(const StorageOverview& overview);

/// What a month costs at a team's prices, item by item: amount, rate and cost, then the total of what is known. What
/// nobody tells, as egress, has a dash.
[[nodiscard]] FigureTable costTable(const StorageOverview& overview, const Prices& prices);

/// What the sizes leave out: "At least: 3 versions could not be read"; empty where that is nothing.
[[nodiscard]] QString unweighedText(const StorageOverview& overview);

} // namespace slipway
