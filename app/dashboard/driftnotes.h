#pragma once

#include "app/session/connection.h"
#include "core/async.h"
#include "drift/driftreading.h"
#include "models/driftlook.h"
#include "models/lockpreview.h"

#include <stop_token>

namespace slipway
{

// What a look for drift takes from store and network. `connection` outlives it and is used on its thread.

/// The configs that drift is judged by, beside those of the snapshot: each is read once ever.
[[nodiscard]] Task<ReadConfigs> readDriftConfigs(Connection* connection, SnapshotPtr snapshot, std::stop_token stop);
/// The blobs of these SBOMs, in the same way.
[[nodiscard]] Task<ReadBlobs> readDriftBlobs(Connection* connection, SnapshotPtr snapshot,
                                             std::vector<WantedConfig> wanted, std::stop_token stop);

/// Carries on the lives of what was found, and gives all there are. Errors: those of Store.
[[nodiscard]] Task<Result<std::vector<FindingLife>>> keepDriftFindings(Connection* connection,
                                                                       std::shared_ptr<const DriftGround> ground);
/// All lives that are kept of an owner's findings. Errors: those of Store.
[[nodiscard]] Task<Result<std::vector<FindingLife>>> loadDriftFindings(Connection* connection, Owner owner);
/// Takes note of a finding. Errors: those of acknowledgeFinding().
[[nodiscard]] Task<Result<FindingLife>> acknowledgeDrift(Connection* connection, Owner owner, qint64 id, QString reason,
                                                         QDateTime until);

// Pure, for the pool.

/// What was looked for: of anything else nothing is known.
[[nodiscard]] LookedFor lookedFor(const DriftGround& ground);

/// What is looked at: the profile's lock file, classes and configs, without a verdict yet.
[[nodiscard]] std::shared_ptr<DriftGround> prepareDrift(InventoryPtr inventory, Profile profile, ReadConfigs configs,
                                                        QDateTime now);
/// Where the SBOMs of siblings are.
[[nodiscard]] std::vector<SbomPlace> driftSbomPlaces(std::shared_ptr<const DriftGround> ground);
/// The verdict, with what was read of these places.
[[nodiscard]] std::shared_ptr<const DriftGround> judgeDrift(std::shared_ptr<DriftGround> ground,
                                                            std::vector<SbomPlace> places, ReadBlobs blobs);
/// How the profile's lock file would change by what was looked at. Errors: those of readLockBefore() and draftLock().
[[nodiscard]] Result<LockPreviewPtr> previewLockOf(std::shared_ptr<const DriftGround> ground);

} // namespace slipway
