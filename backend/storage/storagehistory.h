#pragma once

#include "storage/incidentlog.h"
#include "storage/storagesample.h"
#include "storage/storageseries.h"
#include "store/store.h"

#include <functional>
#include <span>
#include <stop_token>

namespace slipway
{

/// What is measured of how many, to tell a person who waits for the first time.
using StorageProgress = std::function<void(std::size_t done, std::size_t total)>;

/// What an owner stored at every snapshot of its history, oldest first, grouped by these rules. Measures each snapshot
/// once and keeps that in the store; one that was thinned out meanwhile is left out. Loads one snapshot at a time, so
/// it belongs on a thread of its own. What was measured before it is stopped stays. Errors: those of Store.
[[nodiscard]] Result<std::vector<StorageSample>> storageHistory(Store& store, const StoreScope& scope,
                                                                const ClassificationRules& rules,
                                                                std::stop_token stop = {},
                                                                const StorageProgress& progress = {});

/// What was stored when: a point where a snapshot was read, one where it was last found unchanged, and one for each day
/// (UTC) between, at noon: what was unchanged at both ends was so in between. The latter are no
/// readings (StoragePoint::isFilled). Points of samples that are not complete
/// say the least only (StoragePoint::isLeast).
[[nodiscard]] std::vector<StoragePoint> storagePoints(std::span<const StorageSample> samples);

/// The same of one hub: what it stored, with what others hold too; 0 where it was not there.
[[nodiscard]] std::vector<StoragePoint> hubPoints(std::span<const StorageSample> samples, const QString& hub);

/// An owner's breaches, and why they could not be kept: another process may be writing. The next reading finds again
/// what was not.
struct FoundIncidents final {
    IncidentLog log;
    std::optional<Error> notKept;
};

/// The breaches that are kept of an owner, brought up to these points: what is new is found now and kept, what was kept
/// stays. Where nothing is kept yet all points are looked at. Errors: those of Store, where what is kept cannot be
/// read.
[[nodiscard]] Result<FoundIncidents> keepIncidents(Store& store, const StoreScope& scope,
                                                   std::span<const StoragePoint> points, Bytes budget,
                                                   BudgetSource source, const QString& profilePath,
                                                   const QDateTime& now);
/// The same of any budget, by the kind of the note that keeps its log.
[[nodiscard]] Result<FoundIncidents> keepIncidents(Store& store, const StoreScope& scope,
                                                   std::span<const StoragePoint> points, Bytes budget,
                                                   const QString& noteKind, const QDateTime& now);

} // namespace slipway
