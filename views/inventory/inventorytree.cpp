#include "views/inventory/inventorytree.h"

#include "models/roles.h"
#include "views/inventory/inventorydelegate.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/headercorner.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace slipway
{

namespace
{
/// Families opened show images; images opened show versions.
constexpr int kDepthOfFamilies = 1;
constexpr int kHeaderPadding = 14;
} // namespace

InventoryTree::InventoryTree(QWidget* parent)
    : QTreeView(parent)
{
    setAccessibleName(tr("Images by hub and family"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new InventoryDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);
    setMouseTracking(true);
    setExpandsOnDoubleClick(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setHighlightSections(false);
}

void InventoryTree::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    fit();
}

void InventoryTree::expandGroups()
{
    expandToDepth(kDepthOfFamilies);
}

void InventoryTree::expandImages()
{
    expandToDepth(kDepthOfFamilies + 1);
}

void InventoryTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(palette());
    const bool isSelected = selectionModel()->isSelected(index);
    const bool isHovered = m_hovered.isValid() && m_hovered == index.siblingAtColumn(0);
    const QRect rect = option.rect;
    if (isSelected)
        painter->fillRect(rect, isActiveWindow() ? t.accentTint : t.track);
    else if (isHovered)
        painter->fillRect(rect, t.hover);
    QStyleOptionViewItem row(option);
    row.state.setFlag(QStyle::State_HasFocus, false);
    QTreeView::drawRow(painter, row, index);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    if (m_isByKeyboard && hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0))
        paintFocusRing(*painter, rect.adjusted(0, 0, 0, -1), 0, t.accent);
}

void InventoryTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    fit();
}

void InventoryTree::fit()
{
    if (!model())
        return;
    const QFontMetrics metrics(fontFor(TextRole::Caption));
    std::array<int, kInventoryColumns> headers{};
    for (int column = 0; column < kInventoryColumns; ++column)
        headers[static_cast<size_t>(column)] =
            metrics.horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString()) + kHeaderPadding;
    const ColumnFit fit = fitColumns(viewport()->width(), headers);
    for (int column = 0; column < kInventoryColumns; ++column) {
        const int width = fit.widths[static_cast<size_t>(column)];
        setColumnHidden(column, width == 0);
        if (width > 0)
            header()->resizeSection(column, width);
    }
    const bool isChanged = fit.hidden != m_fit.hidden;
    m_fit = fit;
    if (isChanged)
        Q_EMIT hiddenColumnsChanged();
}

void InventoryTree::keyPressEvent(QKeyEvent* event)
{
    m_isByKeyboard = true;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT detailsRequested();
        return;
    }
    QTreeView::keyPressEvent(event);
    updateRow(currentIndex());
}

void InventoryTree::mousePressEvent(QMouseEvent* event)
{
    m_isByKeyboard = false;
    const QModelIndex target = copyTargetAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && target.isValid()) {
        Q_EMIT copyDigestRequested(target);
        return;
    }
    QTreeView::mousePressEvent(event);
}

void InventoryTree::mouseMoveEvent(QMouseEvent* event)
{
    QTreeView::mouseMoveEvent(event);
    const QPoint pos = event->position().toPoint();
    setHovered(indexAt(pos).siblingAtColumn(0));
    viewport()->setCursor(copyTargetAt(pos).isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void InventoryTree::leaveEvent(QEvent* event)
{
    QTreeView::leaveEvent(event);
    setHovered({});
}

void InventoryTree::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        m_isByKeyboard = true;
    QTreeView::focusInEvent(event);
    updateRow(currentIndex());
}

void InventoryTree::setHovered(const QModelIndex& index)
{
    if (m_hovered == index)
        return;
    updateRow(m_hovered);
    m_hovered = index;
    updateRow(index);
}

void InventoryTree::updateRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const QRect cell = visualRect(index.siblingAtColumn(0));
    viewport()->update(QRect(0, cell.top(), viewport()->width(), cell.height()));
}

QModelIndex InventoryTree::copyTargetAt(const QPoint& pos) const
{
    const QModelIndex index = indexAt(pos);
    if (index.column() != static_cast<int>(InventoryColumn::Digest) || index.data().toString().isEmpty())
        return {};
    const QRect target = InventoryDelegate::copyRect(visualRect(index)).adjusted(-4, -4, 4, 4);
    return target.contains(pos) ? index : QModelIndex();
}

} // namespace slipway
