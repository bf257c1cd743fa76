#pragma once

#include "store/database.h"
#include "store/store.h"

namespace slipway
{

/// The row of a scope, made if it is new.
[[nodiscard]] Result<qint64> scopeRow(const Database& database, const StoreScope& scope);
/// Writes the rows that changed since the last snapshot and closes those that are gone, in one transaction.
[[nodiscard]] Result<void> writeSnapshot(const Database& database, const StoreScope& scope, const Snapshot& snapshot);
/// The newest snapshot of a scope was found unchanged at this time.
[[nodiscard]] Result<void> writeChecked(const Database& database, qint64 scope, const QDateTime& time);
/// Reads the newest snapshot of a scope; nullptr if there is none.
[[nodiscard]] Result<SnapshotPtr> readLatestSnapshot(Store& store, const Database& database, const QString& apiHost,
                                                     const QString& login);

} // namespace slipway
