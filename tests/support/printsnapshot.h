#pragma once

#include "domain/snapshot.h"
#include "support/fixture.h"

#include <QStringList>

namespace slipway::test
{

/// A snapshot as lines: one for each package, version (with everything its manifest tells), unlisted manifest that
/// something names, problem and config. Two snapshots that print alike tell the same.
[[nodiscard]] QStringList printSnapshot(const Snapshot& snapshot, const Fixture& fixture);

} // namespace slipway::test
