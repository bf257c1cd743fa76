#include "views/widgets/glyph.h"

#include "views/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>

#include <numbers>

namespace slipway
{

namespace
{

/// All shapes are made for a square of 16 and scaled.
constexpr qreal kUnit = 16;

QPen stroke(const QColor& color, qreal width)
{
    return {color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

QPainterPath octagon()
{
    QPainterPath path;
    for (int i = 0; i < 8; ++i) {
        const qreal angle = (i + 0.5) * std::numbers::pi / 4;
        const QPointF point(8 + 7 * std::cos(angle), 8 + 7 * std::sin(angle));
        if (i == 0)
            path.moveTo(point);
        else
            path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

void paintOk(QPainter& p, const Tokens& t)
{
    p.setPen(Qt::NoPen);
    p.setBrush(t.ok);
    p.drawEllipse(QPointF(8, 8), 6.5, 6.5);
    QPainterPath tick;
    tick.moveTo(5, 8.2);
    tick.lineTo(7.2, 10.3);
    tick.lineTo(11, 6);
    p.strokePath(tick, stroke(t.surface, 1.8));
}

void paintBad(QPainter& p, const Tokens& t)
{
    p.fillPath(octagon(), t.bad);
    p.setPen(stroke(t.surface, 1.8));
    p.drawLine(QPointF(5.8, 5.8), QPointF(10.2, 10.2));
    p.drawLine(QPointF(10.2, 5.8), QPointF(5.8, 10.2));
}

void paintWarning(QPainter& p, const Tokens& t)
{
    QPainterPath triangle;
    triangle.moveTo(8, 2);
    triangle.lineTo(15, 14);
    triangle.lineTo(1, 14);
    triangle.closeSubpath();
    p.setPen(stroke(t.warn, 1));
    p.setBrush(t.warn);
    p.drawPath(triangle);
    p.setPen(stroke(t.surface, 1.7));
    p.drawLine(QPointF(8, 6.4), QPointF(8, 9.6));
    p.drawPoint(QPointF(8, 12));
}

void paintInfo(QPainter& p, const Tokens& t)
{
    p.setPen(stroke(t.info, 1.5));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(QPointF(8, 8), 6, 6);
    p.drawLine(QPointF(8, 7.8), QPointF(8, 11));
    p.drawPoint(QPointF(8, 5.2));
}

void paintLocked(QPainter& p, const Tokens& t)
{
    p.setPen(stroke(t.info, 1.6));
    p.setBrush(Qt::NoBrush);
    QPainterPath shackle;
    shackle.moveTo(5, 7);
    shackle.lineTo(5, 5);
    shackle.arcTo(QRectF(5, 2, 6, 6), 180, -180);
    shackle.lineTo(11, 7);
    p.drawPath(shackle);
    p.setPen(Qt::NoPen);
    p.setBrush(t.info);
    p.drawRoundedRect(QRectF(2.5, 7, 11, 7), 1.5, 1.5);
}

void paintRunning(QPainter& p, const Tokens& t, qreal turn)
{
    const QRectF ring(2.5, 2.5, 11, 11);
    p.setBrush(Qt::NoBrush);
    p.setPen(stroke(t.track, 2));
    p.drawEllipse(ring);
    p.setPen(stroke(t.accent, 2));
    p.drawArc(ring, static_cast<int>((90 - 360 * turn) * 16), -110 * 16);
}

void paintWaiting(QPainter& p, const Tokens& t)
{
    constexpr int kDots = 12;
    p.setPen(Qt::NoPen);
    p.setBrush(t.muted);
    for (int i = 0; i < kDots; ++i) {
        const qreal angle = 2 * std::numbers::pi * i / kDots;
        p.drawEllipse(QPointF(8 + 5.8 * std::cos(angle), 8 + 5.8 * std::sin(angle)), 0.8, 0.8);
    }
}

void paintSkipped(QPainter& p, const Tokens& t)
{
    p.setPen(stroke(t.muted, 1.4));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(QPointF(8, 8), 5.8, 5.8);
    p.drawLine(QPointF(4.2, 11.8), QPointF(11.8, 4.2));
}

} // namespace

void paintGlyph(QPainter& painter, const QRectF& rect, Glyph glyph, const Tokens& tokens, qreal turn)
{
    const qreal side = std::min(rect.width(), rect.height());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / kUnit, side / kUnit);
    switch (glyph) {
    case Glyph::Ok:
        paintOk(painter, tokens);
        break;
    case Glyph::Warning:
        paintWarning(painter, tokens);
        break;
    case Glyph::Bad:
        paintBad(painter, tokens);
        break;
    case Glyph::Info:
        paintInfo(painter, tokens);
        break;
    case Glyph::Dash:
        painter.setPen(stroke(tokens.muted, 1.5));
        painter.drawLine(QPointF(5, 8), QPointF(11, 8));
        break;
    case Glyph::Running:
        paintRunning(painter, tokens, turn);
        break;
    case Glyph::Waiting:
        paintWaiting(painter, tokens);
        break;
    case Glyph::Skipped:
        paintSkipped(painter, tokens);
        break;
    case Glyph::Locked:
        paintLocked(painter, tokens);
        break;
    }
    painter.restore();
}

} // namespace slipway
