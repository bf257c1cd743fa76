#include "app/dashboard/settingsdesk.h"
#include "app/program.h"
#include "app/session/debuginfo.h"
#include "app/session/singleinstance.h"
#include "core/heap.h"
#include "core/logcategories.h"
#include "log/log.h"
#include "translations/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <ksyntaxhighlighting_version.h>

#include <cstdio>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

/// An option wins over what was set.
LogOptions logOptionsOf(const Start& start, bool hasLogLevel, const UserSettings& settings)
{
    LogOptions options = start.log;
    if (!hasLogLevel)
        options.level = logLevelOf(settings.logDetail);
    return options;
}

/// Without a display: what the window would be shown with is told, not tried.
void printDebugInfo(const Start& start, bool hasLogLevel)
{
    const SettingsFile file(start.target.dataFolder);
    const auto read = file.look();
    DebugInfo info = debugInfo(start.target, logOptionsOf(start, hasLogLevel, read ? read->settings : UserSettings()));
    info.append(keptSettings(file));
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM");
    info.append({u"display"_s,
                 {{u"kf6"_s, QStringLiteral(KSYNTAXHIGHLIGHTING_VERSION_STRING)},
                  {u"platform"_s, platform.isEmpty() ? u"chosen at start"_s : platform},
                  {u"session"_s, qEnvironmentVariable("XDG_SESSION_TYPE", u"none"_s)},
                  {u"desktop"_s, qEnvironmentVariable("XDG_CURRENT_DESKTOP", u"none"_s)}}});
    std::fputs(qUtf8Printable(debugText(info)), stdout);
}

/// Whether a window that is open already has taken over what this start is for.
bool isHandedOver(SingleInstance& instance, const Start& start, const QCommandLineParser& parser, int argc, char** argv)
{
    if (start.isTour())
        return false;
    const QCoreApplication application(argc, argv);
    if (!instance.handOver({start.place, qEnvironmentVariable("XDG_ACTIVATION_TOKEN"), start.wrongLink}))
        return false;
    tellIgnored(parser);
    return true;
}

/// With a display: the program itself.
int runProgram(const Start& start, SingleInstance& instance, bool hasLogLevel, int argc, char** argv)
{
    SettingsFile settingsFile(start.target.dataFolder);
    const auto loaded = settingsFile.load();
    const UserSettings known = loaded ? loaded->settings : UserSettings();
    Log log(logOptionsOf(start, hasLogLevel, known));
    log.hide(start.target.token);
    qCInfo(logSession, "slipway " SLIPWAY_VERSION ", Qt %s, %s", qVersion(),
           qUtf8Printable(QSysInfo::prettyProductName()));
    QApplication application(argc, argv);
    const QLocale kept = known.appearance.language.isEmpty() ? QLocale() : QLocale(known.appearance.language);
    QLocale::setDefault(start.language.value_or(kept));
    installTranslations(application, QLocale());
    SettingsDesk settings(std::move(settingsFile), loaded);
    const int code = Program(application, start, {instance, settings, log}).run();
    qCInfo(logSession, "ended with exit code %d", code);
    return code;
}

} // namespace

int main(int argc, char** argv)
{
    shareHeaps();
    returnLargeBlocks();
    QCoreApplication::setApplicationName(u"slipway"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SLIPWAY_VERSION));
    QGuiApplication::setDesktopFileName(u"org.slipway.Slipway"_s);
    // Help, version and wrong use are answered before anything needs a display.
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QCommandLineParser parser;
    addStartOptions(parser);
    const bool isUnderstood = parser.parse(arguments);
    if (parser.isSet(u"help"_s) || parser.isSet(u"version"_s)) {
        const QString text = parser.isSet(u"help"_s) ? helpText(parser) : u"slipway " SLIPWAY_VERSION "\n"_s;
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
        printDebugInfo(*start, parser.isSet(u"log-level"_s));
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
    return runProgram(*start, instance, parser.isSet(u"log-level"_s), argc, argv);
}
