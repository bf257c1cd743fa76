#include "views/widgets/tonelabel.h"

#include <QEvent>

namespace slipway
{

ToneLabel::ToneLabel(Tone tone, QWidget* parent)
    : QLabel(parent)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText);
    color();
}

void ToneLabel::setTone(Tone tone)
{
    m_tone = tone;
    color();
}

void ToneLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        color();
}

void ToneLabel::color()
{
    const QPalette colors = palette();
    const QColor wanted = toneColor(tokensOf(colors), m_tone);
    if (colors.color(QPalette::WindowText) == wanted)
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, wanted);
    setPalette(own);
}

} // namespace slipway
