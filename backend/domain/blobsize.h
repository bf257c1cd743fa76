#pragma once

#include "core/names.h"

namespace slipway
{

/// The largest size that is believed of one blob: a PiB. GHCR takes layers of 10 GB at most; whatever states more is
/// damaged or made up, and a few thousand of them would overflow the sums.
constexpr Bytes kLargestBlob = Bytes{1} << 50;

} // namespace slipway
