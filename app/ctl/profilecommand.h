#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/commands.h"

namespace slipway
{

/// `profile check FILE`.
[[nodiscard]] CommandShape profileCommand();
/// Errors: what is wrong with the file.
[[nodiscard]] Result<CommandResult> runProfileCommand(const Invocation& invocation);

} // namespace slipway
