#pragma once

#include "store/database.h"
#include "store/storevalues.h"

#include <vector>

namespace slipway
{

/// Manifests of these digests that are kept, in no order. Facts of an older form are made anew from the document.
[[nodiscard]] Result<KnownDocuments> readManifests(const Database& database, const std::vector<Digest>& digests);
[[nodiscard]] Result<std::optional<StoredDocument>> readDocument(const Database& database, const Digest& digest);
/// Keeps documents that are not kept yet, and the newest facts of all of them; all or none.
[[nodiscard]] Result<void> writeDocuments(const Database& database, const std::vector<NewDocument>& documents);

} // namespace slipway
