#include "views/widgets/card.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/widgets/toast.h"

#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace slipway
{

Card::Card(QWidget* parent)
    : QFrame(parent)
{
    // Content keeps clear of the border, and a table's square corners of the round ones.
    setContentsMargins(1, 1, 1, 1);
}

void Card::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, t.surface, t.line);
}

Card* framed(QWidget* list, QWidget* parent)
{
    auto* card = new Card(parent);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(3, 3, 3, 3);
    layout->addWidget(list);
    return card;
}

Strip::Strip(Side side, QWidget* parent)
    : QFrame(parent)
    , m_side(side)
{
    if (side == Side::Foot)
        keepClearOfToasts(*this);
}

void Strip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.raised);
    const qreal r = kRadius - 1;
    // Round where the card is round, square where the content begins.
    const QRectF whole = rect();
    painter.setClipRect(whole);
    painter.drawRoundedRect(m_side == Side::Foot ? whole.adjusted(0, -r, 0, 0) : whole.adjusted(0, 0, 0, r), r, r);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(0, m_side == Side::Foot ? 0 : height() - 1, width(), 1), t.line);
}

} // namespace slipway
