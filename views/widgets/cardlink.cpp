#include "views/widgets/cardlink.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace slipway
{

namespace
{
/// Nothing that can be pressed is smaller.
constexpr int kHeight = 24;
constexpr int kRingGap = 3;
} // namespace

CardLink::CardLink(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void CardLink::setNote(const QString& note)
{
    m_note = note;
    setAccessibleDescription(note);
    updateGeometry();
    update();
}

void CardLink::setHighlighted(bool isHighlighted)
{
    m_isHighlighted = isHighlighted;
    update();
}

QSize CardLink::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Caption));
    return {std::max(metrics.horizontalAdvance(m_note), metrics.horizontalAdvance(text())) + 2 * kRingGap,
            withText(kHeight)};
}

void CardLink::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    const bool leads = m_isHighlighted || hasFocus() || m_note.isEmpty();
    painter.setFont(fontFor(TextRole::Caption));
    painter.setPen(leads ? t.accent : t.muted);
    painter.drawText(rect().adjusted(kRingGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     leads ? text() : m_note);
    if (hasFocus())
        paintFocusRing(painter, rect(), kSmallRadius, t.accent);
}

void CardLink::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

} // namespace slipway
