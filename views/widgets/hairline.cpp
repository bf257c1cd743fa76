#include "views/widgets/hairline.h"

#include "views/theme/tokens.h"

#include <QPainter>

namespace slipway
{

Hairline::Hairline(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokensOf(palette()).line);
}

} // namespace slipway
