#include "app/session/logoptions.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Arguments", text);
}

} // namespace

QList<QCommandLineOption> logOptions()
{
    return {
        {u"log-file"_s, tr("Write the log to this file (default ~/.local/state/slipway/slipway.log)."), u"FILE"_s},
        {u"log-level"_s, tr("What is logged: debug, info (default), warning or error."), u"LEVEL"_s},
        {u"debug-info"_s, tr("Show versions, paths and settings for a bug report, and end.")},
    };
}

Result<LogOptions> readLogOptions(const QCommandLineParser& parser, const Target& target)
{
    LogOptions options;
    options.filePath = defaultLogFile(target.dataFolder);
    if (parser.isSet(u"log-file"_s)) {
        if (parser.value(u"log-file"_s).isEmpty())
            return failure(ErrorKind::InvalidArgument, tr("--log-file needs a file"));
        options.filePath = QFileInfo(parser.value(u"log-file"_s)).absoluteFilePath();
    }
    if (parser.isSet(u"log-level"_s)) {
        const auto level = parseLogLevel(parser.value(u"log-level"_s));
        if (!level)
            return std::unexpected(level.error());
        options.level = *level;
    }
    return options;
}

LogLevel logLevelOf(LogDetail detail)
{
    switch (detail) {
    case LogDetail::Debug:
        return LogLevel::Debug;
    case LogDetail::Info:
        return LogLevel::Info;
    case LogDetail::Warning:
        return LogLevel::Warning;
    case LogDetail::Error:
        return LogLevel::Error;
    }
    return LogLevel::Info;
}

QString defaultLogFile(const QString& dataFolder)
{
    if (dataFolder != defaultDataFolder())
        return dataFolder + u"/slipway.log"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + u"/slipway/slipway.log"_s;
}

} // namespace slipway
