#pragma once

#include "simulator/credentials.h"
#include "simulator/httpmessage.h"
#include "simulator/simstate.h"

namespace slipway
{

/// What `/repos/{owner}/{repo}` and everything below it answers, `/repositories/{id}/…` of its Link headers too: files,
/// branches, pull requests and issues. As GitHub: a private repository is not there for who lacks the scope `repo`, and
/// files of more than 1 MB have no content but a blob.
[[nodiscard]] HttpAnswer repositoryAnswer(SimulatorState& state, const ServedRequest& request, const Caller& caller,
                                          const QDateTime& now);

} // namespace slipway
