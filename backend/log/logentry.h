#pragma once

#include "core/error.h"

#include <QString>

#include <cstdint>

namespace slipway
{

enum class LogLevel : std::uint8_t { Debug, Info, Warning, Error };

/// One line of the log, already without secrets and control characters.
struct LogEntry final {
    quint64 id = 0;  ///< counts from 1 in each process
    qint64 time = 0; ///< milliseconds since 1970 in UTC
    LogLevel level = LogLevel::Info;
    QString category; ///< "slipway.net", "qt.network.ssl", "default"
    QString message;

    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

/// "debug", "info", "warning", "error": in files and options.
[[nodiscard]] QString logLevelName(LogLevel level);

/// The reverse; InvalidArgument for any other word.
[[nodiscard]] Result<LogLevel> parseLogLevel(const QString& name);

/// "2025-11-21T14:32:00.123Z info slipway.net GET …": an entry as the file has it, without a line end.
[[nodiscard]] QString logLine(const LogEntry& entry);

/// Text that is one line and harms no terminal: control characters as \n, \t or \x1b, and at most 4,000 characters.
[[nodiscard]] QString singleLine(const QString& text);

} // namespace slipway
