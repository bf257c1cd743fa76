#include "views/settings/moneysettings.h"

#include "models/numbertext.h"

#include <algorithm>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr double kGib = 1024.0 * 1024.0 * 1024.0;
/// A petabyte and more: a number beyond it was mistyped.
constexpr double kMostGib = 4'000'000;
constexpr double kHighestPrice = 1'000'000;

QString readBudget(const QString& text, UserSettings& into)
{
    if (text.isEmpty()) {
        into.budgets.storage.reset();
        return {};
    }
    const auto gib = numberOf(text, kMostGib);
    const auto bytes = gib ? static_cast<Bytes>(std::llround(*gib * kGib)) : 0;
    if (bytes <= 0)
        return TextRows::tr("Expected a number of GiB above 0, such as 20, or nothing for no budget.");
    into.budgets.storage = bytes;
    return {};
}

QString alertsText(const UserSettings& settings)
{
    QStringList texts;
    for (const int alert : settings.budgets.alerts)
        texts.append(QString::number(alert));
    return texts.join(u", "_s);
}

QString readAlerts(const QString& text, UserSettings& into)
{
    std::vector<int> alerts;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const auto& part : parts)
        alerts.push_back(part.trimmed().toInt()); // 0 for what is no number
    const bool isInside =
        std::ranges::all_of(alerts, [](int alert) { return alert > 0 && alert <= kMostAlertPercent; });
    if (!isInside || std::ranges::adjacent_find(alerts, std::ranges::greater_equal()) != alerts.end())
        return TextRows::tr("Expected rising percentages from 1 to %1, such as 75, 90, 100.").arg(kMostAlertPercent);
    into.budgets.alerts = std::move(alerts);
    return {};
}

QString readPrice(const QString& text, double& into)
{
    const auto price = numberOf(text, kHighestPrice);
    if (!price)
        return TextRows::tr("Expected a price, 0 or more, such as %1.").arg(numberText(0.25));
    into = *price;
    return {};
}

QString readCurrency(const QString& text, UserSettings& into)
{
    const QString currency = text.toUpper();
    if (currency.size() != 3 || !std::ranges::all_of(currency, [](QChar c) { return c >= u'A' && c <= u'Z'; }))
        return TextRows::tr("Expected the three letters of a currency, such as USD or EUR.");
    into.prices.currency = currency;
    return {};
}

} // namespace

std::vector<TextSetting> moneySettings()
{
    return {{TextRows::tr("Storage budget"),
             TextRows::tr("How much an owner may store, where their profile says nothing."), u"GiB"_s,
             [](const UserSettings& settings) {
                 const auto& storage = settings.budgets.storage;
                 return storage ? numberText(static_cast<double>(*storage) / kGib) : QString();
             },
             readBudget},
            {TextRows::tr("Warning marks"), TextRows::tr("Shares of the budget, rising."), TextRows::tr("percent"),
             alertsText, readAlerts},
            {TextRows::tr("Price of storage"),
             TextRows::tr("What a GiB is taken to cost in a month. GitHub bills none today."), TextRows::tr("a GiB"),
             [](const UserSettings& settings) { return numberText(settings.prices.storagePerGibMonth); },
             [](const QString& text, UserSettings& into) { return readPrice(text, into.prices.storagePerGibMonth); }},
            {TextRows::tr("Price of traffic"), TextRows::tr("What a GiB that is pulled is taken to cost."),
             TextRows::tr("a GiB"),
             [](const UserSettings& settings) { return numberText(settings.prices.egressPerGib); },
             [](const QString& text, UserSettings& into) { return readPrice(text, into.prices.egressPerGib); }},
            {TextRows::tr("Price of the runner"),
             TextRows::tr("What the self-hosted runner is taken to cost; 0 without one."), TextRows::tr("a month"),
             [](const UserSettings& settings) { return numberText(settings.prices.runnerPerMonth); },
             [](const QString& text, UserSettings& into) { return readPrice(text, into.prices.runnerPerMonth); }},
            {TextRows::tr("Currency"), TextRows::tr("Of all prices."), QString(),
             [](const UserSettings& settings) { return settings.prices.currency; }, readCurrency}};
}

} // namespace slipway
