#pragma once

#include "app/session/deeplink.h"
#include "app/session/target.h"

#include <QCommandLineParser>

namespace slipway
{

/// --page, and the link as an argument.
void addPlaceOptions(QCommandLineParser& parser);

/// Where the window is to begin; empty where nothing was said, or with a link of ours that cannot be read. Errors:
/// InvalidArgument for what cannot be a link or a page, for a second argument, and for a link and options that
/// contradict one another.
[[nodiscard]] Result<DeepLink> readPlace(const QCommandLineParser& parser, const Target& target);

/// A link of ours that cannot be read; empty if there is none. A browser starts the program with it, where nobody sees
/// a standard error: it is told in the window.
[[nodiscard]] QString readWrongLink(const QCommandLineParser& parser);

/// The target that shows this owner: the first account that has it, else the demo organisation of that name, else the
/// owner on the target's servers. Everything else is the target's.
[[nodiscard]] Target targetOfOwner(Target target, const QString& owner);

} // namespace slipway
