#pragma once

#include "models/roles.h"

#include <array>

namespace slipway
{

/// How the tree's columns share a width: each has the width its content needs, the name takes what is left, and where
/// that would be too little for a name, columns hide in a fixed order.
struct ColumnFit final {
    std::array<int, kInventoryColumns> widths{}; ///< 0: hidden
    int hidden = 0;

    friend bool operator==(const ColumnFit&, const ColumnFit&) = default;
};

/// `headers` is the least width each column's title needs, 0 where that is of no concern.
[[nodiscard]] ColumnFit fitColumns(int width, const std::array<int, kInventoryColumns>& headers = {});

} // namespace slipway
