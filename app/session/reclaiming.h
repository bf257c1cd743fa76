#pragma once

#include "cleanup/reclaimable.h"
#include "settings/profile.h"

namespace slipway
{

/// What the profile's cleanup policies would free, or the usual one where it names none. Reads the policies' files and
/// the lock files they name, so it belongs on a thread of its own or the pool. Targets are not asked by this version:
/// they are named in Reclaimable::unasked, as are lock files that cannot be read. Errors: those of loadOwnerPolicies()
/// and reclaimable().
[[nodiscard]] Result<Reclaimable> reclaimableOf(const CleanupFacts& facts, const Profile& profile, const QDateTime& now,
                                                const std::stop_token& stop = {});

} // namespace slipway
