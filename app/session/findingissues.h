#pragma once

#include "drift/findinglife.h"
#include "proposals/issuework.h"

namespace slipway
{

/// The issues of what drifts in a repository: one for each finding that is open. An acknowledged one keeps the issue it
/// has and gets no new one. What was not looked for, or could not be looked at, closes none. `lives` are those of
/// findings of `owner` that are there now; issues of other owners' findings, whose profiles name the same repository,
/// are left alone. Issues from before the owner was in their key are taken for this owner's.
[[nodiscard]] TrackedMatters findingMatters(RepositoryName repository, const QString& owner,
                                            const std::vector<FindingLife>& lives, const LookedFor& looked);

} // namespace slipway
