#pragma once

#include "app/ctl/commands.h"

namespace slipway
{

/// `audit`: what was changed on servers, from this machine's data folder. It asks no server.
[[nodiscard]] CommandShape auditCommand();
[[nodiscard]] Result<CommandResult> runAuditCommand(const Invocation& invocation);

} // namespace slipway
