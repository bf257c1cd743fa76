#include "storage/quantile.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const double rank = std::clamp(share, 0.0, 1.0) * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(std::floor(rank));
    const auto at = values.begin() + below;
    std::ranges::nth_element(values, at);
    const double lower = *at;
    const double part = rank - static_cast<double>(below);
    return part > 0 ? lower + part * (*std::min_element(at + 1, values.end()) - lower) : lower;
}

double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

} // namespace slipway
