#include "views/theme/styleitems.h"

#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QIcon>
#include <QPainter>
#include <QStyleOption>

namespace slipway
{

namespace
{
constexpr int kMenuPadding = 12;
constexpr int kMenuIcon = 16;
constexpr int kMenuGap = 8;
/// Between words and keys.
constexpr int kMenuKeysGap = 24;
constexpr int kMenuArrow = 16;
constexpr int kFieldInset = 8;
constexpr int kComboArrow = 24;
constexpr int kShortestHandle = 32;
constexpr int kPlainBar = 4;
constexpr int kStripedBar = 6; ///< lower, and stripes are no longer seen
constexpr qreal kStripe = 4;   ///< from one to the next
/// Wider than a focus ring, so that it is seen inside one.
constexpr int kSelectedBar = 5;

QColor edgeOfSelected(QStyle::State state, const Tokens& t)
{
    return state & QStyle::State_Active ? t.accent : t.line2;
}

/// All items of a menu begin at one line: the one that has the widest picture or mark says where.
bool hasMarks(const QStyleOptionMenuItem& option)
{
    return option.menuHasCheckableItems || option.maxIconWidth > 0 || !option.icon.isNull()
           || option.checkType != QStyleOptionMenuItem::NotCheckable;
}

void paintMark(QPainter& painter, const QRect& box, const QStyleOptionMenuItem& option, const Tokens& t)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (!option.icon.isNull()) {
        option.icon.paint(&painter, box, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        return;
    }
    if (option.checkType == QStyleOptionMenuItem::NotCheckable || !option.checked)
        return;
    const QColor color = isEnabled ? t.accent : t.muted;
    if (option.checkType == QStyleOptionMenuItem::Exclusive)
        paintBox(painter, QRectF(box).adjusted(4, 4, -4, -4), 4, color, {});
    else
        paintCheckMark(painter, QRectF(box).center(), color);
}

} // namespace

void paintCheckMark(QPainter& painter, QPointF center, const QColor& color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(
        QPolygonF{{center + QPointF(-3.5, 0.5), center + QPointF(-1, 3), center + QPointF(3.5, -2.5)}});
    painter.restore();
}

void paintSelected(QPainter& painter, const QRect& rect, QStyle::State state, const Tokens& t)
{
    const bool isTinted = state & QStyle::State_Active && !t.isHighContrast;
    painter.fillRect(rect, isTinted ? t.accentTint : t.track);
}

void paintSelectedRow(QPainter& painter, const QRect& rect, QStyle::State state, const Tokens& t)
{
    paintSelected(painter, rect, state, t);
    if (t.isHighContrast)
        painter.fillRect(QRect(rect.left(), rect.top(), kSelectedBar, rect.height()), edgeOfSelected(state, t));
}

void paintItemBackground(QPainter& painter, const QStyleOption& option, const Tokens& t)
{
    using Item = QStyleOptionViewItem;
    const auto* item = qstyleoption_cast<const Item*>(&option);
    const bool isInside = item && (item->viewItemPosition == Item::Middle || item->viewItemPosition == Item::End);
    if ((option.state & QStyle::State_Selected) && !isInside)
        paintSelectedRow(painter, option.rect, option.state, t);
    else if (option.state & QStyle::State_Selected)
        paintSelected(painter, option.rect, option.state, t);
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, t.hover);
}

void paintHeaderSection(QPainter& painter, const QStyleOption& option, const Tokens& t)
{
    painter.fillRect(option.rect, t.raised);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
}

void paintHeaderLabel(QPainter& painter, const QStyleOptionHeader& option, const Tokens& t)
{
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(t.muted);
    using Header = QStyleOptionHeader;
    const bool isFirst = option.position == Header::Beginning || option.position == Header::OnlyOneSection;
    const bool isLast = option.position == Header::End || option.position == Header::OnlyOneSection;
    const QRect rect = option.rect.adjusted(isFirst ? kEdgeExtra : 0, 0, isLast ? -kEdgeExtra : 0, 0);
    const QString text = painter.fontMetrics().elidedText(option.text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(option.textAlignment | Qt::AlignVCenter | Qt::TextSingleLine), text);
}

void paintTab(QPainter& painter, const QStyleOptionTab& option, const Tokens& t)
{
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    painter.setFont(fontFor(isSelected ? TextRole::CardHeader : TextRole::Body));
    painter.setPen(isSelected || isHovered ? t.text : t.muted);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, option.text);
    const int width = std::min(option.rect.width(), painter.fontMetrics().horizontalAdvance(option.text));
    const QRect line(option.rect.center().x() - width / 2, option.rect.bottom() - 1, width, 2);
    if (isSelected)
        painter.fillRect(line, t.accent);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, QRectF(option.rect).adjusted(2, 4, -2, -4), kSmallRadius, t.accent);
}

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& t)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(option.rect.left(), option.rect.center().y(), option.rect.width(), 1), t.line);
        return;
    }
    painter.setFont(option.font); // an action may have its own, and is as wide as that needs
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (isEnabled && (option.state & QStyle::State_Selected))
        paintBox(painter, option.rect, kSmallRadius, t.hover, {});
    QRect rect = option.rect.adjusted(kMenuPadding, 0, -kMenuPadding, 0);
    if (hasMarks(option)) {
        paintMark(painter, QRect(rect.left(), rect.center().y() + 1 - kMenuIcon / 2, kMenuIcon, kMenuIcon), option, t);
        rect.setLeft(rect.left() + kMenuIcon + kMenuGap);
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        constexpr int kWidth = kMenuArrow / 2;
        const QRectF arrow(rect.right() + 1 - kWidth, rect.top(), kWidth, rect.height());
        paintChevron(painter, arrow, Chevron::Right, t.muted);
        rect.setRight(rect.right() - kMenuArrow);
    }
    const qsizetype tab = option.text.indexOf(u'\t');
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.setPen(isEnabled ? t.text : t.muted);
    // No list is wider than its screen.
    const QString words = painter.fontMetrics().elidedText(tab < 0 ? option.text : option.text.left(tab),
                                                           Qt::ElideRight, rect.width() + 1, Qt::TextShowMnemonic);
    painter.drawText(rect, flags | Qt::AlignLeft, words);
    if (tab >= 0) {
        painter.setPen(t.muted);
        painter.drawText(rect, flags | Qt::AlignRight, option.text.mid(tab + 1));
    }
}

int menuItemWidth(int words, const QStyleOptionMenuItem& option)
{
    const int mark = hasMarks(option) ? kMenuIcon + kMenuGap : 0;
    const int keys = option.text.contains(u'\t') ? kMenuKeysGap : 0;
    const int arrow = option.menuItemType == QStyleOptionMenuItem::SubMenu ? kMenuArrow : 0;
    return words + mark + keys + arrow + 2 * kMenuPadding;
}

int comboListWidth(const QComboBox& box)
{
    QStyleOptionMenuItem option;
    option.menuHasCheckableItems = true; // the one that is chosen has a dot
    const QFontMetrics metrics = box.view()->fontMetrics();
    int words = 0;
    for (int item = 0; item < box.count(); ++item)
        words = std::max(words, metrics.horizontalAdvance(box.itemText(item)));
    // The frame around them, and a scroll bar.
    const int around = 2 * box.style()->pixelMetric(QStyle::PM_MenuPanelWidth);
    const int bar = box.count() > box.maxVisibleItems() ? box.style()->pixelMetric(QStyle::PM_ScrollBarExtent) : 0;
    return std::max(box.width(), menuItemWidth(words, option) + around + bar);
}

QRect comboWordsRect(const QRect& box)
{
    return box.adjusted(kFieldInset, 0, -kComboArrow, 0);
}

int comboWidth(int words)
{
    return words + kFieldInset + kComboArrow;
}

void paintComboLabel(QPainter& painter, const QStyleOptionComboBox& option)
{
    if (option.editable)
        return; // the field in it paints them
    const QRect rect = comboWordsRect(option.rect);
    painter.setPen(option.palette.color(QPalette::ButtonText));
    painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, rect.width()));
}

/// Stripes on the groove, told apart from what is full by their shape.
void paintStripes(QPainter& painter, const QRectF& rect, const QColor& color)
{
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    for (qreal left = rect.left() - rect.height(); left < rect.right(); left += kStripe)
        painter.drawLine(QPointF(left, rect.bottom()), QPointF(left + rect.height(), rect.top()));
    painter.restore();
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const QColor& fill, double hatched,
                   const Tokens& t)
{
    const qreal height = std::min(hatched > 0 ? kStripedBar : kPlainBar, option.rect.height());
    QRectF bar(option.rect.left(), option.rect.center().y() + 1 - height / 2, option.rect.width(), height);
    paintBox(painter, bar, height / 2, t.track, t.isHighContrast ? t.line : QColor());
    const bool isBusy = option.maximum <= option.minimum;
    const qreal share =
        isBusy ? 0.3 : static_cast<qreal>(option.progress - option.minimum) / (option.maximum - option.minimum);
    if (share > 0) {
        bar.setWidth(std::max(height, bar.width() * std::min(share, 1.0)));
        const qreal striped = std::min(option.rect.width() * hatched, bar.width());
        const QRectF stripes(bar.right() - striped, bar.top(), striped, height);
        if (striped > 0)
            bar.setWidth(bar.width() - striped - 1);
        if (bar.width() >= 1)
            paintBox(painter, bar, std::min(height, bar.width()) / 2, fill, {});
        if (striped > 0)
            paintStripes(painter, stripes, fill);
    }
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const int length = isHorizontal ? option.rect.width() : option.rect.height();
    const int range = option.maximum - option.minimum;
    int handle = length;
    if (range > 0)
        handle = std::clamp(static_cast<int>(static_cast<qint64>(length) * option.pageStep / (range + option.pageStep)),
                            std::min(kShortestHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    const auto along = [&](int from, int size) {
        return isHorizontal ? QRect(from, 0, size, option.rect.height()) : QRect(0, from, option.rect.width(), size);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return along(start, handle);
    case QStyle::SC_ScrollBarGroove:
        return along(0, length);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const Tokens& t)
{
    painter.fillRect(option.rect, t.surface);
    if (option.maximum <= option.minimum)
        return;
    const bool isActive = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const qreal inset = isActive ? 2 : 3;
    const QRectF handle =
        QRectF(scrollBarPart(option, QStyle::SC_ScrollBarSlider)).adjusted(inset, inset, -inset, -inset);
    paintBox(painter, handle, std::min(handle.width(), handle.height()) / 2, isActive ? t.line2 : t.line, {});
}

} // namespace slipway
