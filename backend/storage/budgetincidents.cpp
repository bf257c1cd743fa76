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

/// What a record tells of a moment before its last reading; none for a moment that is not.
std::optional<Result<FoundIncidents>> pastIncidents(Store& store, const StoreScope& scope, const QString& noteKind,
                                                    const QDateTime& moment)
{
    const auto kept = store.note(scope, noteKind);
    if (!kept)
        return std::unexpected(kept.error());
    const IncidentLog log = unpackIncidents(*kept);
    if (!log.readUntil.isValid() || log.readUntil <= moment)
        return std::nullopt;
    return FoundIncidents{asOf(log, moment), std::nullopt};
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
        const auto past = ground.isAsked ? pastIncidents(store, ground.scope, kind, ground.now) : std::nullopt;
        all.push_back({budget, past ? *past
                                    : keepIncidents(store, ground.scope, pointsOf(reading, samples), budget.bytes, kind,
                                                    ground.now)});
    }
    return all;
}

} // namespace slipway
