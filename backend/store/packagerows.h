#pragma once

#include "domain/snapshot.h"
#include "store/database.h"

namespace slipway
{

/// Brings the history of package rows up to a new snapshot. Gives the packages that are gone.
[[nodiscard]] Result<std::vector<PackageName>> updatePackageRows(const Database& database, qint64 scope,
                                                                 qint64 snapshotId, const Snapshot& snapshot);

/// The packages of a snapshot of this scope, by name, without their versions.
[[nodiscard]] Result<std::vector<PackageRow>> readPackageRows(const Database& database, qint64 scope,
                                                              qint64 snapshotId);

} // namespace slipway
