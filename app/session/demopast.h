#pragma once

#include "domain/snapshot.h"
#include "simulator/simstate.h"

#include <vector>

namespace slipway
{

/// What earlier readings of a demo organisation would have found, oldest first, by what its state tells of when tags
/// moved and versions went: a demo has a past from its first day on. `state` is as of its anchor. Only lists: manifests
/// are as they are known now, as in any history.
[[nodiscard]] std::vector<SnapshotPtr> demoPast(const SimulatorState& state);

} // namespace slipway
