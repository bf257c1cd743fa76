#pragma once

#include <QRect>

class QHeaderView;
class QModelIndex;
class QStyleOptionViewItem;

namespace slipway
{

/// From a cell's content to the next column, and to the edge of the table, where it stands as in cards.
constexpr int kCellPadding = 6;
constexpr int kEdgePadding = 12;
/// What the first and the last column need beside what the others do.
constexpr int kEdgeExtra = kEdgePadding - kCellPadding;

/// The section of a header without what it leaves free at the edges of the table.
[[nodiscard]] QRect withoutEdges(const QRect& section, const QHeaderView& header, int logical);

/// Where the content of a cell of a table or tree stands: above the line below its row, and below the words of its
/// column's title. The first column of a tree begins where its chevrons end.
[[nodiscard]] QRect insideCell(const QStyleOptionViewItem& option, const QModelIndex& index);

} // namespace slipway
