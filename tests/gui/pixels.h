#pragma once

#include <QImage>

namespace slipway::test
{

/// How many pixels of a picture have a colour.
[[nodiscard]] inline int pixelsOf(const QImage& picture, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == color ? 1 : 0;
    return count;
}

} // namespace slipway::test
