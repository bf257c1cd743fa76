#include "views/widgets/statepage.h"

#include "views/theme/typography.h"
#include "views/widgets/busyglyph.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/iconlabel.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway
{

namespace
{
constexpr int kWidestText = 420;
constexpr int kLow = 100; ///< below it words take the room there is beside
constexpr int kMargin = 24;
constexpr int kIcon = 32;
constexpr int kSpacing = 8;
} // namespace

StatePage::StatePage(QWidget* parent)
    : QWidget(parent)
    , m_icon(new IconLabel(kIcon, this))
    , m_glyph(new GlyphLabel(Glyph::Bad, 28, this))
    , m_busy(new BusyGlyph(28, this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(new QPushButton(this))
{
    for (auto* label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(240, 6);
    m_progress->setAccessibleName(tr("Progress"));

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(kSpacing);
    layout->addStretch(2);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_glyph), static_cast<QWidget*>(m_busy),
          static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_progress),
          static_cast<QWidget*>(m_action)})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StatePage::actionTriggered);
    showTexts({}, {}, {});
    followText(*this, [this] {
        setTextRole(*m_title, TextRole::CardHeader);
        fitTexts();
        fitSign();
    });
}

void StatePage::showTexts(const QString& title, const QString& sentence, const QString& action)
{
    for (QWidget* widget : {static_cast<QWidget*>(m_icon), static_cast<QWidget*>(m_glyph),
                            static_cast<QWidget*>(m_busy), static_cast<QWidget*>(m_progress)})
        widget->hide();
    m_title->setText(title);
    m_sentence->setText(sentence);
    fitTexts();
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setFocusProxy(action.isEmpty() ? nullptr : m_action);
}

/// A layout that centres does not ask wrapped text how wide and high it gets.
void StatePage::fitTexts()
{
    const int widest = height() < withText(kLow) ? width() : withText(kWidestText);
    const int textWidth = std::clamp(width() - 2 * kMargin, 0, widest);
    for (auto* label : {m_title, m_sentence}) {
        label->setMinimumSize(0, 0); // else it is never told lower than it was
        label->setFixedSize(textWidth, label->text().isEmpty() ? 0 : label->heightForWidth(textWidth));
    }
}

QSize StatePage::minimumSizeHint() const
{
    return isHidden() ? QSize(0, 0) : QWidget::minimumSizeHint();
}

void StatePage::showSign(QWidget& sign)
{
    m_sign = &sign;
    fitSign();
}

/// Words come before the picture where both are too high.
void StatePage::fitSign()
{
    if (!m_sign)
        return;
    const QMargins margins = layout()->contentsMargins();
    const int action = m_action->isHidden() ? 0 : kSpacing + m_action->sizeHint().height();
    const int needed = margins.top() + m_sign->height() + kSpacing + m_title->height() + kSpacing + m_sentence->height()
                       + action + margins.bottom();
    m_sign->setVisible(needed <= height());
}

void StatePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitTexts();
    fitSign();
}

void StatePage::showEmpty(const QIcon& icon, const QString& title, const QString& sentence, const QString& action)
{
    showTexts(title, sentence, action);
    m_icon->setIcon(icon);
    showSign(*m_icon);
}

void StatePage::showLoading(const QString& title, const QString& sentence, qint64 done, qint64 total)
{
    showTexts(title, sentence, {});
    m_progress->setRange(0, static_cast<int>(total));
    m_progress->setValue(static_cast<int>(done));
    showSign(*m_busy);
    m_progress->setVisible(total > 0);
}

void StatePage::showError(const QString& title, const QString& sentence, const QString& action)
{
    showTexts(title, sentence, action);
    showSign(*m_glyph);
}

QString StatePage::title() const
{
    return m_title->text();
}

QString StatePage::sentence() const
{
    return m_sentence->text();
}

} // namespace slipway
