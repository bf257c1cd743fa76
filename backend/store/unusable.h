#pragma once

#include "store/database.h"
#include "store/storevalues.h"

#include <vector>

namespace slipway
{

/// The manifests of a package that could not be used when they were last asked for.
[[nodiscard]] Result<std::vector<UnusableManifest>> readUnusable(const Database& database, qint64 scope,
                                                                 const PackageName& package);
[[nodiscard]] Result<void> writeUnusable(const Database& database, qint64 scope, const PackageName& package,
                                         const UnusableManifest& manifest);

} // namespace slipway
