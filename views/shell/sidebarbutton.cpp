#include "views/shell/sidebarbutton.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"
#include "views/widgets/keyhint.h"

#include <QKeyEvent>
#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kHeight = 32;
constexpr int kIcon = 16;
constexpr int kBar = 3;
constexpr int kBadgeHeight = 20;
constexpr int kBadgeInset = 8;
constexpr int kDot = 8;
} // namespace

SidebarButton::SidebarButton(const QString& text, const QIcon& icon, const QIcon& activeIcon, QWidget* parent)
    : QAbstractButton(parent)
    , m_activeIcon(activeIcon)
{
    setText(text);
    setIcon(icon);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void SidebarButton::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    describe();
    update();
}

void SidebarButton::setHintAction(const QString& actionId)
{
    m_action = actionId;
    describe();
}

void SidebarButton::setValueText(const QString& text)
{
    m_value = text;
    describe();
    update();
}

void SidebarButton::setBadge(const QString& text, Tone tone)
{
    m_badge = text;
    m_badgeTone = tone;
    describe();
    update();
}

void SidebarButton::describe()
{
    const QString value = m_value.isEmpty() ? m_badge : m_value;
    const QString name = value.isEmpty() ? text() : text() + u": "_s + value;
    setAccessibleName(name);
    setKeyHint(*this, m_action, m_isCompact || !m_action.isEmpty() ? name : QString());
}

QSize SidebarButton::sizeHint() const
{
    return {withText(kHeight), withText(kHeight)};
}

void SidebarButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    if (isChecked())
        paintBox(painter, rect(), kSmallRadius, t.accentTint, toneOutline(t, Tone::Accent));
    else if (underMouse() || isDown())
        paintBox(painter, rect(), kSmallRadius, isDown() ? t.track : t.hover, {});
    if (isChecked())
        painter.fillRect(QRect(0, 4, kBar, height() - 8), t.accent);
    const int x = m_isCompact ? (width() - kIcon) / 2 : 8;
    (isChecked() ? m_activeIcon : icon()).paint(&painter, QRect(x, (height() - kIcon) / 2, kIcon, kIcon));
    if (!m_isCompact) {
        painter.setFont(fontFor(isChecked() ? TextRole::CardHeader : TextRole::Body));
        painter.setPen(t.text);
        painter.drawText(rect().adjusted(x + kIcon + 10, 0, -8, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(t.muted);
        painter.drawText(rect().adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, m_value);
    }
    if (!m_badge.isEmpty())
        paintBadge(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

void SidebarButton::paintBadge(QPainter& painter) const
{
    const Tokens& t = tokensOf(palette());
    if (m_isCompact) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(toneColor(t, m_badgeTone));
        painter.drawEllipse(QRectF(width() - kDot - 4, 4, kDot, kDot));
        return;
    }
    painter.setFont(fontFor(TextRole::Caption));
    const int wide = painter.fontMetrics().horizontalAdvance(m_badge) + 2 * kBadgeInset;
    const int high = withText(kBadgeHeight);
    const QRect box(width() - 8 - wide, (height() - high) / 2, wide, high);
    paintBox(painter, box, high / 2.0, toneTint(t, m_badgeTone), toneOutline(t, m_badgeTone));
    painter.setPen(toneColor(t, m_badgeTone));
    painter.drawText(box, Qt::AlignCenter, m_badge);
}

void SidebarButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace slipway
