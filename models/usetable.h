#pragma once

#include "models/figuretable.h"
#include "storage/storageoverview.h"

#include <array>

namespace slipway
{

/// What the rows about an owner's storage are: hubs, families in all hubs, kinds of versions, classes of age.
enum class UseGrouping : std::uint8_t { Hub, Family, Kind, Age };
constexpr std::array kUseGroupings{UseGrouping::Hub, UseGrouping::Family, UseGrouping::Kind, UseGrouping::Age};

/// The parts of an owner with what only they hold (StorageFigures: exclusive), what two or more versions hold (shared)
/// and what they store: the amounts of `slipwayctl storage`. What several versions of a part hold and nothing else does
/// is both unique to it and shared, so the two add up to more than what is stored; the bar has it as a piece of its
/// own. A row leads to its versions in the inventory; those whose age is not known no filter finds.
[[nodiscard]] FigureTable useTable(const StorageOverview& overview, UseGrouping grouping);

/// The filter that finds the versions of a class of age; empty for those of none.
[[nodiscard]] QString ageFilter(AgeClass age);

} // namespace slipway
