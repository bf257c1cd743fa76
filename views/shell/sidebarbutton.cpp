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

void SidebarButton::describe()
{
    const QString name = m_value.isEmpty() ? text() : text() + u": "_s + m_value;
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
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

void SidebarButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace slipway
