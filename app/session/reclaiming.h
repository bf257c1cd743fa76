#pragma once

#include "cleanup/reclaimable.h"
#include "settings/profile.h"

namespace slipway
{

/// What the profile's cleanup policies would free, or the usual one where it names none. Reads the policies' files, so
/// it belongs on a thread of its own or the pool. Targets are not asked and lock files are not read by this version:
/// both are named in Reclaimable::unasked. Errors: those of loadOwnerPolicies().
[[nodiscard]] Result<Reclaimable> reclaimableOf(const CleanupFacts& facts, const Profile& profile,
                                                const QDateTime& now);

} // namespace slipway
