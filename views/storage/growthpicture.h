#pragma once

#include "models/growthchart.h"

#include <QByteArray>

namespace slipway
{

struct Tokens;

/// The chart as a picture for reports, with its title, its legend and what each series holds now: in the theme's
/// colours, 1200 by 675, for a PNG with twice as many pixels.
[[nodiscard]] QByteArray growthPng(const GrowthChart& chart, const Tokens& tokens);
/// Likewise; texts stay texts.
[[nodiscard]] QByteArray growthSvg(const GrowthChart& chart, const Tokens& tokens);

} // namespace slipway
