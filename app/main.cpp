#include "accounts/accountsfile.h"
#include "accounts/systemkeychain.h"
#include "app/ctl/signalwatch.h"
#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/desktopnotifier.h"
#include "app/dashboard/operationnotices.h"
#include "app/dashboard/placeopener.h"
#include "app/dashboard/settingsbinding.h"
#include "app/dashboard/settingsdesk.h"
#include "app/dashboard/windowbinding.h"
#include "app/desktopcontrast.h"
#include "app/mainwindow.h"
#include "app/quitguard.h"
#include "app/session/debuginfo.h"
#include "app/session/logoptions.h"
#include "app/session/placeoptions.h"
#include "app/session/singleinstance.h"
#include "app/session/targetoptions.h"
#include "app/tour.h"
#include "app/windowmemory.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "models/operationsmodel.h"
#include "translations/translations.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QEventLoop>
#include <QTemporaryDir>
#include <ksyntaxhighlighting_version.h>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// The moment the demo organisations describe: pictures are the same every day.
constexpr auto kPictureTime = "2025-11-21T14:32:00Z"_L1;

struct Start {
    Target target;
    LogOptions log;
    QString tourFolder;
    std::optional<ThemeMode> theme;  ///< if one was asked for
    std::optional<QLocale> language; ///< likewise
    DeepLink place;

    /// Pictures of a demo are the same everywhere and leave nothing behind; those of a real owner show what is known.
    [[nodiscard]] bool isDemoTour() const { return !tourFolder.isEmpty() && !target.demo.isEmpty(); }
};

int fail(const Error& error)
{
    std::fprintf(stderr, "slipway: %s\n", qUtf8Printable(errorLine(error)));
    return 2;
}

void addOptions(QCommandLineParser& parser)
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
    Start start{std::move(*target), std::move(*log), parser.value(u"tour"_s), *theme, *language, *std::move(place)};
    if (start.isDemoTour() && !start.target.clock.isFixed())
        start.target.clock = Clock(QDateTime::fromString(kPictureTime, Qt::ISODate));
    return start;
}

/// Without a display: what the window would be shown with is told, not tried.
void printDebugInfo(const Start& start)
{
    DebugInfo info = debugInfo(start.target, start.log);
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    info.append({u"display"_s,
                 {{u"kf6"_s, QStringLiteral(KSYNTAXHIGHLIGHTING_VERSION_STRING)},
                  {u"platform"_s, platform.isEmpty() ? u"chosen at start"_s : platform},
                  {u"session"_s, qEnvironmentVariable("XDG_SESSION_TYPE", u"none"_s)},
                  {u"desktop"_s, qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"none"_s)}}});
    std::fputs(qUtf8Printable(debugText(info)), stdout);
}

/// Ends the program once what runs has ended; this will be its exit code.
void endWith(DashboardSession& session, int code)
{
    QCoreApplication::instance()->setProperty("exitCode", code);
    session.stop();
}

/// Takes the pictures once the first reading has ended, then ends the program.
void runTour(MainWindow& window, DashboardSession& session, Tour& tour, const QString& demo)
{
    QObject::connect(
        &session, &DashboardSession::refreshEnded, &tour,
        [&window, &tour, &session, demo](const std::optional<Error>& error) {
            if (error) {
                endWith(session, fail(*error));
                return;
            }
            // A demo is served on another port every time; its pictures are the same all the same.
            if (!demo.isEmpty())
                window.setRegistryName(u"ghcr.io/"_s + demo);
            tour.start();
        },
        Qt::SingleShotConnection);
    QObject::connect(&session, &DashboardSession::openFailed, &tour,
                     [&session](const Error& error) { endWith(session, fail(error)); });
    QObject::connect(&tour, &Tour::finished, &session, [&session](const QStringList& faults) {
        for (const auto& fault : faults)
            std::fprintf(stderr, "slipway: %s\n", qUtf8Printable(fault));
        endWith(session, faults.isEmpty() ? 0 : 1);
    });
}

void noteShown(const MainWindow& window)
{
    const bool isDark = window.palette().color(QPalette::Window).lightness() < 128;
    qCInfo(logUi, "window of %d x %d at scale %.2f on %s, %s, %s", window.width(), window.height(),
           window.devicePixelRatio(), qUtf8Printable(QGuiApplication::platformName()), isDark ? "dark" : "light",
           qUtf8Printable(QLocale().bcp47Name()));
}

/// Options that mean nothing to a window that is open already.
void tellIgnored(const QCommandLineParser& parser)
{
    constexpr std::array kHeeded{"demo"_L1, "owner"_L1, "page"_L1, "data-dir"_L1};
    const QStringList names = parser.optionNames();
    for (const auto& name : names)
        if (std::ranges::find(kHeeded, name) == kHeeded.end())
            std::fprintf(stderr, "slipway: --%s has no effect, a window is open already\n", qUtf8Printable(name));
}

/// Whether a window that is open already has taken over what this start is for.
bool isHandedOver(SingleInstance& instance, const Start& start, const QCommandLineParser& parser, int argc, char** argv)
{
    if (!start.tourFolder.isEmpty())
        return false;
    const QCoreApplication application(argc, argv);
    if (!instance.handOver({start.place, qEnvironmentVariable("XDG_ACTIVATION_TOKEN")}))
        return false;
    tellIgnored(parser);
    return true;
}

/// What lives as long as the program, before there is a window.
struct Surroundings {
    SingleInstance& instance;
    SettingsDesk& settings;
    Log& log;
};

int runWindow(QApplication& application, const Start& start, const Surroundings& around)
{
    Log& log = around.log;
    Theme theme(application);
    DesktopContrast contrast(QDBusConnection::sessionBus());
    QObject::connect(&contrast, &DesktopContrast::changed, &theme, &Theme::setDesktopContrast);
    if (!start.isDemoTour())
        contrast.start();
    OperationsModel operations;
    DashboardSession session(operations);
    MainWindow window(theme, operations, log.ring());
    SystemKeychain keychain;
    Target base;
    base.dataFolder = start.target.dataFolder;
    base.apiVersion = start.target.apiVersion;
    base.isOffline = start.target.isOffline;
    base.access = start.target.access;
    base.clock = start.target.clock;
    AccountDesk desk(keychain, base);
    WindowBinding binding(window, session, desk, start.target);
    SettingsBinding settingsBinding(around.settings, window, session, log);
    // A tour changes the theme by itself, which is nobody's choice.
    if (start.tourFolder.isEmpty())
        settingsBinding.start(start.theme);
    QObject::connect(&session, &DashboardSession::opened, &session,
                     [&log](const Target& target) { log.hide(target.token); });
    const SignalWatch signalWatch;
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(qApp, &QGuiApplication::lastWindowClosed, &session, [&session] {
        qCInfo(logUi, "the window was closed");
        session.stop();
    });
    QObject::connect(&signalWatch, &SignalWatch::caught, &session, [&session](int number) {
        qCInfo(logUi, "ended by signal %d", number);
        session.stop();
    });
    QObject::connect(&session, &DashboardSession::stopped, qApp,
                     [] { QCoreApplication::exit(qApp->property("exitCode").toInt()); });
    std::optional<Tour> tour;
    if (!start.tourFolder.isEmpty())
        runTour(window, session, tour.emplace(window, start.tourFolder), start.target.demo);
    std::optional<WindowMemory> memory;
    if (start.tourFolder.isEmpty()) {
        memory.emplace(window, start.target.dataFolder).restore(start.target.viewName());
        QObject::connect(&session, &DashboardSession::opened, &*memory,
                         [&memory](const Target& target) { memory->show(target.viewName()); });
    }
    PlaceOpener places(window, session, binding);
    places.begin(start.place);
    QObject::connect(&around.instance, &SingleInstance::requested, &places, &PlaceOpener::open);
    const QuitGuard quitGuard(window, operations);
    DesktopNotifier notifier(QDBusConnection::sessionBus());
    const OperationNotices notices(operations, notifier, [&window] { return window.isActiveWindow(); });
    QObject::connect(&notifier, &DesktopNotifier::activated, &places,
                     [&places](const QString&, const QString& token) { places.open({{}, token}); });
    if (start.tourFolder.isEmpty())
        around.instance.listen();
    window.show();
    noteShown(window);
    binding.start();
    const int code = QApplication::exec();
    // Whoever ended the loop: nothing is destroyed before what runs has ended.
    if (!session.isIdle()) {
        QEventLoop draining;
        QObject::connect(&session, &DashboardSession::stopped, &draining, &QEventLoop::quit);
        session.stop();
        draining.exec();
    }
    if (!desk.isIdle()) {
        QEventLoop draining;
        QObject::connect(&desk, &AccountDesk::stopped, &draining, &QEventLoop::quit);
        desk.stop();
        draining.exec();
    }
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication::setApplicationName(u"slipway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QGuiApplication::setDesktopFileName(u"org.slipway.Slipway"_s);
    // Help, version and wrong use are answered before anything needs a display.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCommandLineParser parser;
    addOptions(parser);
    const bool isUnderstood = parser.parse(arguments);
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        const QString text = parser.isSet(u"help"_s) ? parser.helpText() : u"slipway " SLIPWAY_VERSION "\n"_s;
        std::fputs(qUtf8Printable(text), stdout);
        return 0;
    }
    if (!isUnderstood)
        return fail({ErrorKind::InvalidArgument, parser.errorText(), {}, std::nullopt});
    auto start = readStart(parser);
    if (!start)
        return fail(start.error());
    if (parser.isSet(u"debug-info"_s)) {
        const QCoreApplication application(argc, argv);
        printDebugInfo(*start);
        return 0;
    }
    const QTemporaryDir pictures;
    if (start->isDemoTour()) {
        start->target.dataFolder = pictures.path();
        if (!parser.isSet(u"log-file"_s))
            start->log.filePath = defaultLogFile(pictures.path());
    }
    SingleInstance instance(start->target.dataFolder);
    if (isHandedOver(instance, *start, parser, argc, argv))
        return 0;
    SettingsFile settingsFile(start->target.dataFolder);
    const auto loaded = settingsFile.load();
    const UserSettings known = loaded ? loaded->settings : UserSettings();
    if (!parser.isSet(u"log-level"_s))
        start->log.level = logLevelOf(known.logDetail);
    Log log(start->log);
    log.hide(start->target.token);
    qCInfo(logSession, "slipway " SLIPWAY_VERSION ", Qt %s, %s", qVersion(),
           qUtf8Printable(QSysInfo::prettyProductName()));
    QApplication application(argc, argv);
    const QLocale kept = known.appearance.language.isEmpty() ? QLocale() : QLocale(known.appearance.language);
    QLocale::setDefault(start->language.value_or(kept));
    installTranslations(application, QLocale());
    SettingsDesk settings(std::move(settingsFile), loaded);
    const int code = runWindow(application, *start, {instance, settings, log});
    qCInfo(logSession, "ended with exit code %d", code);
    return code;
}
