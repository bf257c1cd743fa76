#pragma once

#include "models/roles.h"

#include <array>
#include <bitset>

namespace slipway
{

/// How the tree's columns share a width: each has the width its content needs, the name takes what is left, and where
/// that would be too little for a name, columns hide in a fixed order.
struct ColumnFit final {
    std::array<int, kInventoryColumns> widths{}; ///< 0: hidden
    int hidden = 0;

    friend bool operator==(const ColumnFit&, const ColumnFit&) = default;
};

/// Which columns a person wants to see. The name always is one of them.
using ColumnChoice = std::bitset<kInventoryColumns>;
[[nodiscard]] ColumnChoice allColumns();

/// `headers` is the least width each column's title needs, 0 where that is of no concern. `hidden` counts the columns
/// that are wanted and have no room.
[[nodiscard]] ColumnFit fitColumns(int width, const std::array<int, kInventoryColumns>& headers = {},
                                   const ColumnChoice& wanted = allColumns());

} // namespace slipway
