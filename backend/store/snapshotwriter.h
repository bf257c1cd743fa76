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
/// Keeps these, oldest first, in place of all snapshots of the scope, in one transaction.
[[nodiscard]] Result<void> writeHistory(const Database& database, const StoreScope& scope,
                                        std::span<const SnapshotPtr> snapshots);
/// The newest snapshot of a scope was found unchanged at this time.
[[nodiscard]] Result<void> writeChecked(const Database& database, qint64 scope, const QDateTime& time);

} // namespace slipway
