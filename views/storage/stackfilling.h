#pragma once

#include "views/storage/stackpainting.h"

#include <QColor>
#include <QImage>

namespace slipway
{

/// Fills the areas of a stack and the lines between them into an opaque 32 bit picture, whose pixel ratio is taken from
/// it. Each pixel is given the exact share of it that each series covers, so that where areas meet nothing shines
/// through. It gives what paintStack() paints with antialiased polygons and pens, in a time that depends on the
/// picture's pixels and the edges' points alone.
void fillStack(QImage& picture, const StackDrawing& drawing, const StackFills& fills);

} // namespace slipway
