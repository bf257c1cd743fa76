#pragma once

#include "app/session/connection.h"
#include "core/async.h"
#include "domain/packagehistory.h"
#include "inventory/inventory.h"
#include "storage/storagesample.h"

#include <stop_token>

namespace slipway
{

// What is read back from the store. `connection` outlives the reading and is used on its thread; errors are the
// store's.

/// From so many versions on, as GitHub counts them, the outline is shown until the snapshot is loaded: with fewer
/// there is nothing to see of it.
constexpr std::int64_t kOutlinedFrom = 20'000;
/// What stands where in the newest snapshot of the owner, known before its versions are loaded (buildOutline());
/// nullptr if that is not worth it, cannot be told or cannot be read.
[[nodiscard]] Task<InventoryPtr> loadOutline(Connection* connection, std::stop_token stop);
/// The newest snapshot of the owner; nullopt if there is none.
[[nodiscard]] Task<Result<std::optional<KeptSnapshot>>> loadKnown(Connection* connection, std::stop_token stop);
/// What is known of a package's past, a part of it.
[[nodiscard]] Task<Result<PackageHistory>> loadHistory(Connection* connection, HistoryRequest request,
                                                       std::stop_token stop);
/// What the owner stored at each reading; those that were not measured yet are, one at a time.
[[nodiscard]] Task<Result<std::vector<StorageSample>>> loadStorageHistory(Connection* connection, Owner owner,
                                                                          std::stop_token stop);

} // namespace slipway
