#include "core/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace slipway
{

namespace
{

QString moneyText(double amount, const QString& currency, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    const double rounded = std::round(amount * unit) / unit;
    const QString sign = rounded < 0 ? QStringLiteral("-") : QString(); // never "-0.00"
    const QString number = QLocale().toString(std::abs(rounded), 'f', decimals);
    return currency == QLatin1StringView("USD") ? sign + QChar(u'$') + number : sign + number + QChar(u' ') + currency;
}

} // namespace

QString formatBytes(Bytes bytes)
{
    static constexpr std::array<const char*, 5> units{"B", "KiB", "MiB", "GiB", "TiB"};
    size_t unit = 0;
    auto value = static_cast<double>(bytes);
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1024;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : (unit >= 3 && value < 9.995 ? 2 : 1);
    return QLocale().toString(value, 'f', decimals) + QChar(u' ') + QLatin1StringView(units[unit]);
}

QString formatMoney(double amount, const QString& currency)
{
    return moneyText(amount, currency, 2);
}

QString formatPrice(double price, const QString& currency)
{
    constexpr int kMostDecimals = 5;
    qint64 digits = std::llround(std::abs(price) * std::pow(10.0, kMostDecimals));
    int decimals = kMostDecimals;
    for (; decimals > 2 && digits % 10 == 0; digits /= 10)
        --decimals;
    return moneyText(price, currency, decimals);
}

QString formatAge(const QDateTime& then, const QDateTime& now)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway", text); };
    if (!then.isValid())
        return {};
    const qint64 minutes = then.secsTo(now) / 60;
    if (minutes < 1)
        return tr("just now");
    if (minutes < 120)
        return tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return tr("%1 h").arg(minutes / 60);
    const qint64 days = minutes / (24 * 60);
    if (days < 730)
        return tr("%1 d").arg(days);
    return tr("%1 y").arg(days / 365);
}

QString formatTimestamp(const QDateTime& time)
{
    return time.isValid() ? time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")) : QString();
}

} // namespace slipway
