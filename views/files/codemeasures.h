#pragma once

#include "models/codecontent.h"

namespace slipway
{

// What placing and painting the rows of a CodePane agree on, in pixels of the design.
constexpr int kCodePadding = 8;
constexpr int kCodeMarker = 16;

} // namespace slipway
