#pragma once

#include "domain/snapshottables.h"

#include <QByteArrayView>

namespace slipway
{

/// Adds the versions of a part, and their manifests, at the end of the tables, in the part's order. False for bytes
/// that are damaged; the tables are then of no use.
[[nodiscard]] bool unpackVersions(QByteArrayView packed, RowIndex package, SnapshotTables& tables);

} // namespace slipway
