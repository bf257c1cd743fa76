#pragma once

#include "domain/referencegraph.h"

#include <QString>

namespace slipway
{

/// The platform of a version that is no index ("linux/amd64"): as its config says if that was read, else as an index
/// that lists it says; empty if neither does.
[[nodiscard]] QString imagePlatform(const Snapshot& snapshot, const ReferenceGraph& graph, RowIndex version);

} // namespace slipway
