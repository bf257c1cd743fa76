#include "views/widgets/statcard.h"

#include "views/theme/bartone.h"
#include "views/theme/buttonkind.h"
#include "views/theme/paint.h"
#include "views/theme/typography.h"
#include "views/widgets/cardlink.h"
#include "views/widgets/glyphlabel.h"
#include "views/widgets/tonelabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kPadding = 12;
constexpr int kShortest = 88;
constexpr int kBarSteps = 1000;
/// A link has room for its focus ring: it begins so far left of where words do.
constexpr int kLinkInset = 3;

} // namespace

StatCard::StatCard(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(title, this))
    , m_value(new QLabel(this))
    , m_unit(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_glyph(new GlyphLabel(Glyph::Bad, 14, this))
    , m_warning(new ToneLabel(Tone::Bad, this))
    , m_note(new QLabel(this))
    , m_link(new CardLink(this))
    , m_retry(new QPushButton(tr("Try again"), this))
{
    setTextRole(*m_title, TextRole::Caption);
    setTextRole(*m_value, TextRole::StripMetric);
    setTextRole(*m_note, TextRole::Caption);
    for (auto* label : {m_title, m_unit, m_note})
        label->setForegroundRole(QPalette::PlaceholderText);
    for (auto* label : {m_title, m_value, m_unit, m_note})
        label->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_warning->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(4);
    m_bar->setRange(0, kBarSteps);
    setButtonKind(*m_retry, ButtonKind::Link);
    followText(*this, [this] { setMinimumHeight(withText(kShortest)); });
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAttribute(Qt::WA_Hover);
    layOut();
    connect(m_link, &QAbstractButton::clicked, this, &StatCard::activated);
    connect(m_retry, &QPushButton::clicked, this, &StatCard::retryRequested);
    m_link->hide();
    showLoading();
}

void StatCard::layOut()
{
    auto* number = new QHBoxLayout;
    number->setSpacing(5);
    number->addWidget(m_value, 0, Qt::AlignBaseline);
    number->addWidget(m_unit, 0, Qt::AlignBaseline);
    number->addStretch(1);
    auto* warning = new QHBoxLayout;
    warning->setSpacing(6);
    warning->addWidget(m_glyph, 0, Qt::AlignTop);
    warning->addWidget(m_warning, 1);
    const auto inset = [](QWidget* widget) {
        auto* line = new QHBoxLayout;
        line->setContentsMargins(kLinkInset, 0, 0, 0);
        line->addWidget(widget);
        return line;
    };
    number->setContentsMargins(kLinkInset, 0, 0, 0);
    warning->setContentsMargins(kLinkInset, 0, 0, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPadding - kLinkInset, kPadding - 2, kPadding, kPadding - 2);
    layout->setSpacing(4);
    layout->addLayout(inset(m_title));
    layout->addLayout(number);
    layout->addLayout(inset(m_bar));
    layout->addLayout(warning);
    layout->addLayout(inset(m_note));
    layout->addWidget(m_link, 0, Qt::AlignLeft);
    layout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addStretch(1);
}

/// Shows the number, and hides whatever is about another state.
void StatCard::showNumber(StatState state, const QString& value, const QString& unit)
{
    m_state = state;
    m_value->setText(value);
    m_unit->setText(unit);
    m_value->setVisible(!value.isEmpty());
    m_unit->setVisible(!unit.isEmpty());
    m_value->setForegroundRole(state == StatState::Value ? QPalette::WindowText : QPalette::PlaceholderText);
    setTextRole(*m_value, state == StatState::Empty ? TextRole::SmallMetric : TextRole::StripMetric);
    for (QWidget* part : std::initializer_list<QWidget*>{m_bar, m_glyph, m_warning, m_retry})
        part->hide();
    setAccessibleName(QStringList{m_title->text(), value, unit}.join(u' ').simplified());
    update();
}

void StatCard::showNote(const QString& note)
{
    m_note->setText(note);
    m_link->setNote(note);
    m_link->setVisible(leadsSomewhere());
    m_note->setVisible(!note.isEmpty() && !leadsSomewhere());
    setAccessibleDescription(note);
}

void StatCard::showValue(const Stat& stat)
{
    m_title->setText(stat.title);
    showNumber(StatState::Value, stat.value, stat.unit);
    m_bar->setVisible(stat.share.has_value());
    m_bar->setValue(static_cast<int>(std::lround(std::clamp(stat.share.value_or(0), 0.0, 1.0) * kBarSteps)));
    m_bar->setAccessibleName(stat.title);
    m_bar->setFixedHeight(stat.hatched > 0 ? 6 : 4);
    setBarHatched(*m_bar, std::clamp(stat.hatched, 0.0, 1.0));
    setBarTone(*m_bar, stat.tone);
    showNote(stat.note);
}

void StatCard::showStale(const Stat& stat, const QString& since)
{
    showValue(stat);
    showNumber(StatState::Stale, stat.value, stat.unit);
    m_bar->setVisible(stat.share.has_value());
    // Whether an old number is still good is not known.
    setBarTone(*m_bar, Tone::Accent);
    m_glyph->setGlyph(Glyph::Warning);
    m_glyph->show();
    m_warning->setTone(Tone::Warn);
    setTextRole(*m_warning, TextRole::Caption);
    m_warning->setText(since);
    m_warning->show();
    setAccessibleDescription(stat.note.isEmpty() ? since : since + u". "_s + stat.note);
}

void StatCard::showLoading()
{
    showNumber(StatState::Loading, {}, {});
    showNote({});
    setAccessibleDescription(tr("Being read"));
}

void StatCard::showEmpty(const QString& sentence)
{
    showNumber(StatState::Empty, tr("No data yet"), {});
    showNote(sentence);
}

void StatCard::showError(const QString& what, const QString& why)
{
    showNumber(StatState::Error, {}, {});
    m_glyph->setGlyph(Glyph::Bad);
    m_glyph->show();
    m_warning->setTone(Tone::Bad);
    setTextRole(*m_warning, TextRole::Body);
    m_warning->setText(what);
    m_warning->show();
    m_retry->show();
    m_retry->setAccessibleDescription(m_title->text());
    showNote(why);
    setAccessibleDescription(what + u". "_s + why);
}

void StatCard::setLink(const QString& text)
{
    m_link->setText(text);
    showNote(m_note->text());
}

bool StatCard::leadsSomewhere() const
{
    return !m_link->text().isEmpty() && (m_state == StatState::Value || m_state == StatState::Stale);
}

void StatCard::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    m_link->setHighlighted(true);
}

void StatCard::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    m_link->setHighlighted(false);
}

void StatCard::mouseReleaseEvent(QMouseEvent* event)
{
    QFrame::mouseReleaseEvent(event);
    if (leadsSomewhere() && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void StatCard::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    const bool isHovered = leadsSomewhere() && underMouse();
    if (m_state == StatState::Stale)
        paintDashedBox(painter, rect(), kRadius, isHovered ? t.raised : t.surface, t.line2);
    else
        paintBox(painter, rect(), kRadius, isHovered ? t.raised : t.surface, isHovered ? t.line2 : t.line);
    if (m_state == StatState::Loading)
        paintSkeleton(painter);
}

/// Where number, bar and note will be. It stands still.
void StatCard::paintSkeleton(QPainter& painter) const
{
    const Tokens& t = tokensOf(palette());
    const qreal left = kPadding;
    const qreal top = m_title->geometry().bottom() + 6;
    const qreal room = width() - 2 * kPadding;
    const QColor outline = t.isHighContrast ? t.line : QColor();
    paintBox(painter, {left, top, room * 0.54, 22}, 3, t.track, outline);
    paintBox(painter, {left, top + 27, room, 4}, 2, t.track, outline);
    paintBox(painter, {left, top + 36, room * 0.4, 10}, 3, t.track, outline);
}

} // namespace slipway
