#include "storage/storageseries.h"

#include "storage/quantile.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

std::vector<StoragePoint> inOrder(std::span<const StoragePoint> points)
{
    std::vector<StoragePoint> ordered;
    ordered.reserve(points.size());
    std::ranges::copy_if(points, std::back_inserter(ordered),
                         [](const StoragePoint& point) { return point.at.isValid(); });
    std::ranges::stable_sort(ordered, {}, [](const StoragePoint& point) { return point.at.toMSecsSinceEpoch(); });
    // Of one moment the last: seen from behind it is the first.
    const auto isSameMoment = [](const StoragePoint& a, const StoragePoint& b) { return a.at == b.at; };
    const auto kept = std::unique(ordered.rbegin(), ordered.rend(), isSameMoment);
    ordered.erase(ordered.begin(), kept.base());
    return ordered;
}

std::vector<StorageDay> dailyMedians(std::span<const StoragePoint> points)
{
    auto ordered = inOrder(points);
    std::erase_if(ordered, &StoragePoint::isLeast);
    std::vector<StorageDay> days;
    std::vector<double> ofDay;
    bool isRead = false;
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        const QDate day = ordered[i].at.toUTC().date();
        ofDay.push_back(static_cast<double>(ordered[i].storedBytes));
        isRead = isRead || !ordered[i].isFilled;
        const bool isLast = i + 1 == ordered.size() || ordered[i + 1].at.toUTC().date() != day;
        if (!isLast)
            continue;
        days.push_back({day, std::llround(median(std::move(ofDay))), isRead});
        ofDay.clear();
        isRead = false;
    }
    return days;
}

} // namespace slipway
