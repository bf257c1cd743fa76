#pragma once

#include "app/session/target.h"
#include "log/log.h"
#include "settings/usersettings.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>

namespace slipway
{

/// The options about the log and about the program itself: the same for the window and for slipwayctl.
[[nodiscard]] QList<QCommandLineOption> logOptions();

/// What they say. Errors: InvalidArgument.
[[nodiscard]] Result<LogOptions> readLogOptions(const QCommandLineParser& parser, const Target& target);

[[nodiscard]] LogLevel logLevelOf(LogDetail detail);

/// $XDG_STATE_HOME/slipway/slipway.log; beside the store where another data folder than the usual one is used.
[[nodiscard]] QString defaultLogFile(const QString& dataFolder);

} // namespace slipway
