#pragma once

#include "simulator/credentials.h"
#include "simulator/httpmessage.h"
#include "simulator/simstate.h"

namespace slipway
{

/// What `GET /repos/{owner}/{repo}/…` answers: `git/trees/{ref}`, `contents/{path}`, `git/blobs/{sha}`, all of the one
/// commit a repository of a state has. `parts` is the path cut at its slashes. As GitHub: a private repository is not
/// there for who lacks the scope `repo`; files of more than 1 MB have no content but a blob.
[[nodiscard]] HttpAnswer repositoryAnswer(const SimulatorState& state, const ServedRequest& request,
                                          const Caller& caller, const QStringList& parts);

} // namespace slipway
