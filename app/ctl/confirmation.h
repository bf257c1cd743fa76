#pragma once

#include "app/ctl/arguments.h"
#include "app/session/connection.h"

namespace slipway
{

/// Asks a person who is there to type the answer; --yes is one. Errors: Refused, with the question.
[[nodiscard]] Result<void> confirm(const Invocation& invocation, const QString& question, const QString& answer);

/// Whether a command, as people call it, may change a repository. Errors: InvalidArgument with --offline; Refused
/// where nothing may be changed.
[[nodiscard]] Result<void> mayChangeRepository(const Invocation& invocation, const Connection& connection,
                                               const QString& command);

} // namespace slipway
