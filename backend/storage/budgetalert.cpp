#include "storage/budgetalert.h"

#include <algorithm>

namespace slipway
{

std::optional<double> usedFraction(Bytes storedBytes, std::optional<Bytes> budget)
{
    if (!budget || *budget <= 0)
        return std::nullopt;
    return static_cast<double>(storedBytes) / static_cast<double>(*budget);
}

Bytes usedPercent(Bytes storedBytes, Bytes budget)
{
    if (budget <= 0)
        return 0;
    // Whole numbers: 29 of 100 bytes are 29 %, which a fraction of them is just below. Budgets are far below a
    // hundredth of what Bytes can hold.
    const Bytes percent = storedBytes / budget * 100 + storedBytes % budget * 100 / budget;
    return storedBytes > budget ? std::max<Bytes>(percent, 101) : percent;
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
