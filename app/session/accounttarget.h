#pragma once

#include "accounts/account.h"
#include "accounts/secretstore.h"
#include "app/session/target.h"

namespace slipway
{

/// What an account shows of an owner: its servers, its profile, and no token yet. Data folder, clock and API version
/// are those of `base`, and
/// what it forbids (network, changes) is forbidden.
[[nodiscard]] Target targetFor(const Account& account, const QString& owner, const Target& base);

/// What may be changed with an account where a start already said `asked`.
[[nodiscard]] WriteAccess accessWith(const Account& account, WriteAccess asked);

/// Whether withAccount() gives the target as it is, whatever accounts there are.
[[nodiscard]] bool isComplete(const Target& target);

/// Completes a target from the accounts of its data folder: an account it names gives servers, owner, profile and
/// token; without a token in the environment, an account that has its owner on the same servers gives the token. A
/// token goes to the servers of its account and to no other. Demos stay as they are. `secrets` outlives the task.
/// Errors: those of AccountsFile::load() and of the token's place; InvalidArgument for a named account together with
/// other servers.
[[nodiscard]] Task<Result<Target>> withAccount(Target target, SecretStore& secrets, std::stop_token stop);

} // namespace slipway
