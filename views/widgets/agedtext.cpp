#include "views/widgets/agedtext.h"

#include "views/theme/tokens.h"

#include <QEvent>
#include <QWidget>

namespace slipway
{

AgedText::AgedText(QWidget& widget)
    : QObject(&widget)
    , m_widget(widget)
{
    widget.installEventFilter(this);
}

void AgedText::setAge(DataAge age)
{
    m_age = age;
    color();
}

bool AgedText::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        color();
    return QObject::eventFilter(watched, event);
}

void AgedText::color()
{
    const Tokens& t = tokensOf(m_widget.palette());
    const QColor wanted = m_age == DataAge::Old ? t.muted : t.text;
    if (m_widget.palette().color(QPalette::Text) == wanted)
        return;
    QPalette own;
    if (m_age == DataAge::Old)
        for (const auto role : {QPalette::Text, QPalette::WindowText})
            own.setColor(role, wanted);
    m_widget.setPalette(own);
}

} // namespace slipway
