#pragma once

#include "models/inventoryarrangement.h"
#include "models/inventoryitem.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace slipway
{

/// The versions that rows of the tree stand for, in their order, each once: a version for itself, an image or group for
/// the versions the arrangement shows of its images.
[[nodiscard]] std::vector<InventoryItem> versionsMeant(const InventoryArrangement& arrangement,
                                                       const std::vector<InventoryItem>& rows);
/// All that would go with those rows, by row in Snapshot::versions: an image or group stands for every version it has,
/// parts too, or for those that match where a filter leaves some out. What measureSelection() takes.
[[nodiscard]] std::vector<RowIndex> rowsMeant(const InventoryArrangement& arrangement,
                                              const std::vector<InventoryItem>& rows);

// Versions as people and programs take them elsewhere. All need version rows, as versionsMeant() gives them.

/// For people: columns of image, tags, digest, kind, size and unique size, aligned, below a line of titles.
[[nodiscard]] QString recordsAsText(const std::vector<InventoryItem>& versions);
/// For spreadsheets: RFC 4180 in UTF-8 with a line of names; bytes as integers, times ISO 8601 UTC, tags separated by
/// spaces.
[[nodiscard]] QByteArray recordsAsCsv(const std::vector<InventoryItem>& versions);
/// For programs: an array of the objects `slipwayctl inventory --format json` prints of versions, each with `hub`,
/// `family`, `package` and `variant`.
[[nodiscard]] QByteArray recordsAsJson(const std::vector<InventoryItem>& versions);

} // namespace slipway
