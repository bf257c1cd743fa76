#include "views/theme/paint.h"

#include <QPainter>
#include <QPen>

#include <algorithm>
#include <array>
#include <cmath>

namespace slipway
{

namespace
{

/// A box whose edges lie between pixels of the screen, and a pen of whole ones: at 125 and 150 % one pixel of the
/// design is neither, and an edge would be two mixed colours instead of one.
struct CrispBox {
    QRectF rect;
    qreal width;
};

CrispBox crispBox(const QPainter& painter, const QRectF& rect, qreal width)
{
    const QTransform toScreen = painter.deviceTransform();
    if (toScreen.type() > QTransform::TxScale)
        return {rect, width};
    const QRectF onScreen = toScreen.mapRect(rect);
    const QRectF whole(QPointF(std::round(onScreen.left()), std::round(onScreen.top())),
                       QPointF(std::round(onScreen.right()), std::round(onScreen.bottom())));
    return {toScreen.inverted().mapRect(whole), std::max(1.0, std::floor(width * toScreen.m11())) / toScreen.m11()};
}

void paintRounded(QPainter& painter, const QRectF& rect, qreal radius)
{
    if (radius > 0)
        painter.drawRoundedRect(rect, radius, radius);
    else
        painter.drawRect(rect);
}

} // namespace

void paintBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
              qreal width)
{
    const CrispBox box = crispBox(painter, rect, width);
    const qreal half = border.isValid() ? box.width / 2 : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(border.isValid() ? QPen(border, box.width) : QPen(Qt::NoPen));
    paintRounded(painter, box.rect.adjusted(half, half, -half, -half), radius > 0 ? radius - half : 0);
    painter.restore();
}

void paintDashedBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border)
{
    paintBox(painter, rect, radius, fill, {});
    const CrispBox box = crispBox(painter, rect, 1);
    const qreal half = box.width / 2;
    QPen pen(border, box.width);
    pen.setDashPattern({4, 3});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    paintRounded(painter, box.rect.adjusted(half, half, -half, -half), radius - half);
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
