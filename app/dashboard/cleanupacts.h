#pragma once

#include "app/session/connection.h"
#include "cleanup/cleanupcontrol.h"
#include "models/cleanuprest.h"
#include "models/cleanupruns.h"

#include <QSet>

namespace slipway
{

/// Carries a plan out and proves that what was kept is whole, on the reading thread. The plan is kept beside its
/// journal, so that a run that is stopped or killed can be gone on with. `stop` ends the deletions between two
/// versions, and the proof is made all the same, until `closing`. Errors: those of applyCleanup(); FileAccess where the
/// plan cannot be kept: nothing is deleted then.
[[nodiscard]] Task<Result<CleanupResult>> carryOutCleanup(Connection* connection, PlanFile plan,
                                                          QSet<PackageName> allowedLarge, CleanupControl control,
                                                          CleanupProgressSink progress, std::stop_token stop,
                                                          std::stop_token closing);

/// Restores what a journal says was deleted, `only` (if not empty) those of it, on the reading thread. Errors: those of
/// restoreDeleted().
[[nodiscard]] Task<Result<RestoreOutcome>> restoreCleanup(Connection* connection, QString journal,
                                                          std::vector<VersionId> only, RestoreProgressSink progress,
                                                          std::stop_token stop);

/// What is left of a run that was not ended, where its plan may still be carried out. Reads files: for the pool.
/// Errors: FileAccess, InvalidFile; Refused for a plan that is too old or not this journal's, and as cleanupRestOf().
[[nodiscard]] Result<CleanupRest> restOfRun(const QString& journal, const Target& target,
                                            const QSet<VersionId>& excluded);

} // namespace slipway
