#pragma once

#include <vector>

namespace slipway
{

/// The value below which `share` (0 to 1) of the values lie, by linear interpolation between the two ranks nearest to
/// it; 0 of no values.
[[nodiscard]] double quantile(std::vector<double> values, double share);

/// The middle value; of an even number the mean of the middle two.
[[nodiscard]] double median(std::vector<double> values);

} // namespace slipway
