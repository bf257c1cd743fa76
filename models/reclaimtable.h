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

/// Why it is not exact, in the width of a card: "At most; not asked: demo-01", "2 lock files not read. 2 images not
/// judged"; empty where it is.
[[nodiscard]] QString reclaimCaveat(const Reclaimable& found);

/// Lock files that were not read, each with the reason, a line each; empty without any.
[[nodiscard]] QString reclaimUnreadText(const Reclaimable& found);

} // namespace slipway
