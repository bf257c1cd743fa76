#pragma once

#include "drift/findinglife.h"
#include "proposals/issuework.h"

namespace slipway
{

/// The issues of what drifts in a repository: one for each finding that is open. An acknowledged one keeps the issue it
/// has and gets no new one. What was not looked for, or could not be looked at, closes none. `lives` are those of
/// findings that are there now.
[[nodiscard]] TrackedMatters findingMatters(RepositoryName repository, const std::vector<FindingLife>& lives,
                                            const LookedFor& looked);

} // namespace slipway
