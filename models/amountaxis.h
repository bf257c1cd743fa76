#pragma once

#include "core/names.h"

#include <QString>

namespace slipway
{

/// The scale of amounts on a chart: from 0 in whole steps of one unit.
struct AmountAxis final {
    Bytes unit = 1;   ///< bytes
    QString unitName; ///< "GiB"
    Bytes step = 1;   ///< bytes from one line to the next
    int steps = 1;

    [[nodiscard]] Bytes end() const { return step * steps; }
    /// What is said beside the line `number` (0: the lowest), without the unit: "15", "0.5".
    [[nodiscard]] QString label(int number) const;
};

/// The scale that has room for `most`: steps of 1, 2 or 5 times a power of ten of the largest unit that fits, five or
/// six where that can be.
[[nodiscard]] AmountAxis amountAxis(Bytes most);

} // namespace slipway
