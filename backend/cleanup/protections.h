#pragma once

#include "core/digest.h"
#include "core/names.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace slipway
{

/// What a lock file names: the digests of its images, platforms and bases.
struct LockedDigests final {
    QString file; ///< as the policy names it
    std::vector<Digest> digests;
};

enum class DeployedRole : std::uint8_t {
    Running,
    Canary,
    Rollback, ///< a target can go back to it
};

/// A digest a target has.
struct DeployedDigest final {
    Digest digest;
    QString target;
    DeployedRole role = DeployedRole::Running;
    int rollback = 0; ///< of a rollback candidate: 1 for the latest, 2 for the one before
};

/// What protects versions from outside of the registry. Whoever plans reads it first; what cannot be read is named
/// here, and nothing is deleted then.
struct CleanupProtections final {
    std::vector<LockedDigests> locks; ///< one for each lock file of the policy that was read
    int targets = 0;                  ///< that are configured
    std::vector<DeployedDigest> deployed;
    QStringList unreadTargets;       ///< configured ones that could not be asked
    std::vector<VersionId> excluded; ///< that somebody has taken out of this plan
    std::vector<Digest> undeletable; ///< that GitHub has refused to delete: public, more than 5,000 downloads
};

} // namespace slipway
