#include "models/numbertext.h"

#include <QLocale>

#include <cmath>

namespace slipway
{

QString numberText(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', QLocale::FloatingPointShortest);
}

std::optional<double> numberOf(const QString& text, double most)
{
    bool isNumber = false;
    QLocale locale;
    locale.setNumberOptions(QLocale::RejectGroupSeparator); // "0.250" is no 250 where the point parts thousands
    double number = locale.toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    if (!isNumber || !std::isfinite(number) || number < 0 || number > most)
        return std::nullopt;
    return number;
}

} // namespace slipway
