#pragma once

#include "cleanup/cleanuppolicy.h"
#include "cleanup/protections.h"
#include "core/error.h"
#include "settings/profilevalues.h"

#include <optional>
#include <span>
#include <vector>

namespace slipway
{

/// A policy and the packages it is for.
struct OwnerPolicy final {
    Glob packages;
    QString file; ///< where it was read from; empty: usualCleanupPolicy()
    CleanupPolicy policy;
    std::vector<LockedDigests> locks{}; ///< of its lock files, those that were read; whoever plans reads them

    /// Where a lock file is that the policy names: paths are relative to it.
    [[nodiscard]] QString lockPath(const QString& name) const;
};

/// The cleanup policies of an owner. The first whose glob matches a package is the package's; a package that none
/// matches is left alone.
struct OwnerPolicies final {
    std::vector<OwnerPolicy> policies;
    bool isUsual = false; ///< nobody named one: it is usualCleanupPolicy()

    /// Which of them is for a package; nullopt: none.
    [[nodiscard]] std::optional<std::size_t> of(const PackageName& package) const;
};

/// What counts where a profile names no policy: untagged images and indexes go after 90 days, nothing else does.
/// (docs/cleanup.md, "Without a policy")
[[nodiscard]] CleanupPolicy usualCleanupPolicy();

/// Reads the policies a profile names, in its order; the usual one where it names none. Errors: FileAccess and
/// InvalidFile with the file as subject; one policy that cannot be read is an error of all, for it may protect.
[[nodiscard]] Result<OwnerPolicies> loadOwnerPolicies(std::span<const PolicyFile> files);

} // namespace slipway
