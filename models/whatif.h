#pragma once

#include "domain/prices.h"
#include "inventory/inventory.h"
#include "models/figuretable.h"
#include "storage/consolidation.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace slipway
{

/// A version that images can be made to stand on.
struct BaseOffer final {
    RowIndex version = kNoRow;
    Variant variant = Variant::BaseCpu; ///< BaseCpu or BaseGpu
    QString title;                      ///< "base-cpu:2025.11"
    Bytes size = 0;                     ///< of the version; of an index all its images
    bool isProposed = false;            ///< most images stand on its package

    friend bool operator==(const BaseOffer&, const BaseOffer&) = default;
};

/// What a what-if is about: an inventory, and what of it there is to choose from.
struct WhatIfGround final {
    InventoryPtr inventory;
    std::vector<PackageClass> classes; ///< beside Snapshot::packages
    std::vector<BaseOffer> bases;      ///< the proposed ones first, then by package, newest first
    std::vector<QString> hubs;         ///< without the base and what is unassigned
};

/// So many versions of each base package are offered, the newest.
constexpr size_t kOfferedBases = 20;

/// Linear in versions and layer references: for another thread.
[[nodiscard]] WhatIfGround whatIfGround(const InventoryPtr& inventory);

/// What a person wants to know.
struct WhatIf final {
    std::vector<RowIndex> bases; ///< of each variant one at most
    std::vector<QString> hubs;   ///< whose images share them
    Retention retention;
    double runnerPerMonth = 0; ///< afterwards, in the currency of the prices

    friend bool operator==(const WhatIf&, const WhatIf&) = default;
};

/// What a what-if begins with: all hubs on the proposed bases, untagged versions kept for 90 days and the five newest
/// tagged ones of each image, and the runner at its price.
[[nodiscard]] WhatIf usualWhatIf(const WhatIfGround& ground, const Prices& prices);

[[nodiscard]] Consolidation consolidationOf(const WhatIf& wish);

/// The steps from what is stored to what would be, with what a month costs at each: storage, and with the runner. The
/// runner is as it is priced before, and as wished afterwards.
[[nodiscard]] FigureTable whatIfTable(const StoredSteps& steps, const Prices& prices, double runnerAfter);

/// "18.7 GiB become 13.1 GiB, 30 % less": the result in one sentence.
[[nodiscard]] QString whatIfSentence(const StoredSteps& steps);

/// What the result rests on: how many versions would go and move, and what could not be counted.
[[nodiscard]] QStringList whatIfNotes(const ConsolidationResult& result);

/// All of it as plain text: what was chosen, the steps, each hub, the notes.
[[nodiscard]] QString whatIfText(const WhatIfGround& ground, const WhatIf& wish, const ConsolidationResult& result,
                                 const Prices& prices);

} // namespace slipway
