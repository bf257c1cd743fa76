#include "views/widgets/rowview.h"

#include "views/theme/paint.h"
#include "views/theme/styleitems.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/headercorner.h"
#include "views/widgets/textplace.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

/// A pixel of the design in whole ones of the screen: at 125 % one, as the frames have, and not one or two.
qreal hairline(const QPainter& painter)
{
    const qreal ratio = painter.device()->devicePixelRatio();
    return std::max(1.0, std::floor(ratio)) / ratio;
}

} // namespace

RowView::RowView(QWidget* parent)
    : QTreeView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    addScrollBarWidget(new HeaderCorner(this), Qt::AlignTop);
    header()->setSectionsMovable(false);
    header()->setHighlightSections(false);
    followText(*this, [this] { fitText(); });
    new TextPlace(*this);
}

void RowView::setModel(QAbstractItemModel* model)
{
    QTreeView::setModel(model);
    // Where there is no header, nothing continues it.
    if (auto* corner = findChild<HeaderCorner*>())
        corner->setVisible(!isHeaderHidden());
    if (model)
        fitColumns();
}

int RowView::steadyWidth() const
{
    return width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
}

void RowView::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = tokensOf(palette());
    const QRect rect = option.rect;
    if (selectionModel()->isSelected(index))
        paintSelectedRow(*painter, rect, isActiveWindow() ? QStyle::State_Active : QStyle::State_None, t);
    else if (m_hovered.isValid() && m_hovered == index.siblingAtColumn(0))
        painter->fillRect(rect, t.hover);
    QStyleOptionViewItem row(option);
    row.state.setFlag(QStyle::State_HasFocus, false);
    QTreeView::drawRow(painter, row, index);
    const qreal thickness = hairline(*painter);
    painter->fillRect(QRectF(rect.left(), rect.bottom() + 1 - thickness, rect.width(), thickness), t.line);
    if (m_isByKeyboard && hasFocus() && currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0))
        paintFocusRing(*painter, rect.adjusted(0, 0, 0, -1), 0, t.accent);
}

void RowView::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    if (model())
        fitColumns();
}

void RowView::fitText()
{
    if (!model() || header()->count() == 0)
        return;
    header()->headerDataChanged(Qt::Horizontal, 0, header()->count() - 1); // it forgets how high it wanted to be
    fitColumns();
}

void RowView::keyPressEvent(QKeyEvent* event)
{
    setByKeyboard(true);
    QTreeView::keyPressEvent(event);
    updateRow(currentIndex());
}

void RowView::mousePressEvent(QMouseEvent* event)
{
    setByKeyboard(false);
    QTreeView::mousePressEvent(event);
}

void RowView::mouseMoveEvent(QMouseEvent* event)
{
    QTreeView::mouseMoveEvent(event);
    setHovered(indexAt(event->position().toPoint()).siblingAtColumn(0));
}

void RowView::leaveEvent(QEvent* event)
{
    QTreeView::leaveEvent(event);
    setHovered({});
}

void RowView::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason
        || event->reason() == Qt::ShortcutFocusReason)
        setByKeyboard(true);
    QTreeView::focusInEvent(event);
    updateRow(currentIndex());
}

void RowView::setByKeyboard(bool isByKeyboard)
{
    if (m_isByKeyboard == isByKeyboard)
        return;
    m_isByKeyboard = isByKeyboard;
    updateRow(currentIndex());
}

void RowView::setHovered(const QModelIndex& index)
{
    if (m_hovered == index)
        return;
    updateRow(m_hovered);
    m_hovered = index;
    updateRow(index);
}

void RowView::updateRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const QRect cell = visualRect(index.siblingAtColumn(0));
    viewport()->update(QRect(0, cell.top(), viewport()->width(), cell.height()));
}

} // namespace slipway
