#include "views/widgets/scrim.h"

#include "views/theme/tokens.h"

#include <QPainter>

namespace slipway
{

Scrim::Scrim(QWidget* window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(window->size());
    raise();
    show();
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(palette()).scrim);
}

} // namespace slipway
