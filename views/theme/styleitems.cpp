#include "views/theme/styleitems.h"

#include "views/theme/cellinset.h"
#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QIcon>
#include <QPainter>
#include <QStyleOption>

namespace slipway
{

namespace
{
constexpr int kMenuPadding = 12;
constexpr int kMenuIcon = 16;
constexpr int kShortestHandle = 32;
/// Wider than a focus ring, so that it is seen inside one.
constexpr int kSelectedBar = 5;

QColor edgeOfSelected(QStyle::State state, const Tokens& t)
{
    return state & QStyle::State_Active ? t.accent : t.line2;
}

} // namespace

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
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (isEnabled && (option.state & QStyle::State_Selected))
        paintBox(painter, option.rect, kSmallRadius, t.hover, {});
    QRect rect = option.rect.adjusted(kMenuPadding, 0, -kMenuPadding, 0);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable || !option.icon.isNull()) {
        const QRect box(rect.left(), rect.center().y() + 1 - kMenuIcon / 2, kMenuIcon, kMenuIcon);
        if (!option.icon.isNull())
            option.icon.paint(&painter, box, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
        else if (option.checked)
            paintBox(painter, QRectF(box).adjusted(4, 4, -4, -4), 4, t.accent, {});
        rect.setLeft(rect.left() + kMenuIcon + 8);
    }
    const qsizetype tab = option.text.indexOf(u'\t');
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.setPen(isEnabled ? t.text : t.muted);
    painter.drawText(rect, flags | Qt::AlignLeft, tab < 0 ? option.text : option.text.left(tab));
    if (tab >= 0) {
        painter.setPen(t.muted);
        painter.drawText(rect, flags | Qt::AlignRight, option.text.mid(tab + 1));
    }
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const QColor& fill, const Tokens& t)
{
    const qreal height = std::min(4, option.rect.height());
    QRectF bar(option.rect.left(), option.rect.center().y() + 1 - height / 2, option.rect.width(), height);
    paintBox(painter, bar, height / 2, t.track, t.isHighContrast ? t.line : QColor());
    const bool isBusy = option.maximum <= option.minimum;
    const qreal share =
        isBusy ? 0.3 : static_cast<qreal>(option.progress - option.minimum) / (option.maximum - option.minimum);
    if (share > 0) {
        bar.setWidth(std::max(height, bar.width() * std::min(share, 1.0)));
        paintBox(painter, bar, height / 2, fill, {});
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
