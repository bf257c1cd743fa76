#include "storage/budgetalert.h"

namespace slipway
{

std::optional<double> usedFraction(Bytes storedBytes, std::optional<Bytes> budget)
{
    if (!budget || *budget <= 0)
        return std::nullopt;
    return static_cast<double>(storedBytes) / static_cast<double>(*budget);
}

AlertStep advanceAlert(AlertState state, double fraction, std::span<const int> thresholds)
{
    AlertStep step;
    for (const int threshold : thresholds) {
        // Quotients of whole numbers, rounded alike on both sides: 18 of 20 GiB is 90 %, not nearly so.
        const bool isReached = fraction >= threshold / 100.0;
        const bool isKept = threshold <= state.percent && fraction >= (threshold - kAlertHysteresis) / 100.0;
        if (isReached || isKept)
            step.state.percent = threshold;
    }
    if (step.state.percent > state.percent)
        step.crossed = step.state.percent;
    return step;
}

} // namespace slipway
