#include "views/theme/paint.h"

#include <QPainter>
#include <QPen>

#include <array>

namespace slipway
{

void paintBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
              qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal half = width / 2;
    const QRectF inner = border.isValid() ? rect.adjusted(half, half, -half, -half) : rect;
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    if (radius > 0)
        painter.drawRoundedRect(inner, radius - (border.isValid() ? half : 0), radius - (border.isValid() ? half : 0));
    else
        painter.drawRect(inner);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius, const QColor& accent)
{
    paintBox(painter, rect, radius, {}, accent, 2);
}

void paintChevron(QPainter& painter, const QRectF& rect, Chevron direction, const QColor& color)
{
    constexpr qreal kLong = 4;
    constexpr qreal kShort = 2;
    const QPointF c = rect.center();
    std::array<QPointF, 3> points;
    switch (direction) {
    case Chevron::Down:
        points = {c + QPointF(-kLong, -kShort), c + QPointF(0, kShort), c + QPointF(kLong, -kShort)};
        break;
    case Chevron::Right:
        points = {c + QPointF(-kShort, -kLong), c + QPointF(kShort, 0), c + QPointF(-kShort, kLong)};
        break;
    case Chevron::Up:
        points = {c + QPointF(-kLong, kShort), c + QPointF(0, -kShort), c + QPointF(kLong, kShort)};
        break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points.data(), static_cast<int>(points.size()));
    painter.restore();
}

} // namespace slipway
