#include "app/startoptions.h"

#include "accounts/accountsfile.h"
#include "app/session/placeoptions.h"
#include "app/session/targetoptions.h"
#include "core/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cstdio>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The moment the demo organisations describe: pictures are the same every day.
constexpr auto kPictureTime = "2025-11-21T14:32:00Z"_L1;

Result<std::optional<ThemeMode>> readTheme(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"theme"_s))
        return std::nullopt;
    const QString name = parser.value(u"theme"_s);
    if (name == "light"_L1)
        return ThemeMode::Light;
    if (name == "dark"_L1)
        return ThemeMode::Dark;
    if (name == "high-contrast"_L1)
        return ThemeMode::HighContrast;
    if (name == "system"_L1)
        return ThemeMode::System;
    return failure(ErrorKind::InvalidArgument,
                   QCoreApplication::translate("Main", "--theme is light, dark, high-contrast or system"), name);
}

/// Unknown names are refused: Qt takes them for the C locale.
Result<std::optional<QLocale>> readLanguage(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"language"_s))
        return std::nullopt;
    const QString name = parser.value(u"language"_s);
    if (QLocale(name).language() == QLocale::C) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("Main", "--language is a language such as en or de"), name);
    }
    return QLocale(name);
}

/// Without a word about what to show: the first account, else a demo.
void chooseFirst(Target& target, bool isTour)
{
    const auto accounts = AccountsFile(target.dataFolder).load();
    if (!accounts)
        (void)fail(accounts.error());
    if (isTour || !accounts || accounts->empty())
        target.demo = u"northquay"_s;
    else
        target.accountName = accounts->front().name;
}

} // namespace

int fail(const Error& error)
{
    std::fprintf(stderr, "slipway: %s\n", qUtf8Printable(errorLine(error)));
    return 2;
}

void addStartOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QCoreApplication::translate(
        "Main", "The dashboard of a GitHub Container Registry. Without --owner, --demo or --profile it opens the first "
                "account, or the demo organisation northquay if there is none."));
    parser.addOptions(targetOptions());
    parser.addOptions(logOptions());
    parser.addOption(
        {u"theme"_s,
         QCoreApplication::translate("Main", "light, dark, high-contrast or system; without it, what was chosen last."),
         u"NAME"_s});
    parser.addOption(
        {u"language"_s,
         QCoreApplication::translate(
             "Main", "Language of the texts, such as de; without it, what was chosen last, or the system's."),
         u"NAME"_s});
    parser.addOption({u"tour"_s,
                      QCoreApplication::translate(
                          "Main", "Write a picture of every page to this folder, look whether all texts fit, and end."),
                      u"FOLDER"_s});
    addPlaceOptions(parser);
    parser.addOption({u"read-only"_s, QCoreApplication::translate("Main", "Change nothing on any server.")});
    parser.addHelpOption();
    parser.addVersionOption();
}

QString helpText(const QCommandLineParser& parser)
{
    return parser.helpText().replace(u"<executable_name>"_s, QCoreApplication::applicationName());
}

Result<Start> readStart(const QCommandLineParser& parser)
{
    auto target = readTarget(parser);
    if (!target)
        return std::unexpected(target.error());
    if (parser.isSet(u"read-only"_s))
        target->access = WriteAccess::StartedReadOnly;
    auto place = readPlace(parser, *target);
    if (!place)
        return std::unexpected(place.error());
    const auto theme = readTheme(parser);
    if (!theme)
        return std::unexpected(theme.error());
    const auto language = readLanguage(parser);
    if (!language)
        return std::unexpected(language.error());
    const bool isNamed = !target->owner.isEmpty() || !target->demo.isEmpty() || !target->profilePath.isEmpty();
    if (!isNamed && !place->owner.isEmpty())
        target = targetOfOwner(*target, place->owner);
    else if (!isNamed)
        chooseFirst(*target, parser.isSet(u"tour"_s));
    else if (target->demo.isEmpty() && target->owner.isEmpty())
        target->owner = place->owner;
    auto log = readLogOptions(parser, *target);
    if (!log)
        return std::unexpected(log.error());
    log->standardError = LogLevel::Warning;
    Start start{std::move(*target), std::move(*log),   parser.value(u"tour"_s), *theme,
                *language,          *std::move(place), readWrongLink(parser)};
    if (!start.wrongLink.isEmpty())
        (void)fail(parseDeepLink(start.wrongLink).error());
    if (start.isDemoTour() && !start.target.clock.isFixed())
        start.target.clock = Clock(QDateTime::fromString(kPictureTime, Qt::ISODate));
    return start;
}

void tellIgnored(const QCommandLineParser& parser)
{
    constexpr std::array kHeeded{"demo"_L1, "owner"_L1, "page"_L1, "data-dir"_L1};
    const QStringList names = parser.optionNames();
    for (const auto& name : names)
        if (std::ranges::find(kHeeded, name) == kHeeded.end())
            std::fprintf(stderr, "slipway: --%s has no effect, a window is open already\n", qUtf8Printable(name));
}

} // namespace slipway
