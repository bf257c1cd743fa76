#pragma once

#include "inventory/scan.h"
#include "simulator/simstate.h"

namespace slipway
{

/// So far a demo's past reaches back.
constexpr int kDemoPastDays = 92;

/// What readings once a day for three months, and one an hour ago, would have found of a demo organisation, by what its
/// state tells of when versions came and went and tags moved: a demo has a past from its first day on, with manifests
/// of what is gone. Times are moved from the state's anchor to `now`, as the server moves them.
[[nodiscard]] OwnerPast demoPast(SimulatorState state, const QDateTime& now);

} // namespace slipway
