#pragma once

#include "cleanup/reclaimable.h"
#include "models/figuretable.h"
#include "models/partgrouping.h"

namespace slipway
{

/// Who loses what by the cleanup policies, most bytes first, then the whole, which is more where parts share layers.
[[nodiscard]] FigureTable reclaimTable(const Reclaimable& found, PartGrouping grouping);

/// "by northquay.cleanup.yaml", "by the usual policy: untagged for 90 days".
[[nodiscard]] QString reclaimPolicyText(const Reclaimable& found);

/// Why it is not exact: "At most; not asked: build-lock.json", "Not asked: build-lock.json. 2 images not judged"; empty
/// where it is.
[[nodiscard]] QString reclaimCaveat(const Reclaimable& found);

} // namespace slipway
