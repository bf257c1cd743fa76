#pragma once

#include "models/growthtable.h"
#include "views/theme/tokens.h"

namespace slipway
{

/// The fill of a series, in the chart and beside its name.
[[nodiscard]] inline QColor chartColor(const Tokens& tokens, int color)
{
    if (color == kNoFigureColor)
        return tokens.line2;
    // Lines are as strong as muted text in high contrast: what is told apart by an outline is lighter then.
    if (color == kOthersFigureColor)
        return tokens.isHighContrast ? tokens.track : tokens.muted;
    return tokens.chart[static_cast<size_t>(color) % tokens.chart.size()];
}

} // namespace slipway
