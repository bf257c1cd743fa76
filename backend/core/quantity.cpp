#include "core/quantity.h"

#include <QLocale>

#include <cmath>

namespace slipway
{

QString formatQuantity(double quantity)
{
    constexpr double kHundredths = 100;
    // Whole from here on: doubles this large have no hundredths to round to.
    constexpr double kWhole = 1e13;
    const double rounded =
        std::abs(quantity) < kWhole ? std::round(quantity * kHundredths) / kHundredths : std::round(quantity);
    return QLocale().toString(rounded, 'f', QLocale::FloatingPointShortest);
}

} // namespace slipway
