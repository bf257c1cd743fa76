#include "views/widgets/gaugescale.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

namespace
{

constexpr double kWarnFrom = 0.8;

/// The amount in targets, if that can be told.
std::optional<double> ratio(std::optional<double> amount, double target)
{
    if (!amount || !std::isfinite(*amount) || !std::isfinite(target) || target <= 0)
        return std::nullopt;
    return *amount / target;
}

} // namespace

GaugeZone gaugeZone(std::optional<double> amount, double target)
{
    const auto share = ratio(amount, target);
    if (!share)
        return GaugeZone::Unknown;
    if (*share < kWarnFrom)
        return GaugeZone::Ok;
    return *share <= 1 ? GaugeZone::Warn : GaugeZone::Bad;
}

double gaugeShare(std::optional<double> amount, double target)
{
    return std::clamp(ratio(amount, target).value_or(0) / kGaugeScale, 0.0, 1.0);
}

} // namespace slipway
