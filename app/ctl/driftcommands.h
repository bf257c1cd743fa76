#pragma once

#include "app/ctl/commands.h"

namespace slipway
{

/// `drift acknowledge`, `drift`, `lock write`, `lock verify`.
[[nodiscard]] QList<CommandShape> driftCommands();
[[nodiscard]] bool isDriftCommand(const QString& command);

/// Runs one of them. Errors: also InvalidFile for a lock file that is not one, with its line and column.
[[nodiscard]] Task<Result<CommandResult>> runDriftCommand(Invocation invocation, Connection& connection,
                                                          std::stop_token stop);

} // namespace slipway
