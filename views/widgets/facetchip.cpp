#include "views/widgets/facetchip.h"

#include "views/theme/paint.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QMouseEvent>
#include <QPainter>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kHeight = 24;
constexpr int kPadding = 10;
constexpr int kGap = 6;
constexpr int kEnd = 18;
constexpr int kWidestValue = 130;

QString elided(const QString& value)
{
    return QFontMetrics(fontFor(TextRole::Caption)).elidedText(value, Qt::ElideRight, withText(kWidestValue));
}

int widthOf(const QString& text)
{
    return QFontMetrics(fontFor(TextRole::Caption)).horizontalAdvance(text);
}

void paintCross(QPainter& painter, QPointF center, const QColor& color)
{
    constexpr qreal kArm = 3;
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(center + QPointF(-kArm, -kArm), center + QPointF(kArm, kArm));
    painter.drawLine(center + QPointF(-kArm, kArm), center + QPointF(kArm, -kArm));
}

} // namespace

FacetChip::FacetChip(QWidget* parent)
    : QToolButton(parent)
{
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    followText(*this, [this] { setFixedHeight(withText(kHeight)); });
}

void FacetChip::setMeaning(const QString& meaning)
{
    m_meaning = meaning;
    setAccessibleDescription(meaning);
}

void FacetChip::showState(const QString& name, const QString& summary, const QString& chosen)
{
    m_name = name;
    m_chosen = chosen;
    m_value = elided(chosen.isEmpty() ? summary : chosen);
    showWords(u"%1: %2"_s.arg(name, chosen.isEmpty() ? summary : chosen));
}

void FacetChip::showWay(const QString& text, const QString& whole, bool isChosen)
{
    m_value = text;
    m_leadsToChosen = isChosen;
    showWords(whole);
}

void FacetChip::showWords(const QString& whole)
{
    setAccessibleName(whole);
    setToolTip(m_meaning.isEmpty() ? whole : whole + u'\n' + m_meaning);
    updateGeometry();
    update();
}

QSize FacetChip::sizeHint() const
{
    return {valueLeft() + widthOf(m_value) + 2 + kEnd + 4, withText(kHeight)};
}

int FacetChip::valueLeft() const
{
    return m_name.isEmpty() ? kPadding : kPadding + widthOf(m_name) + kGap;
}

QRect FacetChip::endRect() const
{
    return {width() - kEnd - 4, 0, kEnd, height()};
}

void FacetChip::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokensOf(palette());
    QPainter painter(this);
    const QRectF box(rect());
    const qreal radius = withText(kHeight) / 2.0;
    const bool isAccented = isOn() || m_leadsToChosen;
    paintBox(painter, box, radius,
             isAccented     ? t.accentTint
             : underMouse() ? t.hover
                            : t.surface,
             isAccented ? t.accent : t.line);
    if (hasFocus())
        paintFocusRing(painter, box, radius, t.accent);
    painter.setFont(fontFor(TextRole::Caption));
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    painter.setPen(isAccented ? t.accent : t.muted);
    painter.drawText(rect().adjusted(kPadding, 0, 0, 0), flags, m_name);
    painter.setPen(isAccented ? t.accent : t.text);
    painter.drawText(rect().adjusted(valueLeft(), 0, 0, 0), flags, m_value);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isOn())
        paintCross(painter, QRectF(endRect()).center(), t.accent);
    else
        paintChevron(painter, endRect(), Chevron::Down, isAccented ? t.accent : t.muted);
}

void FacetChip::mousePressEvent(QMouseEvent* event)
{
    if (isOn() && event->button() == Qt::LeftButton && endRect().contains(event->position().toPoint())) {
        Q_EMIT cleared();
        return;
    }
    QToolButton::mousePressEvent(event);
}

} // namespace slipway
