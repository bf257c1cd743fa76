#include "views/widgets/scrim.h"

#include "views/theme/tokens.h"

#include <QEvent>
#include <QPainter>

namespace slipway
{

Scrim::Scrim(QWidget& above)
    : QWidget(above.parentWidget()->window())
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(parentWidget()->size());
    raise();
    show();
    above.installEventFilter(this);
    connect(&above, &QObject::destroyed, this, &QObject::deleteLater);
}

bool Scrim::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Hide) {
        hide();
        deleteLater();
    }
    return QWidget::eventFilter(watched, event);
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), tokensOf(palette()).scrim);
}

} // namespace slipway
