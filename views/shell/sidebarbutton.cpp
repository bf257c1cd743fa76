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
constexpr int kInset = 8;
/// From the icon to the word, and from there to what stands at the right end.
constexpr int kTextGap = 10;

int widthOf(TextRole role, const QString& text)
{
    return QFontMetrics(fontFor(role)).horizontalAdvance(text);
}

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
    const bool isCut = width() < sizeHint().width();
    setAccessibleName(name);
    setKeyHint(*this, m_action, m_isCompact || isCut || !m_action.isEmpty() ? name : QString());
}

/// What the value or the badge takes of the line, what keeps it from the edge included.
int SidebarButton::endWidth() const
{
    if (!m_badge.isEmpty())
        return widthOf(TextRole::Caption, m_badge) + 2 * kBadgeInset + kInset;
    return m_value.isEmpty() ? kInset : widthOf(TextRole::Caption, m_value) + kTextGap;
}

/// The word as if it were chosen, so that choosing it changes nothing.
QSize SidebarButton::sizeHint() const
{
    if (m_isCompact)
        return {withText(kHeight), withText(kHeight)};
    const int gap = m_value.isEmpty() && m_badge.isEmpty() ? 0 : kTextGap;
    return {kInset + kIcon + kTextGap + widthOf(TextRole::CardHeader, text()) + gap + endWidth(), withText(kHeight)};
}

void SidebarButton::resizeEvent(QResizeEvent* event)
{
    QAbstractButton::resizeEvent(event);
    describe();
}

void SidebarButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    if (isChecked())
        paintBox(painter, rect(), kSmallRadius, t.isHighContrast ? t.track : t.accentTint, {});
    else if (underMouse() || isDown())
        paintBox(painter, rect(), kSmallRadius, isDown() ? t.track : t.hover, {});
    if (isChecked())
        painter.fillRect(QRect(0, 4, kBar, height() - 8), t.accent);
    const int x = m_isCompact ? (width() - kIcon) / 2 : kInset;
    (isChecked() ? m_activeIcon : icon()).paint(&painter, QRect(x, (height() - kIcon) / 2, kIcon, kIcon));
    if (!m_isCompact)
        paintWords(painter, x + kIcon + kTextGap);
    if (!m_badge.isEmpty())
        paintBadge(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

/// The word first; the value has what is left.
void SidebarButton::paintWords(QPainter& painter, int left) const
{
    const Tokens& t = tokensOf(palette());
    const int badge = m_badge.isEmpty() ? kInset : endWidth() + kTextGap;
    const QRect room = rect().adjusted(left, 0, -badge, 0);
    painter.setFont(fontFor(isChecked() ? TextRole::CardHeader : TextRole::Body));
    painter.setPen(t.text);
    const QString word = painter.fontMetrics().elidedText(text(), Qt::ElideRight, room.width());
    const int taken = painter.fontMetrics().horizontalAdvance(word);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, word);
    if (m_value.isEmpty())
        return;
    const QRect rest(QPoint(left + taken + kTextGap, 0), QPoint(width() - 1 - kTextGap, height() - 1));
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(t.muted);
    painter.drawText(rest, Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(m_value, Qt::ElideRight, rest.width()));
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
    const int wide = endWidth() - kInset;
    const int high = withText(kBadgeHeight);
    const QRect box(width() - kInset - wide, (height() - high) / 2, wide, high);
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
