#pragma once

#include "domain/snapshot.h"
#include "store/database.h"
#include "store/storevalues.h"

#include <span>

namespace slipway
{

/// Keeps a snapshot as the newest of its scope, in one transaction: writes the rows that changed since the last one,
/// closes those that are gone, and packs what changed for loading.
[[nodiscard]] Result<void> writeSnapshot(const Database& database, const StoreScope& scope, const Snapshot& snapshot);
/// The same together with how the packages were read, see Store::saveReading(); gives the snapshot's id.
[[nodiscard]] Result<qint64> writeReading(const Database& database, const StoreScope& scope, const Snapshot& snapshot,
                                          const std::vector<PackageCheck>& checks, qint64 basis);
/// Keeps these, oldest first, in place of all snapshots of the scope, in one transaction.
[[nodiscard]] Result<void> writeHistory(const Database& database, const StoreScope& scope,
                                        std::span<const SnapshotPtr> snapshots);
/// The same if `isLacking` says so of the history there is, asked in that transaction; gives whether they were kept.
[[nodiscard]] Result<bool> writeLackingHistory(const Database& database, const StoreScope& scope,
                                               std::span<const SnapshotPtr> snapshots, const HistoryCheck& isLacking);
/// The snapshot was found unchanged at this time; see Store::noteUnchanged().
[[nodiscard]] Result<bool> writeUnchanged(const Database& database, const StoreScope& scope, qint64 snapshot,
                                          const std::vector<PackageCheck>& checks, const QDateTime& time);

} // namespace slipway
