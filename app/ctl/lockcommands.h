#pragma once

#include "app/ctl/commands.h"

namespace slipway
{

/// `lock write` and `lock verify`.
[[nodiscard]] QList<CommandShape> lockCommands();

[[nodiscard]] Task<Result<CommandResult>> runLockCommand(Invocation invocation, Connection& connection,
                                                         std::stop_token stop);

} // namespace slipway
