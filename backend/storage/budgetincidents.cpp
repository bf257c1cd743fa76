#include "storage/budgetincidents.h"

#include <algorithm>

namespace slipway
{

namespace
{

std::vector<StoragePoint> pointsOf(const BudgetReading& reading, std::span<const StorageSample> samples)
{
    if (reading.budget.isForOwner())
        return storagePoints(samples);
    if (!reading.budget.family)
        return hubPoints(samples, *reading.budget.hub);
    if (samples.empty())
        return {};
    return {{std::max(samples.back().from, samples.back().until), reading.storedBytes, reading.isLeast}};
}

} // namespace

std::vector<BudgetReading> budgetReadings(std::span<const BudgetUse> uses, std::span<const StorageSample> samples)
{
    const bool isLeast = !samples.empty() && !samples.back().isComplete;
    std::vector<BudgetReading> readings;
    readings.reserve(uses.size());
    for (const auto& use : uses)
        readings.push_back({use.budget, use.storedBytes, isLeast});
    return readings;
}

std::vector<FoundBudgetIncidents> keepBudgetIncidents(Store& store, const IncidentGround& ground,
                                                      std::span<const BudgetReading> readings,
                                                      std::span<const StorageSample> samples)
{
    std::vector<FoundBudgetIncidents> all;
    all.reserve(readings.size());
    for (const auto& reading : readings) {
        const StorageBudget& budget = reading.budget;
        const QString kind = budget.isForOwner() ? incidentNoteKind(ground.source, ground.profilePath)
                                                 : incidentNoteKind(budget, ground.profilePath);
        all.push_back(
            {budget, keepIncidents(store, ground.scope, pointsOf(reading, samples), budget.bytes, kind, ground.now)});
    }
    return all;
}

} // namespace slipway
