#include "storage/breach.h"

#include "storage/incidentlog.h"

#include <algorithm>

namespace slipway
{

std::vector<QuotaBreach> quotaBreaches(std::span<const StoragePoint> points, Bytes budget)
{
    std::vector<QuotaBreach> breaches;
    for (auto& incident : withReadings({}, points, budget).incidents)
        breaches.push_back(std::move(incident.breach));
    return breaches;
}

QDate breachDay(const QDateTime& time)
{
    return time.toUTC().date();
}

Quarter quarterOf(const QDateTime& time)
{
    const QDate day = breachDay(time);
    return {day.year(), (day.month() + 2) / 3};
}

qsizetype breachesIn(std::span<const QuotaBreach> breaches, Quarter quarter)
{
    return std::ranges::count(breaches, quarter, [](const QuotaBreach& breach) { return quarterOf(breach.start); });
}

} // namespace slipway
