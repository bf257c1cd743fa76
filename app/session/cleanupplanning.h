#pragma once

#include "app/session/connection.h"
#include "cleanup/cleanupproof.h"
#include "cleanup/cleanuptools.h"
#include "cleanup/planfile.h"
#include "cleanup/protections.h"

#include <optional>

namespace slipway
{

/// A policy as a person wrote it, and where.
struct ReadPolicy final {
    CleanupPolicy policy;
    QString path; ///< lock files are named relative to it
};

/// Errors: FileAccess, InvalidFile with line and column.
[[nodiscard]] Result<ReadPolicy> readCleanupPolicy(const QString& path);

/// What protects from outside: the policy's lock files, the profile's targets, which no part of this version can ask,
/// and what GitHub has refused to delete. Reads files. Errors: FileAccess and InvalidFile; a lock file that cannot be
/// read is one, for it may protect anything.
[[nodiscard]] Result<CleanupProtections> protectionsFor(const ReadPolicy& policy, const Profile& profile,
                                                        const QString& cleanupFolder);

/// Plans a cleanup of what a snapshot tells, which was true at `readAt`, as a value that can be kept.
[[nodiscard]] PlanFile planFor(const Snapshot& snapshot, const ReadPolicy& policy,
                               const CleanupProtections& protections, const Target& target,
                               const std::optional<Glob>& only, const QDateTime& readAt);

/// Where a target keeps journals, locks and what is undeletable.
[[nodiscard]] QString cleanupFolderOf(const Target& target);

/// Where it keeps its audit.
[[nodiscard]] QString auditFileOf(const Target& target);

/// What changes the owner's packages. `pages` may be null and outlives it; `who` is told to others and in the audit.
[[nodiscard]] CleanupTools cleanupTools(Connection& connection, const Owner& owner, PageCache* pages,
                                        const QString& who);

/// Whether what a plan has kept is whole, as it is now, by the journal of its runs: the owner is read again, and the
/// registry asked tag by tag. What could not be asked is in CleanupProof::problems. `connection` outlives it.
[[nodiscard]] Task<CleanupProof> proveKept(Connection& connection, CleanupTools tools, PlanFile plan,
                                           ScanProgressSink progress, std::stop_token stop);

} // namespace slipway
