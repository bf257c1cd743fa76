#include "settings/settingstext.h"

#include "settings/settingsreader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kThemes{ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast};
constexpr std::array kRoles{StartRole::Lead, StartRole::Engineer, StartRole::Manager};
constexpr auto kLastPage = "last-page"_L1;
constexpr std::array kDetails{LogDetail::Debug, LogDetail::Info, LogDetail::Warning, LogDetail::Error};

/// Takes one of a few words over.
template<typename Choices, typename NameOf, typename Choice>
QString takeChoice(const QJsonValue& value, const Choices& choices, NameOf nameOf, Choice& into)
{
    QStringList names;
    for (const Choice choice : choices) {
        names.append(nameOf(choice));
        if (value.isString() && value.toString() == names.constLast()) {
            into = choice;
            return {};
        }
    }
    return u"expected one of "_s + names.join(u", "_s);
}

QString takeRole(const QJsonValue& value, std::optional<StartRole>& into)
{
    if (value.toString() == kLastPage) {
        into.reset();
        return {};
    }
    StartRole role{};
    if (const QString expected = takeChoice(value, kRoles, startRoleName, role); !expected.isEmpty())
        return expected + u", "_s + kLastPage;
    into = role;
    return {};
}

QString takeLanguage(const QJsonValue& value, QString& into)
{
    if (!value.isString())
        return u"expected a language (\"de\"), or nothing for the system's"_s;
    into = value.toString();
    return {};
}

QString takeBudget(const QJsonValue& value, std::optional<Bytes>& into)
{
    if (value.isNull()) {
        into.reset();
        return {};
    }
    if (value.toInteger(0) <= 0)
        return u"expected bytes, more than 0, or null for none"_s;
    into = value.toInteger();
    return {};
}

QString takeTextPercent(const QJsonValue& value, std::optional<int>& into)
{
    if (value.isNull()) {
        into.reset();
        return {};
    }
    const qint64 percent = value.toInteger(0);
    if (percent < kLeastTextPercent || percent > kMostTextPercent)
        return u"expected percent, %1 to %2, or null for the desktop's"_s.arg(kLeastTextPercent).arg(kMostTextPercent);
    into = static_cast<int>(percent);
    return {};
}

QString takeAlerts(const QJsonValue& value, std::vector<int>& into)
{
    std::vector<int> alerts;
    const QJsonArray array = value.toArray();
    for (const auto& element : array)
        alerts.push_back(static_cast<int>(std::clamp<qint64>(element.toInteger(0), 0, kMostAlertPercent + 1)));
    const bool isRising = std::ranges::adjacent_find(alerts, std::ranges::greater_equal()) == alerts.end();
    const bool isInside =
        std::ranges::all_of(alerts, [](int alert) { return alert > 0 && alert <= kMostAlertPercent; });
    if (!value.isArray() || !isRising || !isInside)
        return u"expected rising percentages, 1 to %1"_s.arg(kMostAlertPercent);
    into = std::move(alerts);
    return {};
}

QString takeCurrency(const QJsonValue& value, QString& into)
{
    const QString currency = value.toString();
    if (currency.size() != 3 || !std::ranges::all_of(currency, [](QChar c) { return c >= u'A' && c <= u'Z'; }))
        return u"expected three capital letters"_s;
    into = currency;
    return {};
}

void readLook(SettingsReader& in, UserSettings& settings)
{
    in.read("appearance"_L1, "theme"_L1, [&settings](const QJsonValue& value) {
        return takeChoice(value, kThemes, themeChoiceName, settings.appearance.theme);
    });
    in.read("appearance"_L1, "language"_L1,
            [&settings](const QJsonValue& value) { return takeLanguage(value, settings.appearance.language); });
    in.read("appearance"_L1, "textPercent"_L1,
            [&settings](const QJsonValue& value) { return takeTextPercent(value, settings.appearance.textPercent); });
    in.read("start"_L1, "role"_L1,
            [&settings](const QJsonValue& value) { return takeRole(value, settings.startRole); });
    in.read("tray"_L1, "shown"_L1,
            [&settings](const QJsonValue& value) { return takeBoolean(value, settings.isTrayShown); });
    in.readEach("shortcuts"_L1, [&settings](const QString& id, const QJsonValue& value) {
        QStringList keys;
        QString expected = takeStrings(value, keys);
        if (expected.isEmpty())
            settings.shortcuts[id] = keys;
        return expected;
    });
    in.read("logging"_L1, "level"_L1, [&settings](const QJsonValue& value) {
        return takeChoice(value, kDetails, logDetailName, settings.logDetail);
    });
    in.read("palette"_L1, "recent"_L1,
            [&settings](const QJsonValue& value) { return takeStrings(value, settings.recentCommands); });
}

void readNotifications(SettingsReader& in, NotificationSettings& told)
{
    const auto read = [&in](QLatin1StringView name, bool& into) {
        in.read("notifications"_L1, name, [&into](const QJsonValue& value) { return takeBoolean(value, into); });
    };
    read("on"_L1, told.isOn);
    read("failures"_L1, told.isFailureTold);
    read("ends"_L1, told.isEndTold);
    read("limit"_L1, told.isLimitTold);
    read("budget"_L1, told.isBudgetTold);
}

void readRefresh(SettingsReader& in, RefreshSettings& refresh)
{
    in.read("refresh"_L1, "automatic"_L1,
            [&refresh](const QJsonValue& value) { return takeBoolean(value, refresh.isAutomatic); });
    in.read("refresh"_L1, "activeSeconds"_L1,
            [&refresh](const QJsonValue& value) { return takeSeconds(value, refresh.active); });
    in.read("refresh"_L1, "background"_L1,
            [&refresh](const QJsonValue& value) { return takeBoolean(value, refresh.isInBackground); });
    in.read("refresh"_L1, "backgroundSeconds"_L1,
            [&refresh](const QJsonValue& value) { return takeSeconds(value, refresh.background); });
}

void readMoney(SettingsReader& in, UserSettings& settings)
{
    in.read("budgets"_L1, "storageBytes"_L1,
            [&settings](const QJsonValue& value) { return takeBudget(value, settings.budgets.storage); });
    in.read("budgets"_L1, "alertPercents"_L1,
            [&settings](const QJsonValue& value) { return takeAlerts(value, settings.budgets.alerts); });
    in.read("prices"_L1, "storagePerGibMonth"_L1,
            [&settings](const QJsonValue& value) { return takeAmount(value, settings.prices.storagePerGibMonth); });
    in.read("prices"_L1, "egressPerGib"_L1,
            [&settings](const QJsonValue& value) { return takeAmount(value, settings.prices.egressPerGib); });
    in.read("prices"_L1, "runnerPerMonth"_L1,
            [&settings](const QJsonValue& value) { return takeAmount(value, settings.prices.runnerPerMonth); });
    in.read("prices"_L1, "currency"_L1,
            [&settings](const QJsonValue& value) { return takeCurrency(value, settings.prices.currency); });
}

/// Brings into `base` what differs between two objects.
QJsonObject merged(QJsonObject base, const QJsonObject& before, const QJsonObject& after)
{
    for (auto member = after.begin(); member != after.end(); ++member) {
        const QJsonValue old = before.value(member.key());
        if (old == member.value())
            continue;
        base.insert(member.key(), member->isObject() ? QJsonValue(merged(base.value(member.key()).toObject(),
                                                                         old.toObject(), member->toObject()))
                                                     : QJsonValue(member.value()));
    }
    const QStringList names = before.keys();
    for (const auto& name : names)
        if (!after.contains(name))
            base.remove(name);
    return base;
}

} // namespace

QJsonObject settingsDocument(const UserSettings& settings)
{
    QJsonArray alerts;
    for (const int alert : settings.budgets.alerts)
        alerts.append(alert);
    QJsonObject shortcuts;
    for (const auto& [id, keys] : settings.shortcuts)
        shortcuts.insert(id, QJsonArray::fromStringList(keys));
    const auto& refresh = settings.refresh;
    const auto& storage = settings.budgets.storage;
    const auto& told = settings.notifications;
    const auto& text = settings.appearance.textPercent;
    return {
        {u"appearance"_s, QJsonObject{{u"theme"_s, themeChoiceName(settings.appearance.theme)},
                                      {u"language"_s, settings.appearance.language},
                                      {u"textPercent"_s, text ? QJsonValue(*text) : QJsonValue()}}},
        {u"refresh"_s, QJsonObject{{u"automatic"_s, refresh.isAutomatic},
                                   {u"activeSeconds"_s, static_cast<qint64>(refresh.active.count())},
                                   {u"background"_s, refresh.isInBackground},
                                   {u"backgroundSeconds"_s, static_cast<qint64>(refresh.background.count())}}},
        {u"budgets"_s,
         QJsonObject{{u"storageBytes"_s, storage ? QJsonValue(*storage) : QJsonValue()}, {u"alertPercents"_s, alerts}}},
        {u"prices"_s, QJsonObject{{u"storagePerGibMonth"_s, settings.prices.storagePerGibMonth},
                                  {u"egressPerGib"_s, settings.prices.egressPerGib},
                                  {u"runnerPerMonth"_s, settings.prices.runnerPerMonth},
                                  {u"currency"_s, settings.prices.currency}}},
        {u"notifications"_s, QJsonObject{{u"on"_s, told.isOn},
                                         {u"failures"_s, told.isFailureTold},
                                         {u"ends"_s, told.isEndTold},
                                         {u"limit"_s, told.isLimitTold},
                                         {u"budget"_s, told.isBudgetTold}}},
        {u"start"_s,
         QJsonObject{{u"role"_s, settings.startRole ? startRoleName(*settings.startRole) : QString(kLastPage)}}},
        {u"tray"_s, QJsonObject{{u"shown"_s, settings.isTrayShown}}},
        {u"shortcuts"_s, shortcuts},
        {u"logging"_s, QJsonObject{{u"level"_s, logDetailName(settings.logDetail)}}},
        {u"palette"_s, QJsonObject{{u"recent"_s, QJsonArray::fromStringList(settings.recentCommands)}}},
    };
}

Result<ReadSettings> readSettings(const QByteArray& text, const QString& fileName)
{
    QJsonParseError wrong;
    const auto document = QJsonDocument::fromJson(text, &wrong);
    if (wrong.error != QJsonParseError::NoError) {
        const auto line = 1 + text.first(std::min<qsizetype>(wrong.offset, text.size())).count('\n');
        return failure(ErrorKind::InvalidFile, fileName, u"line %1: %2"_s.arg(line).arg(wrong.errorString()));
    }
    if (!document.isObject())
        return failure(ErrorKind::InvalidFile, fileName, u"expected an object"_s);
    ReadSettings read;
    SettingsReader in(text, document.object());
    readLook(in, read.settings);
    readNotifications(in, read.settings.notifications);
    readRefresh(in, read.settings.refresh);
    readMoney(in, read.settings);
    read.problems = in.problems();
    return read;
}

QByteArray writeSettings(const QByteArray& text, const UserSettings& before, const UserSettings& after)
{
    QJsonObject base = QJsonDocument::fromJson(text).object();
    if (!base.contains("version"_L1))
        base.insert("version"_L1, 1);
    return QJsonDocument(merged(base, settingsDocument(before), settingsDocument(after)))
        .toJson(QJsonDocument::Indented);
}

} // namespace slipway
