#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace slipway
{

/// Corner radii of the design: cards, buttons and fields; chips and badges.
constexpr qreal kRadius = 6;
constexpr qreal kSmallRadius = 4;

/// A rounded box with a one pixel border inside `rect`; an invalid colour leaves its part out.
void paintBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
              qreal width = 1);

/// The same with a dashed border of one pixel: what is not as it should be, old data and empty places.
void paintDashedBox(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border);

/// The ring around what has the keyboard: two pixels, one pixel inside the edge of `rect`.
void paintFocusRing(QPainter& painter, const QRectF& rect, qreal radius, const QColor& accent);

/// A chevron of two strokes in the middle of `rect`. Down opens, Right is closed.
enum class Chevron { Down, Right, Up };
void paintChevron(QPainter& painter, const QRectF& rect, Chevron direction, const QColor& color);

} // namespace slipway
