#pragma once

#include "domain/snapshot.h"

namespace slipway
{

/// Drops the manifests that no version leads to, directly or through indexes, and the blobs, subjects and configs that
/// only they had. Rows keep their order.
void dropUnreferenced(Snapshot& snapshot);

} // namespace slipway
