#pragma once

#include "domain/blobusage.h"

#include <stop_token>

namespace slipway
{

/// Counts how many versions of an owner reference each blob: what BlobUsage counts where nobody has yet. Null if it was
/// stopped before its end.
[[nodiscard]] BlobUsage::References countBlobReferences(const Snapshot& snapshot, const std::stop_token& stop = {});

} // namespace slipway
