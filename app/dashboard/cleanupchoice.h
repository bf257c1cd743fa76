#pragma once

#include "app/session/connection.h"
#include "models/cleanupsheet.h"

#include <vector>

namespace slipway
{

/// What the window's plans of a target are made by: one for each policy of its profile, in its order, or the usual one.
/// A package that two policies are for is the first one's. Reads policies, their lock files and what GitHub has refused
/// to delete, so it belongs into the pool. A lock file that cannot be read is left out, as are targets, which this
/// version cannot ask: the plan holds everything back then, and says so. Errors: those of loadOwnerPolicies(), and
/// InvalidFile or FileAccess about what is undeletable.
[[nodiscard]] Result<std::vector<CleanupTerms>> cleanupTermsOf(const Profile& profile, const Target& target);

/// What a policy would be planned by that is being written in place of the profile's of this index, or of the usual
/// one: none of the policies' files is read. Errors: InvalidFile or FileAccess about what is undeletable.
[[nodiscard]] Result<CleanupTerms> cleanupTermsWith(const Profile& profile, const Target& target, std::size_t index,
                                                    const CleanupPolicy& policy);

} // namespace slipway
