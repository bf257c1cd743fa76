#pragma once

#include "app/ctl/commands.h"

namespace slipway
{

/// `cleanup plan`, `apply`, `restore`, `verify` and `untag`.
[[nodiscard]] QList<CommandShape> cleanupCommands();
[[nodiscard]] bool isCleanupCommand(const QString& command);

[[nodiscard]] Task<Result<CommandResult>> runCleanupCommand(Invocation invocation, Connection& connection,
                                                            std::stop_token stop);

} // namespace slipway
