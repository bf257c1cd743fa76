#pragma once

#include "models/inventoryarrangement.h"
#include "models/inventoryitem.h"

#include <QStringView>

#include <span>

namespace slipway
{

/// Where versions stand.
struct VersionPlace final {
    const HubEntry* hub = nullptr;
    const FamilyEntry* family = nullptr;
    const ImageEntry* image = nullptr;
    RowIndex parent = kNoRow; ///< of parts: what they hang below, which gives them their names
};

/// The places of items in the order of a column; equal ones keep theirs, whichever way it goes.
[[nodiscard]] std::vector<std::uint32_t> sortedOrder(std::span<const InventoryItem> items, InventorySort sort);

/// Versions of one image, or parts of one version, in the order of a column. Sizes and ages, which are what long lists
/// are sorted by, are sorted as numbers by their digits, in linear time.
void sortVersions(std::vector<RowIndex>& rows, const Inventory& inventory, const VersionPlace& place,
                  InventorySort sort);

/// Numbers that stand for rows, in their order, stable: `places` is ordered along with them.
struct NumberedPlace final {
    std::uint64_t key = 0;
    std::uint32_t place = 0;
};
void sortByKey(std::vector<NumberedPlace>& numbers);

/// Compares as people read: case aside, and runs of digits as numbers, so that v0.10 comes after v0.9.
[[nodiscard]] int compareNaturally(QStringView a, QStringView b);

} // namespace slipway
