#include "views/widgets/messagebar.h"

#include "views/theme/buttonkind.h"
#include "views/theme/paint.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/glyphlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

namespace slipway
{

namespace
{

/// More lines than this push the page itself out of sight.
constexpr qsizetype kMostDetails = 12;
constexpr int kLineHeight = 28;

Glyph glyphOf(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Info:
        return Glyph::Info;
    case Tone::Ok:
        return Glyph::Ok;
    case Tone::Warn:
        return Glyph::Warning;
    case Tone::Bad:
        return Glyph::Bad;
    }
    return Glyph::Info;
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sentence(new ElidedLabel(this))
    , m_detailText(new QLabel(this))
    , m_detailsButton(new QPushButton(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_glyph(new GlyphLabel(Glyph::Info, 16, this))
{
    setAccessibleName(tr("Message"));
    setTextRole(*m_sentence, TextRole::BodyMedium);
    m_detailText->setWordWrap(true);
    m_detailText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detailText->setContentsMargins(24, 0, 0, 4);
    m_detailText->hide();
    m_detailsButton->setCheckable(true);
    setButtonKind(*m_detailsButton, ButtonKind::Quiet);
    setButtonKind(*m_action, ButtonKind::Quiet);
    setButtonKind(*m_close, ButtonKind::Quiet);
    m_action->hide();
    m_close->hide();

    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addStrut(kLineHeight); // also without a button
    line->addWidget(m_glyph);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_detailsButton);
    line->addWidget(m_action);
    line->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_detailText);

    connect(m_detailsButton, &QPushButton::toggled, this, &MessageBar::toggleDetails);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QPushButton::clicked, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::showMessage(Tone tone, const QString& sentence, const QStringList& details)
{
    m_tone = tone;
    static_cast<GlyphLabel*>(m_glyph)->setGlyph(glyphOf(tone));
    m_details = details;
    m_sentence->setFullText(sentence);
    m_detailsButton->setVisible(!details.isEmpty());
    toggleDetails(m_detailsButton->isChecked() && !details.isEmpty());
    show();
    update();
}

void MessageBar::announceMessage(Tone tone, const QString& sentence, const QStringList& details)
{
    showMessage(tone, sentence, details);
    QAccessibleAnnouncementEvent announcement(this, sentence);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void MessageBar::setClosable(bool isClosable)
{
    m_close->setVisible(isClosable);
}

void MessageBar::dismiss()
{
    hide();
    Q_EMIT closed();
}

bool MessageBar::isToClose(const QKeyEvent& event) const
{
    return event.key() == Qt::Key_Escape && !m_close->isHidden();
}

bool MessageBar::event(QEvent* event)
{
    // Else the window's own Esc takes it.
    if (event->type() == QEvent::ShortcutOverride && isToClose(static_cast<QKeyEvent&>(*event)))
        event->accept();
    return QFrame::event(event);
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (isToClose(*event))
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

QString MessageBar::sentence() const
{
    return m_sentence->fullText();
}

QStringList MessageBar::shownDetails() const
{
    return m_detailText->isHidden() ? QStringList() : m_detailText->text().split(u'\n');
}

void MessageBar::toggleDetails(bool isOpen)
{
    m_detailsButton->setText(isOpen ? tr("Hide details") : tr("Show details"));
    QStringList lines = m_details.first(std::min(m_details.size(), kMostDetails));
    if (lines.size() < m_details.size())
        lines.append(tr("and %n more", nullptr, static_cast<int>(m_details.size() - lines.size())));
    m_detailText->setText(lines.join(u'\n'));
    m_detailText->setVisible(isOpen);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    paintBox(painter, rect(), kRadius, toneTint(t, m_tone), toneOutline(t, m_tone));
}

} // namespace slipway
