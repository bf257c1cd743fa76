#pragma once

#include "inventory/inventory.h"

#include <QJsonArray>
#include <QJsonObject>

namespace slipway
{

/// One version as `slipwayctl inventory --format json` prints it (docs/cli.md): bytes as integers, times ISO 8601 UTC
/// or null, digests whole.
[[nodiscard]] QJsonObject versionDocument(const Inventory& inventory, RowIndex version);
[[nodiscard]] QJsonArray tagArray(TagList tags);

} // namespace slipway
