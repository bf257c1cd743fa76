#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace slipway
{

/// `slipwayctl simulate …`: prints `{"apiUrl","registryUrl","owner"}` in one line, then serves until SIGTERM or SIGINT.
/// `arguments` begin with the command's name; `now` is `--now`. Returns the exit code: 0 after a signal, 1 when the
/// port or the log cannot be had, 2 for wrong use and unreadable files. Runs the event loop of the application.
[[nodiscard]] int runSimulate(const QStringList& arguments, std::optional<QDateTime> now);

} // namespace slipway
