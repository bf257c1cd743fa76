#pragma once

#include "models/figuretable.h"
#include "views/theme/tokens.h"

namespace slipway
{

/// The fill of a series, in the chart and beside its name.
[[nodiscard]] inline QColor chartColor(const Tokens& tokens, int color)
{
    return color == kNoFigureColor ? tokens.line2 : tokens.chart[static_cast<size_t>(color) % tokens.chart.size()];
}

} // namespace slipway
