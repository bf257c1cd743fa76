#pragma once

#include "domain/snapshot.h"
#include "store/database.h"
#include "store/storevalues.h"

#include <optional>

namespace slipway
{

/// The newest snapshot of a scope, from its packed form; nullopt if there is none.
[[nodiscard]] Result<std::optional<KeptSnapshot>> readLatestSnapshot(const Database& database, const QString& apiHost,
                                                                     const QString& login);
/// What the newest snapshot of a scope knows of its packages, without their versions; nullptr if there is none.
[[nodiscard]] Result<SnapshotPtr> readLatestPackages(const Database& database, const QString& apiHost,
                                                     const QString& login);
/// Any snapshot that is still kept, row by row, with manifests and what is unusable as they are known now; nullptr if
/// it is not kept.
[[nodiscard]] Result<SnapshotPtr> readSnapshotAt(const Database& database, qint64 snapshotId);

} // namespace slipway
