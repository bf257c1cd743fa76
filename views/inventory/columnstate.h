#pragma once

#include "views/inventory/columnfit.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace slipway
{

using ColumnOrder = std::array<InventoryColumn, kInventoryColumns>;
/// As InventoryColumn has them.
[[nodiscard]] ColumnOrder usualColumnOrder();

/// No column is drawn narrower, in pixels: the header's own bound follows fonts that are loaded, and with them the
/// moment.
constexpr int kNarrowestColumn = 24;

/// How a person has arranged the tree's columns.
struct ColumnState final {
    ColumnOrder order = usualColumnOrder(); ///< from left to right
    ColumnChoice wanted = allColumns();
    /// As they were drawn by hand, 0 for a column without room; none: each has what it needs.
    std::optional<std::array<int, kInventoryColumns>> widths;
    std::optional<InventoryColumn> sortedBy; ///< none: the inventory's own order
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    friend bool operator==(const ColumnState&, const ColumnState&) = default;
};

[[nodiscard]] QJsonObject toJson(const ColumnState& state);
/// What is missing or makes no sense is as it usually is.
[[nodiscard]] ColumnState columnState(const QJsonObject& json);

/// A column's stable name: "digest".
[[nodiscard]] QString columnId(InventoryColumn column);

} // namespace slipway
