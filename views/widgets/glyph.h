#pragma once

#include <QRectF>

class QPainter;

namespace slipway
{

struct Tokens;

/// A state as a shape: each has its own outline, so that none is told by colour alone.
enum class Glyph {
    Ok,      ///< filled circle with a tick
    Warning, ///< filled triangle
    Bad,     ///< filled octagon with a cross
    Info,    ///< ring with an i
    Dash,    ///< does not apply, or never read
    Running, ///< part of a ring
    Waiting, ///< dotted ring
    Skipped, ///< struck ring
    Locked,  ///< padlock
};

/// Draws a glyph into the square in the middle of `rect`; 12 to 22 pixels look right. `turn` (0 to 1) rotates Running.
void paintGlyph(QPainter& painter, const QRectF& rect, Glyph glyph, const Tokens& tokens, qreal turn = 0);

} // namespace slipway
