#pragma once

#include <QtTypes>

namespace slipway
{

// What placing and painting the rows of a CodePane agree on, in pixels of the design.
constexpr int kCodePadding = 8;
constexpr int kCodeMarker = 16;
/// A line is shown up to this character.
constexpr qsizetype kLongestShownLine = 10'000;

} // namespace slipway
