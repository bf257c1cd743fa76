#include "core/quantity.h"

#include <QLocale>

#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

QString formatQuantity(double quantity)
{
    constexpr double kHundredths = 100;
    // What is little is not nothing.
    if (quantity > 0 && quantity < 1 / kHundredths)
        return u"< "_s + QLocale().toString(1 / kHundredths);
    // Whole from here on: doubles this large have no hundredths to round to.
    constexpr double kWhole = 1e13;
    const double rounded =
        std::abs(quantity) < kWhole ? std::round(quantity * kHundredths) / kHundredths : std::round(quantity);
    return QLocale().toString(rounded, 'f', QLocale::FloatingPointShortest);
}

} // namespace slipway
