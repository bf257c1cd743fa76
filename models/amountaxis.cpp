#include "models/amountaxis.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace slipway
{

namespace
{
constexpr double kMostSteps = 6;
} // namespace

QString AmountAxis::label(int number) const
{
    return QLocale().toString(static_cast<double>(step * number) / static_cast<double>(unit), 'g', 4);
}

AmountAxis amountAxis(Bytes most)
{
    static constexpr std::array<const char*, 5> units{"B", "KiB", "MiB", "GiB", "TiB"};
    AmountAxis axis;
    size_t unit = 0;
    while (most >= axis.unit * 1024 && unit + 1 < units.size()) {
        axis.unit *= 1024;
        ++unit;
    }
    axis.unitName = QLatin1StringView(units[unit]);
    const double amount = std::max(static_cast<double>(most) / static_cast<double>(axis.unit), 1.0);
    const double power = std::pow(10.0, std::floor(std::log10(amount / kMostSteps)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        step = power * factor;
        if (amount / step <= kMostSteps)
            break;
    }
    axis.step = std::max<Bytes>(std::llround(step * static_cast<double>(axis.unit)), 1);
    axis.steps = static_cast<int>(std::max<Bytes>((most + axis.step - 1) / axis.step, 1));
    return axis;
}

} // namespace slipway
