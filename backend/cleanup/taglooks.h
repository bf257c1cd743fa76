#pragma once

#include "cleanup/cleanuptools.h"

#include <vector>

namespace slipway
{

/// All rows of a package, newest first. Errors: those of GithubClient::versions(), of any page.
[[nodiscard]] Task<Result<std::vector<ListedVersion>>> listedRows(CleanupTools tools, PackageName package,
                                                                  std::stop_token stop);

/// What a tag or digest leads to, for those who would change something where it leads to nothing: a registry that knows
/// of nothing may just not show it, so that its 404 takes a second witness, the package's list. nullopt: neither has
/// it. Errors: those of both.
[[nodiscard]] Task<Result<std::optional<Digest>>> surelyAt(CleanupTools tools, PackageName package, QString reference,
                                                           std::stop_token stop);

} // namespace slipway
