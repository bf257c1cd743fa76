#pragma once

#include "app/ctl/commands.h"

namespace slipway
{

/// `storage [--group hub|family|package] [--days N]`.
[[nodiscard]] CommandShape storageCommand();

/// Reads the owner, its history and, online with a token, what GitHub bills for the present month. Ends with
/// CheckFailed where a budget is exceeded, else with PartlyDone where something could not be read or weighed. Billing
/// that fails is a notice.
[[nodiscard]] Task<Result<CommandResult>> runStorageCommand(Invocation invocation, Connection& connection,
                                                            std::stop_token stop);

} // namespace slipway
