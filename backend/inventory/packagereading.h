#pragma once

#include "inventory/scanstate.h"

namespace slipway
{

/// Reads one package as far as the plan says: its list, then its manifests. A list that turns out to be as it was
/// leaves the snapshot alone; one that cannot be read whole is a problem, with what was known before in its place.
[[nodiscard]] Task<void> readPackage(ScanStatePtr state, PlannedPackage package);

} // namespace slipway
