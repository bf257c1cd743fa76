#pragma once

#include "domain/referencegraph.h"
#include "storage/retention.h"

#include <QDateTime>

#include <span>
#include <vector>

namespace slipway::test
{

/// What droppedBy() should say: its rule once more, version by version, each time looking through all others.
[[nodiscard]] std::vector<RowIndex> naivelyDropped(const Retention& retention, const Snapshot& snapshot,
                                                   const ReferenceGraph& graph, const QDateTime& now,
                                                   std::span<const RowIndex> always);

} // namespace slipway::test
