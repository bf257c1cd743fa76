#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"
#include "app/session/connection.h"
#include "core/async.h"

#include <stop_token>

namespace slipway
{

/// What a command has to print, and how it ended.
struct CommandResult final {
    ExitCode code = ExitCode::Done;
    QString output;      ///< whole, for standard output
    QString notice = {}; ///< a sentence for standard error: what went wrong without making the command fail
};

/// The commands about an owner: scan, inventory, broken, storage, drift, lock, cleanup. `simulate` is a server and
/// stands apart.
[[nodiscard]] QList<CommandShape> readingCommands();

/// Runs one of them. Errors are what made it impossible; findings and gaps are exit codes with output.
[[nodiscard]] Task<Result<CommandResult>> runReadingCommand(Invocation invocation, Connection& connection,
                                                            std::stop_token stop);

} // namespace slipway
