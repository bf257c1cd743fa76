#pragma once

#include "domain/referencegraph.h"

#include <QString>

namespace slipway
{

/// A platform by the one name that all its names are compared by, as containerd has it (platforms/database.go):
/// "linux/arm64/v8" and "linux/aarch64" are "linux/arm64", "linux/arm" is "linux/arm/v7", "linux/x86_64" is
/// "linux/amd64". What is no os/architecture[/variant] stays as it is.
[[nodiscard]] QString normalisedPlatform(const QString& platform);

/// The platform of a version that is no index ("linux/amd64"), normalised: as its config says if that was read, else as
/// an index that lists it says; empty if neither does.
[[nodiscard]] QString imagePlatform(const Snapshot& snapshot, const ReferenceGraph& graph, RowIndex version);

} // namespace slipway
