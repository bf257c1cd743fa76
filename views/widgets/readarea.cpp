#include "views/widgets/readarea.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"

#include <QPainter>
#include <QScrollBar>

namespace slipway
{

ReadArea::ReadArea(QWidget* texts, QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setWidget(texts);
    // The ground shows through, and the ring.
    for (auto* ground : {viewport(), texts})
        ground->setAutoFillBackground(false);
    connect(verticalScrollBar(), &QAbstractSlider::rangeChanged, this, &ReadArea::fitFocus);
    fitFocus();
}

/// Who has the keyboard keeps it.
void ReadArea::fitFocus()
{
    const bool doesScroll = verticalScrollBar()->maximum() > verticalScrollBar()->minimum();
    if (doesScroll || !hasFocus())
        setFocusPolicy(doesScroll ? Qt::TabFocus : Qt::NoFocus);
}

void ReadArea::paintEvent(QPaintEvent* event)
{
    QScrollArea::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(viewport());
    paintFocusRing(painter, viewport()->rect(), kSmallRadius, tokensOf(palette()).accent);
}

void ReadArea::focusInEvent(QFocusEvent* event)
{
    QScrollArea::focusInEvent(event);
    viewport()->update();
}

void ReadArea::focusOutEvent(QFocusEvent* event)
{
    QScrollArea::focusOutEvent(event);
    viewport()->update();
    fitFocus();
}

} // namespace slipway
