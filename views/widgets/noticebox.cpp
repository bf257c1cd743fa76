#include "views/widgets/noticebox.h"

#include "views/theme/paint.h"
#include "views/theme/typography.h"
#include "views/widgets/glyphlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace slipway
{

NoticeBox::NoticeBox(Tone tone, const QString& title, const QString& sentence, QWidget* parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_title(new QLabel(title, this))
{
    const bool isTitled = !title.isEmpty();
    setAccessibleName(isTitled ? title : sentence);
    setTextRole(*m_title, TextRole::CardHeader);
    m_title->setVisible(isTitled);
    auto* text = new QLabel(sentence, this);
    setTextRole(*text, isTitled ? TextRole::Caption : TextRole::Body);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new GlyphLabel(tone == Tone::Bad ? Glyph::Bad : Glyph::Warning, 16, this), 0, Qt::AlignTop);
    head->addWidget(isTitled ? m_title : text, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    if (isTitled)
        layout->addWidget(text);
    colorTitle();
}

void NoticeBox::colorTitle()
{
    QPalette colors;
    colors.setColor(QPalette::WindowText, toneColor(tokensOf(palette()), m_tone));
    if (colors != m_title->palette())
        m_title->setPalette(colors);
}

void NoticeBox::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colorTitle();
}

void NoticeBox::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, toneTint(t, m_tone), toneOutline(t, m_tone));
}

} // namespace slipway
