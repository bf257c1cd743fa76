#include "views/theme/cellinset.h"

#include <QHeaderView>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTreeView>

namespace slipway
{

namespace
{

enum class Edge { First, Last };

bool isAt(Edge edge, const QHeaderView& header, int logical)
{
    const int step = edge == Edge::First ? 1 : -1;
    int place = edge == Edge::First ? 0 : header.count() - 1;
    while (place >= 0 && place < header.count() && header.isSectionHidden(header.logicalIndex(place)))
        place += step;
    return header.logicalIndex(place) == logical;
}

const QHeaderView* headerOf(const QWidget* view)
{
    if (const auto* tree = qobject_cast<const QTreeView*>(view))
        return tree->header();
    const auto* table = qobject_cast<const QTableView*>(view);
    return table ? table->horizontalHeader() : nullptr;
}

bool isTreeColumn(const QWidget* view, int column)
{
    const auto* tree = qobject_cast<const QTreeView*>(view);
    return tree && tree->rootIsDecorated() && column == tree->header()->logicalIndex(0);
}

} // namespace

QRect withoutEdges(const QRect& section, const QHeaderView& header, int logical)
{
    return section.adjusted(isAt(Edge::First, header, logical) ? kEdgeExtra : 0, 0,
                            isAt(Edge::Last, header, logical) ? -kEdgeExtra : 0, 0);
}

QRect insideCell(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    QRect cell = option.rect;
    if (const auto* header = headerOf(option.widget))
        cell = withoutEdges(cell, *header, index.column());
    if (isTreeColumn(option.widget, index.column()))
        cell.setLeft(option.rect.left());
    return cell.adjusted(kCellPadding, 0, -kCellPadding, -1);
}

} // namespace slipway
