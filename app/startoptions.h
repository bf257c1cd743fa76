#pragma once

#include "app/session/deeplink.h"
#include "app/session/logoptions.h"
#include "app/session/target.h"
#include "views/theme/theme.h"

#include <QLocale>

#include <optional>

class QCommandLineParser;

namespace slipway
{

/// What the window is started for, as the command line says.
struct Start final {
    Target target;
    LogOptions log;
    QString tourFolder;
    std::optional<ThemeMode> theme;  ///< if one was asked for
    std::optional<QLocale> language; ///< likewise
    DeepLink place;
    QString wrongLink; ///< what was given as a link and cannot be read; to be told in the window

    [[nodiscard]] bool isTour() const { return !tourFolder.isEmpty(); }
    /// Pictures of a demo are the same everywhere and leave nothing behind; those of a real owner show what is known.
    [[nodiscard]] bool isDemoTour() const { return isTour() && !target.demo.isEmpty(); }
};

void addStartOptions(QCommandLineParser& parser);
/// What --help prints. Needs no QCoreApplication, in whose absence Qt does not know what the program is called.
[[nodiscard]] QString helpText(const QCommandLineParser& parser);
/// Errors: InvalidArgument, and those of reading the target.
[[nodiscard]] Result<Start> readStart(const QCommandLineParser& parser);
/// Names on the standard error the options that mean nothing to a window that is open already.
void tellIgnored(const QCommandLineParser& parser);
/// Tells an error on the standard error; gives the exit code of wrong use.
[[nodiscard]] int fail(const Error& error);

} // namespace slipway
