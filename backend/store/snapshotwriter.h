#pragma once

#include "domain/snapshot.h"
#include "store/database.h"
#include "store/storevalues.h"

namespace slipway
{

/// Keeps a snapshot as the newest of its scope, in one transaction: writes the rows that changed since the last one,
/// closes those that are gone, and packs what changed for loading.
[[nodiscard]] Result<void> writeSnapshot(const Database& database, const StoreScope& scope, const Snapshot& snapshot);
/// The newest snapshot of a scope was found unchanged at this time.
[[nodiscard]] Result<void> writeChecked(const Database& database, qint64 scope, const QDateTime& time);

} // namespace slipway
