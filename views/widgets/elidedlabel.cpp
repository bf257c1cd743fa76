#include "views/widgets/elidedlabel.h"

#include <QEvent>

namespace slipway
{

ElidedLabel::ElidedLabel(QWidget* parent, Qt::TextElideMode mode)
    : QLabel(parent)
    , m_mode(mode)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString& text)
{
    m_fullText = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

void ElidedLabel::setHint(const QString& hint)
{
    m_hint = hint;
    elide();
}

QSize ElidedLabel::sizeHint() const
{
    // A label without a text keeps how high it once wanted to be.
    const int height = m_fullText.isEmpty() ? fontMetrics().height() : QLabel::sizeHint().height();
    return {fontMetrics().horizontalAdvance(m_fullText) + 2, height};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_fullText.left(1) + QChar(u'…')), fontMetrics().height()};
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        elide();
}

void ElidedLabel::elide()
{
    const QString shown = fontMetrics().elidedText(m_fullText, m_mode, width());
    if (shown != text())
        setText(shown);
    QStringList tip;
    if (shown != m_fullText)
        tip.append(m_fullText);
    if (!m_hint.isEmpty())
        tip.append(m_hint);
    setToolTip(tip.join(QChar(u'\n')));
}

} // namespace slipway
