#pragma once

#include "cleanup/reclaimable.h"
#include "models/figuretable.h"

namespace slipway
{

/// What the rows of the table of what can be reclaimed are.
enum class ReclaimGrouping : std::uint8_t { Family, Image };

/// Who loses what by the cleanup policies, most bytes first, then the whole, which is more where parts share layers.
[[nodiscard]] FigureTable reclaimTable(const Reclaimable& found, ReclaimGrouping grouping);

/// "by northquay.cleanup.yaml", "by the usual policy: untagged for 90 days".
[[nodiscard]] QString reclaimPolicyText(const Reclaimable& found);

/// Why it is not exact: "At most; not asked: build-lock.json"; empty where it is.
[[nodiscard]] QString reclaimCaveat(const Reclaimable& found);

} // namespace slipway
