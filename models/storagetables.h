#pragma once

#include "models/figuretable.h"
#include "storage/storageoverview.h"

namespace slipway
{

/// Families with what only they hold and what others hold too, most stored first.
[[nodiscard]] FigureTable familyTable(const StorageOverview& overview);

/// The largest layers with the images and versions that have them.
[[nodiscard]] FigureTable layerTable(const StorageOverview& overview);

/// What the sizes leave out: "At least: 3 versions could not be read"; empty where that is nothing.
[[nodiscard]] QString unweighedText(const StorageOverview& overview);

} // namespace slipway
