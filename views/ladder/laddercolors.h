#pragma once

#include "models/laddermodel.h"
#include "views/theme/tokens.h"

namespace slipway
{

/// The fill that stands for a rung's meaning, in bars, signs and the legend.
[[nodiscard]] inline QColor rungColor(const Tokens& tokens, RungMeaning meaning)
{
    switch (meaning) {
    case RungMeaning::Shared:
        return tokens.chart[0];
    case RungMeaning::Expected:
        return tokens.line2;
    case RungMeaning::Drift:
        return tokens.bad;
    }
    return {};
}

} // namespace slipway
