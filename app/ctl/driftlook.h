#pragma once

#include "app/ctl/currentsnapshot.h"
#include "app/ctl/driftanswer.h"
#include "drift/lockreader.h"

namespace slipway
{

/// A lock file to check against, where there is one.
struct LockToCheck final {
    QString file;
    std::optional<ReadLock> read;
};

/// The file that `--lock` names, else the profile's. Errors: those of loadBuildLock().
[[nodiscard]] Result<LockToCheck> lockToCheck(const QString& option, const DriftPolicy& policy);
/// A sentence about the members of it that are not known; empty if there are none.
[[nodiscard]] QString unknownNotice(const LockToCheck& lock);

/// An owner's snapshot with the configs that drift is judged by, and how its packages are classed.
struct DriftSnapshot final {
    CheckedSnapshot current;
    std::vector<PackageClass> classes;
};
[[nodiscard]] Task<Result<DriftSnapshot>> driftSnapshot(Invocation invocation, Connection& connection,
                                                        std::stop_token stop);

/// Reads the owner, looks, and carries on the life of each finding in the store. Errors: those of currentSnapshot();
/// InvalidFile for the lock of another owner; Store.
[[nodiscard]] Task<Result<DriftAnswer>> lookForDrift(Invocation invocation, Connection& connection, DriftChecks checks,
                                                     LockToCheck lock, std::stop_token stop);

/// Errors: InvalidArgument where there is no such finding, and as acknowledged().
[[nodiscard]] Result<FindingLife> acknowledgeFinding(Connection& connection, qint64 id, const QString& reason,
                                                     const QDateTime& until);

} // namespace slipway
