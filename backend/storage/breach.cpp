#include "storage/breach.h"

#include "storage/budgetalert.h"

#include <algorithm>

namespace slipway
{

std::vector<QuotaBreach> quotaBreaches(std::span<const StoragePoint> points, Bytes budget)
{
    const double leftBelow = (100 - kAlertHysteresis) / 100.0;
    std::vector<QuotaBreach> breaches;
    bool isOpen = false;
    QDateTime before;
    for (const auto& [at, storedBytes, isLeast, isFilled] : inOrder(points)) {
        if (!isOpen && storedBytes > budget) {
            breaches.push_back({at, before, storedBytes, at, std::nullopt});
            isOpen = true;
        } else if (isOpen && !isLeast && usedFraction(storedBytes, budget).value_or(1) < leftBelow) {
            breaches.back().end = at;
            isOpen = false;
        } else if (isOpen && storedBytes > breaches.back().peakBytes) {
            breaches.back().peakBytes = storedBytes;
            breaches.back().peakAt = at;
        }
        if (!isLeast && !isFilled)
            before = at;
    }
    return breaches;
}

Quarter quarterOf(const QDateTime& time)
{
    const QDate day = time.toUTC().date();
    return {day.year(), (day.month() + 2) / 3};
}

qsizetype breachesIn(std::span<const QuotaBreach> breaches, Quarter quarter)
{
    return std::ranges::count(breaches, quarter, [](const QuotaBreach& breach) { return quarterOf(breach.start); });
}

} // namespace slipway
