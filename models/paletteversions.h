#pragma once

#include "models/palettesearch.h"

namespace slipway
{

/// Versions by a part of a tag, or by the beginning of a digest ("51b7d2", "sha256:51b7d2"), best first. Of several
/// words the last is the tag's, the others find the image: "emotion v0.4".
[[nodiscard]] std::vector<PaletteHit> findPaletteVersions(const PaletteIndex& index, QStringView words, size_t most);

/// The entry of a hub, family or image.
[[nodiscard]] PaletteEntry placeEntry(const PaletteIndex::Place& place);

} // namespace slipway
