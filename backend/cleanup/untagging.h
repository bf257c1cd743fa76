#pragma once

#include "cleanup/cleanuptools.h"

namespace slipway
{

/// What an untagging did.
struct UntagOutcome final {
    PackageName package;
    Tag untagged;
    Digest digest; ///< of the version that had the tag, and stays
    QStringList remainingTags;

    friend bool operator==(const UntagOutcome&, const UntagOutcome&) = default;
};

/// Takes one tag from a version that stays. GHCR has no such thing (deleting a version takes all its tags), so a
/// manifest made for this alone is put under the tag, the version that carries the tag then is known by that manifest's
/// digest, and this one is deleted; the other tags are proven to lead where they led. It is in a journal before: what a
/// killed program leaves is taken away by mendUntagging(). Errors: Refused for a package's last tag, a referrer tag, or
/// while another cleaner works; NotFound; those of the clients.
[[nodiscard]] Task<Result<UntagOutcome>> untagOne(CleanupTools tools, PackageName package, Tag tag,
                                                  std::stop_token stop);

/// Ends what untagOne() began and could not end: no tag stays on a manifest that was made for this. The lock must be
/// held. Gives how many were ended.
[[nodiscard]] Task<Result<int>> mendUntagging(CleanupTools tools, std::stop_token stop);

} // namespace slipway
