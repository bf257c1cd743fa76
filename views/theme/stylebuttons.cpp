#include "views/theme/stylebuttons.h"

#include "views/theme/buttonkind.h"
#include "views/theme/paint.h"
#include "views/theme/styleitems.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QAbstractButton>
#include <QPainter>
#include <QStyleOptionButton>

namespace slipway
{

namespace
{

constexpr int kIcon = 16;
constexpr int kGap = 8;
constexpr int kPadding = 12;
/// A link stands where text would: its words begin where the lines above it do, but for the room of the focus ring.
constexpr int kLinkPadding = 3;
constexpr int kLinkHeight = 24;

struct ButtonColors {
    QColor fill;
    QColor border;
    QColor text;
};

ButtonKind kindOf(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button ? buttonKind(*button) : ButtonKind::Normal;
}

ButtonColors enabledColors(ButtonKind kind, QStyle::State state, const Tokens& t)
{
    const bool hovered = state & QStyle::State_MouseOver;
    const bool pressed = state & QStyle::State_Sunken;
    if ((state & QStyle::State_On) && (kind == ButtonKind::Normal || kind == ButtonKind::Quiet)) {
        // In high contrast a frame of the accent is for what has the keyboard.
        const QColor frame = t.isHighContrast ? t.line : kind == ButtonKind::Normal ? t.accent : QColor();
        return {pressed || t.isHighContrast ? t.track : t.accentTint, frame, t.accent};
    }
    const QColor calm = pressed ? t.track : hovered ? t.hover : QColor();
    switch (kind) {
    case ButtonKind::Normal:
        return {calm.isValid() ? calm : t.surface, t.line, t.text};
    case ButtonKind::Primary:
        return {hovered || pressed ? t.accent.darker(110) : t.accent, {}, t.onAccent};
    case ButtonKind::Danger:
        return {calm.isValid() ? t.badTint : t.surface, t.bad, t.bad};
    case ButtonKind::Harm:
        return {hovered || pressed ? t.bad.darker(110) : t.bad, {}, t.surface};
    case ButtonKind::Quiet:
        return {calm, {}, t.text};
    case ButtonKind::Link:
        return {calm, {}, t.accent};
    }
    return {};
}

ButtonColors colorsOf(ButtonKind kind, QStyle::State state, const Tokens& t)
{
    const bool isFrameless = kind == ButtonKind::Quiet || kind == ButtonKind::Link;
    if (!(state & QStyle::State_Enabled))
        return {isFrameless ? QColor() : t.raised, isFrameless ? QColor() : t.line, t.muted};
    return enabledColors(kind, state, t);
}

void paintFace(QPainter& painter, const QRect& rect, const ButtonColors& colors, QStyle::State state, const Tokens& t)
{
    paintBox(painter, rect, kRadius, colors.fill, colors.border);
    if ((state & QStyle::State_HasFocus) && (state & QStyle::State_KeyboardFocusChange))
        paintFocusRing(painter, rect, kRadius, t.accent);
}

/// Icon and text side by side in the middle; `left` starts them at the left edge instead.
void paintContent(QPainter& painter, const QRect& rect, const QIcon& icon, const QString& text, const QColor& color,
                  QIcon::Mode mode, Qt::Alignment alignment)
{
    const int textWidth = text.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(text);
    const int iconWidth = icon.isNull() ? 0 : kIcon;
    const int gap = textWidth && iconWidth ? kGap : 0;
    const int content = iconWidth + gap + textWidth;
    int x = rect.left() + kPadding;
    if (alignment & Qt::AlignHCenter)
        x = std::max(rect.left() + std::min(textWidth ? kGap : 0, std::max(0, (rect.width() - content) / 2)),
                     rect.center().x() + 1 - content / 2);
    if (iconWidth)
        icon.paint(&painter, QRect(x, rect.center().y() + 1 - kIcon / 2, kIcon, kIcon), Qt::AlignCenter, mode);
    painter.setPen(color);
    const QRect textRect(x + iconWidth + gap, rect.top(), rect.right() - x - iconWidth - gap + 1, rect.height());
    painter.drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, text);
}

} // namespace

QSize pushButtonSize(const QStyleOption* option, const QWidget* widget, int height)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button)
        return {height, height};
    const int text = button->text.isEmpty()
                         ? 0
                         : button->fontMetrics.size(Qt::TextSingleLine | Qt::TextHideMnemonic, button->text).width();
    const int icon = button->icon.isNull() ? 0 : kIcon;
    const int gap = text && icon ? kGap : 0;
    if (kindOf(widget) == ButtonKind::Link)
        return {text + icon + gap + 2 * kLinkPadding, withText(kLinkHeight)};
    return {text ? text + icon + gap + 2 * kPadding : height, height};
}

QSize toolButtonSize(const QStyleOption* option, const QSize& contents, int height)
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    if (!button || button->toolButtonStyle == Qt::ToolButtonIconOnly || button->text.isEmpty())
        return {height, height};
    const int text = button->fontMetrics.size(Qt::TextSingleLine | Qt::TextHideMnemonic, button->text).width();
    const int icon = button->icon.isNull() ? 0 : kIcon + kGap;
    const int arrow = button->features & QStyleOptionToolButton::HasMenu ? kIcon : 0;
    return {text + icon + arrow + 2 * kPadding, std::max(height, contents.height() > 40 ? contents.height() : height)};
}

void paintCheckBox(QPainter& painter, const QStyleOption& option, const Tokens& tokens)
{
    constexpr int kSide = 14;
    QRectF box(0, 0, kSide, kSide);
    box.moveCenter(QRectF(option.rect).center());
    const bool isOn = option.state & QStyle::State_On;
    const bool isMixed = option.state & QStyle::State_NoChange;
    const bool isFilled = isOn || isMixed;
    paintBox(painter, box, 3, isFilled ? tokens.accent : tokens.surface, isFilled ? tokens.accent : tokens.line2);
    if (isOn)
        paintCheckMark(painter, box.center(), tokens.onAccent);
    else if (isMixed)
        painter.fillRect(QRectF(0, 0, 8, 2).translated(box.center() - QPointF(4, 1)), tokens.onAccent);
}

void paintPushButton(QPainter& painter, const QStyleOption* option, const QWidget* widget)
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (!button)
        return;
    const Tokens& t = tokensOf(option->palette);
    const ButtonColors colors = colorsOf(kindOf(widget), option->state, t);
    QStyle::State state = option->state;
    // What Enter does in a dialog is seen from the start, not only by who came by keyboard.
    if (button->features & QStyleOptionButton::DefaultButton)
        state |= QStyle::State_KeyboardFocusChange;
    paintFace(painter, option->rect, colors, state, t);
    const auto mode = option->state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
    paintContent(painter, option->rect, button->icon, button->text, colors.text, mode, Qt::AlignHCenter);
}

void paintToolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget)
{
    const Tokens& t = tokensOf(option.palette);
    const ButtonColors colors = colorsOf(kindOf(widget), option.state, t);
    paintFace(painter, option.rect, colors, option.state, t);
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty();
    const auto mode = option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
    paintContent(painter, option.rect, option.icon, iconOnly ? QString() : option.text, colors.text, mode,
                 iconOnly ? Qt::AlignHCenter : Qt::AlignLeft);
    if (!iconOnly && (option.features & QStyleOptionToolButton::HasMenu))
        paintChevron(painter, QRectF(option.rect.right() - kIcon - 4, option.rect.top(), kIcon, option.rect.height()),
                     Chevron::Down, t.muted);
}

} // namespace slipway
