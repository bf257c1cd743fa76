#pragma once

#include "cleanup/cleanuptools.h"

#include <chrono>
#include <optional>

namespace slipway
{

/// What is done to a registry.
enum class RegistryChange : std::uint8_t { Cleanup, Restoration, Untagging };

/// How far this machine's clock may be from the server's. What is too young to go is so for an hour, unless a policy
/// says otherwise, and a plan may be so much ahead of the clock, too (checkPlan()).
constexpr std::chrono::minutes kClockTolerance{5};

/// Whether the age of versions can be told by a clock that says `now` while the server says `servedAt` (invalid: it
/// does not say). Only carrying out needs it: a plan that was made by a clock ahead is one from the future until what
/// it selects is as old as it claims. Errors: Refused.
[[nodiscard]] Result<void> checkClock(const QDateTime& now, const QDateTime& servedAt, const QString& server);

/// Whether a token of these scopes can do all of a change ("Working with the Container registry", "Scopes and
/// permissions for package registries"): a cleanup puts back a tree that turns out not to go whole, and only
/// write:packages restores. nullopt, of tokens that have no scopes: only trying tells. Errors: Refused, naming what is
/// lacking.
[[nodiscard]] Result<void> checkScopes(RegistryChange change, const std::optional<QStringList>& scopes);

/// Asks the server, once, for what these compare. Errors: theirs; all others: it could not be asked.
[[nodiscard]] Task<Result<void>> checkBefore(RegistryChange change, CleanupTools tools, std::stop_token stop);

} // namespace slipway
