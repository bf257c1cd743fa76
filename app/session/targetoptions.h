#pragma once

#include "app/session/target.h"
#include "core/error.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>

namespace slipway
{

/// The options that say which owner on which servers is meant: the same for the window and for slipwayctl.
[[nodiscard]] QList<QCommandLineOption> targetOptions();

/// The target they describe; the token comes from the environment. Errors: InvalidArgument.
[[nodiscard]] Result<Target> readTarget(const QCommandLineParser& parser);

} // namespace slipway
