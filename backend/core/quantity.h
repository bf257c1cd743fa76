#pragma once

#include <QString>

namespace slipway
{

/// "1,234,567", "107.37", "0.5": a quantity that is neither bytes nor money, with two decimals at most and only those
/// it has; "< 0.01" where it is less than that and not 0. For people: the default locale's form; slipwayctl's is the C
/// locale, which groups no digits.
[[nodiscard]] QString formatQuantity(double quantity);

} // namespace slipway
