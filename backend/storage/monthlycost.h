#pragma once

#include "core/names.h"
#include "domain/prices.h"

#include <QString>

#include <optional>

namespace slipway
{

/// What a month is taken to cost at a team's own prices: an estimate beside what GitHub bills, never instead of it.
struct MonthlyCost final {
    double storage = 0;           ///< of what is stored, for a whole month
    std::optional<double> egress; ///< of what was pulled; none: nobody knows how much that was
    double runner = 0;            ///< of the self-hosted runner
    QString currency;             ///< ISO 4217, of all three

    /// Of what is known: without egress where that is not.
    [[nodiscard]] double total() const { return storage + egress.value_or(0) + runner; }

    friend bool operator==(const MonthlyCost&, const MonthlyCost&) = default;
};

/// The cost of a month in which `storedBytes` are stored throughout and `egressBytes` pulled. The registry counts no
/// traffic, so without GitHub's billing there is no amount of egress, and none is made up.
[[nodiscard]] MonthlyCost monthlyCost(Bytes storedBytes, std::optional<Bytes> egressBytes, const Prices& prices);

} // namespace slipway
