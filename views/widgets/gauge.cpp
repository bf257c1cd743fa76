#include "views/widgets/gauge.h"

#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QSize kSize(176, 112);
constexpr QPointF kCenter(88, 88);
/// Of the middle of the arc's stroke.
constexpr qreal kRadius = 66;
constexpr qreal kStroke = 14;
constexpr qreal kTickInner = kRadius - kStroke / 2 - 4;
constexpr qreal kTickOuter = kRadius + kStroke / 2 + 4;
constexpr int kLineHeight = 16;

QColor zoneColor(GaugeZone zone, const Tokens& t)
{
    switch (zone) {
    case GaugeZone::Unknown:
        return t.track;
    case GaugeZone::Ok:
        return t.ok;
    case GaugeZone::Warn:
        return t.warnFill;
    case GaugeZone::Bad:
        return t.bad;
    }
    return t.track;
}

QString zoneWords(GaugeZone zone)
{
    switch (zone) {
    case GaugeZone::Unknown:
        return Gauge::tr("not known");
    case GaugeZone::Ok:
        return Gauge::tr("within the target");
    case GaugeZone::Warn:
        return Gauge::tr("at risk");
    case GaugeZone::Bad:
        return Gauge::tr("above the target");
    }
    return {};
}

/// The point at `share` of the arc, `radius` from its centre.
QPointF onArc(double share, qreal radius)
{
    const double angle = std::numbers::pi * (1 - share);
    return kCenter + QPointF(std::cos(angle) * radius, -std::sin(angle) * radius);
}

/// The gauge is painted in the design's measures and grows as a whole.
QFont designFont(TextRole role)
{
    QFont font = fontFor(role);
    font.setPixelSize(qRound(font.pixelSize() / textScale()));
    return font;
}

} // namespace

QString gaugeSentence(const GaugeReading& reading)
{
    const GaugeZone zone = gaugeZone(reading.amount, reading.target);
    if (zone == GaugeZone::Unknown)
        return Gauge::tr("%1: no data yet").arg(reading.what);
    QStringList parts{
        Gauge::tr("%1 %2 of %3 %4").arg(reading.what, reading.amountText, reading.targetText, reading.unit),
        zoneWords(zone)};
    if (!reading.outlook.isEmpty())
        parts.append(reading.outlook);
    return parts.join(u", "_s);
}

Gauge::Gauge(QWidget* parent)
    : QWidget(parent)
{
    installAccessibleAmounts();
    followText(*this, [this] { setFixedSize(kSize * textScale()); });
}

void Gauge::setReading(const GaugeReading& reading)
{
    m_reading = reading;
    setAccessibleName(gaugeSentence(reading));
    tellAmountChanged(*this, amount().current);
    update();
}

AmountRange Gauge::amount() const
{
    return {m_reading.amount.value_or(0), 0, m_reading.target * kGaugeScale};
}

void Gauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(textScale(), textScale());
    paintArc(painter);
    if (m_reading.target > 0)
        paintTick(painter);
    paintTexts(painter);
}

void Gauge::paintArc(QPainter& painter) const
{
    const Tokens& t = tokensOf(palette());
    const QRectF ring(kCenter.x() - kRadius, kCenter.y() - kRadius, 2 * kRadius, 2 * kRadius);
    constexpr int kHalf = 180 * 16;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.track, kStroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, kHalf, -kHalf);
    if (t.isHighContrast)
        paintOutline(painter, t.line);
    const double share = gaugeShare(m_reading.amount, m_reading.target);
    painter.setPen(
        QPen(zoneColor(gaugeZone(m_reading.amount, m_reading.target), t), kStroke, Qt::SolidLine, Qt::FlatCap));
    if (share > 0)
        painter.drawArc(ring, kHalf, -static_cast<int>(std::lround(kHalf * share)));
}

/// Around the whole arc, where its ground alone does not stand out.
void Gauge::paintOutline(QPainter& painter, const QColor& color)
{
    constexpr qreal kOuter = kRadius + kStroke / 2;
    constexpr qreal kInner = kRadius - kStroke / 2;
    const auto square = [](qreal radius) {
        return QRectF(kCenter.x() - radius, kCenter.y() - radius, 2 * radius, 2 * radius);
    };
    QPainterPath outline;
    outline.arcMoveTo(square(kOuter), 180);
    outline.arcTo(square(kOuter), 180, -180);
    outline.arcTo(square(kInner), 0, 180);
    outline.closeSubpath();
    painter.setPen(QPen(color, 1));
    painter.drawPath(outline);
}

void Gauge::paintTick(QPainter& painter) const
{
    const Tokens& t = tokensOf(palette());
    constexpr double kTarget = 1 / kGaugeScale;
    painter.setPen(QPen(t.text, 2, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(onArc(kTarget, kTickInner), onArc(kTarget, kTickOuter));
    const QPointF at = onArc(kTarget, kTickOuter + 3);
    const QRectF room(at.x(), at.y() - kLineHeight + 2.0, kSize.width() - at.x(), kLineHeight);
    painter.setFont(designFont(TextRole::Axis));
    // What does not fit beside the tick is said in the middle anyway.
    if (painter.fontMetrics().horizontalAdvance(m_reading.targetText) <= room.width()) {
        painter.setPen(t.muted);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_reading.targetText);
    }
}

void Gauge::paintTexts(QPainter& painter) const
{
    const Tokens& t = tokensOf(palette());
    const bool isKnown = gaugeZone(m_reading.amount, m_reading.target) != GaugeZone::Unknown;
    constexpr qreal kInner = kRadius - kStroke / 2;
    const QRectF middle(kCenter.x() - kInner, 42, 2 * kInner, 32);
    painter.setFont(designFont(TextRole::Metric));
    painter.setPen(isKnown ? t.text : t.muted);
    painter.drawText(middle, Qt::AlignCenter | Qt::TextSingleLine, isKnown ? m_reading.amountText : u"–"_s);
    painter.setFont(designFont(TextRole::Caption));
    painter.setPen(t.muted);
    const QString below = isKnown ? tr("of %1 %2").arg(m_reading.targetText, m_reading.unit) : tr("No data yet");
    painter.drawText(middle.translated(0, 26).adjusted(0, 0, 0, -kLineHeight + 2), Qt::AlignCenter | Qt::TextSingleLine,
                     below);
    painter.setFont(designFont(TextRole::Axis));
    constexpr qreal kSide = 2 * kStroke;
    const QRectF low(kCenter.x() - kRadius - kSide / 2, kCenter.y() + 4, kSide, kLineHeight);
    painter.drawText(low, Qt::AlignCenter | Qt::TextSingleLine, u"0"_s);
    painter.drawText(low.translated(2 * kRadius, 0).adjusted(-kSide, 0, kSide, 0), Qt::AlignCenter | Qt::TextSingleLine,
                     m_reading.scaleText);
}

} // namespace slipway
