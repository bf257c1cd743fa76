#include "views/widgets/headercorner.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>

namespace slipway
{

HeaderCorner::HeaderCorner(QWidget* parent)
    : QWidget(parent)
{
    followText(*this, [this] { setFixedHeight(withText(28)); });
}

void HeaderCorner::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), t.raised);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace slipway
