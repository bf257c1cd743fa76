#pragma once

#include "models/figuretable.h"
#include "storage/billingnote.h"
#include "storage/monthlycost.h"
#include "storage/storageoverview.h"

namespace slipway
{

/// The largest layers with the images and versions that have them.
[[nodiscard]] FigureTable layerTable(const StorageOverview& overview);

/// What a month costs at a team's prices, item by item: amount, rate and cost, then the total of what is known; then
/// what GitHub bills, which is no part of it. Egress is what GitHub's billing told of the month; what nobody tells has
/// a dash.
[[nodiscard]] FigureTable costTable(const StorageOverview& overview, const Prices& prices,
                                    const std::optional<BillingReading>& billing = {});

/// Where what is known of GitHub's billing comes from, and how old it is: "GitHub's billing of November 2025, read at
/// 14:30"; that it is not permitted, or what was read none.
[[nodiscard]] QString billingText(const std::optional<BillingReading>& billing, const QDateTime& now);

/// What the sizes leave out: "At least: 3 versions could not be read"; empty where that is nothing.
[[nodiscard]] QString unweighedText(const StorageOverview& overview);

} // namespace slipway
