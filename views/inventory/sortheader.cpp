#include "views/inventory/sortheader.h"

#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QKeyEvent>
#include <QPainter>

namespace slipway
{

namespace
{
constexpr qreal kArrow = 10;
constexpr qreal kPadding = 4;

/// Beside the title where there is room, else above its middle.
QRectF arrowRect(const QRectF& rect, const QString& title, Qt::Alignment alignment)
{
    const qreal width = QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(title);
    const qreal free = rect.width() - width - 2 * kPadding;
    if (free < kArrow || (alignment & Qt::AlignHCenter))
        return {rect.center().x() - kArrow / 2, rect.top(), kArrow, 7};
    const qreal x =
        alignment & Qt::AlignRight ? rect.right() - kPadding - width - kArrow - 5 : rect.left() + kPadding + width + 4;
    return {x, rect.top(), kArrow, rect.height()};
}

} // namespace

SortHeader::SortHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSortIndicatorClearable(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Columns"));
    setAccessibleDescription(tr("Left and Right choose a column, Space sorts by it"));
}

void SortHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();
    const Tokens& t = tokensOf(palette());
    if (section == sortIndicatorSection()) {
        const QVariant alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole);
        const auto side = alignment.isValid() ? Qt::Alignment(alignment.toInt()) : defaultAlignment();
        paintChevron(*painter,
                     arrowRect(withoutEdges(rect, *this, section),
                               model()->headerData(section, Qt::Horizontal).toString(), side),
                     sortIndicatorOrder() == Qt::AscendingOrder ? Chevron::Up : Chevron::Down, t.text);
    }
    if (hasFocus() && section == m_current)
        paintFocusRing(*painter, QRectF(rect).adjusted(0, 0, 0, -1), 0, t.accent);
}

void SortHeader::turn(int section)
{
    const QVariant first = model()->headerData(section, Qt::Horizontal, Qt::InitialSortOrderRole);
    const auto initial = first.isValid() ? static_cast<Qt::SortOrder>(first.toInt()) : Qt::AscendingOrder;
    if (section != sortIndicatorSection())
        setSortIndicator(section, initial);
    else if (sortIndicatorOrder() == initial)
        setSortIndicator(section, initial == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    else
        setSortIndicator(-1, Qt::AscendingOrder);
}

void SortHeader::mousePressEvent(QMouseEvent* event)
{
    m_isDrawnAt = true;
    QHeaderView::mousePressEvent(event);
}

void SortHeader::mouseReleaseEvent(QMouseEvent* event)
{
    m_isDrawnAt = false; // before a click sorts
    QHeaderView::mouseReleaseEvent(event);
}

void SortHeader::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_isDrawnAt = true; // on an edge: as wide as what is in the column
    QHeaderView::mouseDoubleClickEvent(event);
}

void SortHeader::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        step(-1);
        return;
    case Qt::Key_Right:
        step(1);
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        turn(m_current);
        return;
    case Qt::Key_Down:
        Q_EMIT left();
        return;
    default:
        event->ignore();
    }
}

void SortHeader::step(int by)
{
    for (int place = visualIndex(m_current) + by; place >= 0 && place < count(); place += by) {
        const int next = logicalIndex(place);
        if (isSectionHidden(next))
            continue;
        m_current = next;
        viewport()->update();
        return;
    }
}

void SortHeader::focusInEvent(QFocusEvent* event)
{
    QHeaderView::focusInEvent(event);
    viewport()->update();
}

void SortHeader::focusOutEvent(QFocusEvent* event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}

} // namespace slipway
