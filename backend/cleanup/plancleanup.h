#pragma once

#include "cleanup/cleanupplan.h"
#include "cleanup/cleanuppolicy.h"
#include "cleanup/protections.h"
#include "domain/referencegraph.h"

#include <optional>
#include <stop_token>

namespace slipway
{

/// What is known of an owner: a snapshot, and what was counted on it.
struct CleanupFacts final {
    const Snapshot& snapshot;
    const ReferenceGraph& graph;
    BlobUsage::References references; ///< BlobUsage::references() of the snapshot
};

/// What a cleanup by this policy would delete at a moment, and why everything else stays. Pure: the same facts give the
/// same plan, in whatever order they came. It never plans to delete
/// - what is reachable from a version that stays, by indexes and referrers, to any depth;
/// - anything younger than the grace period or without a readable time, or whose digest is locked, deployed or
///   undeletable; a referrer of that sort keeps its whole tree;
/// - anything of a package that was not wholly read, the last tagged version of a package, and anything at all as long
///   as a target or lock file that the policy asks for could not be read.
/// `only` leaves out the packages it does not match. (docs/cleanup.md)
[[nodiscard]] CleanupPlan planCleanup(const CleanupFacts& facts, const CleanupPolicy& policy,
                                      const CleanupProtections& protections, const QDateTime& now,
                                      const std::optional<Glob>& only = {});
/// The same, given up within moments once it is to stop: nothing then.
[[nodiscard]] std::optional<CleanupPlan> planCleanup(const CleanupFacts& facts, const CleanupPolicy& policy,
                                                     const CleanupProtections& protections, const QDateTime& now,
                                                     const std::optional<Glob>& only, const std::stop_token& stop);

} // namespace slipway
