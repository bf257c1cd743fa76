#pragma once

#include "log/logring.h"

#include <memory>
#include <optional>

namespace slipway
{

struct LogOptions final {
    QString filePath; ///< empty: no file
    LogLevel level = LogLevel::Info;
    std::optional<LogLevel> standardError; ///< from this level on also for whoever looks at the terminal
    qint64 mostBytes = 5LL * 1024 * 1024;  ///< of one file
    int files = 5;                         ///< the current one and the older ones
    size_t ringCapacity = LogRing::kUsualCapacity;
};

/// Takes over Qt's messages, Slipway's own categories among them, for as long as it lives: into a file, into a ring for
/// the window, to standard error. Nothing gets there before credentials were cut out (redact()) and it was made one
/// line. Made once, in a program's main function; Qt knows one message handler for a process, so a second one would
/// only replace the first. Lines may come from any thread.
///
/// A file that cannot be written is said once, on standard error and in the ring, and tried again with each line.
class Log final
{
public:
    explicit Log(LogOptions options);
    /// Qt's messages go where they went before.
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    [[nodiscard]] LogRing& ring();
    [[nodiscard]] const QString& filePath() const;

    /// From here on this text never appears in any line: for tokens whose shape gives nothing away. Shorter than eight
    /// characters is left alone, or half of every line would go.
    void hide(const QString& secret);
    /// What is logged from here on.
    void setLevel(LogLevel level);

private:
    class Writer;
    std::unique_ptr<Writer> m_writer;
};

} // namespace slipway
