#pragma once

#include "accounts/secretstore.h"
#include "app/ctl/arguments.h"
#include "app/ctl/commands.h"

namespace slipway
{

/// `account list`, `account add`, `account remove NAME`, `account check NAME`.
[[nodiscard]] QList<CommandShape> accountCommands();
[[nodiscard]] bool isAccountCommand(const QString& command);

/// Runs one of them; `secrets` outlives the task. Errors are what made it impossible.
[[nodiscard]] Task<Result<CommandResult>> runAccountCommand(Invocation invocation, SecretStore& secrets,
                                                            std::stop_token stop);

} // namespace slipway
