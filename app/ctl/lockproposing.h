#pragma once

#include "app/ctl/commands.h"

namespace slipway
{

/// The options of `lock write --pull-request`.
[[nodiscard]] QList<QCommandLineOption> lockProposalOptions();

/// Refuses those that mean something with --pull-request only, where it is not there: who asks for a preview must not
/// get a file. Errors: InvalidArgument.
[[nodiscard]] Result<void> checkWithoutProposal(const Invocation& invocation);

/// `lock write --pull-request`: shows how the lock file of the repository would change, and once that is confirmed
/// brings it there by a pull request. Errors: those of lockHome(), draftLockProposal() and proposeChange(); Refused
/// where nothing may be changed, or nobody confirms it.
[[nodiscard]] Task<Result<CommandResult>> runLockProposal(Invocation invocation, Connection& connection,
                                                          std::stop_token stop);

} // namespace slipway
