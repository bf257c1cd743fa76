#include "log/logentry.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kLongest = 4'000;
constexpr std::array kLevels{LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error};

/// C0 and C1 controls, and the marks that end a line or turn the direction of text.
bool isControl(QChar c)
{
    const char16_t u = c.unicode();
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029 || (u >= 0x202a && u <= 0x202e)
           || (u >= 0x2066 && u <= 0x2069);
}

QString escaped(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
        return u"\\n"_s;
    case u'\r':
        return u"\\r"_s;
    case u'\t':
        return u"\\t"_s;
    default:
        return u"\\x%1"_s.arg(c.unicode(), 2, 16, QLatin1Char('0'));
    }
}

} // namespace

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return u"debug"_s;
    case LogLevel::Info:
        return u"info"_s;
    case LogLevel::Warning:
        return u"warning"_s;
    case LogLevel::Error:
        return u"error"_s;
    }
    return u"info"_s;
}

Result<LogLevel> parseLogLevel(const QString& name)
{
    const auto found = std::ranges::find_if(kLevels, [&](LogLevel level) { return logLevelName(level) == name; });
    if (found != kLevels.end())
        return *found;
    return failure(ErrorKind::InvalidArgument,
                   QCoreApplication::translate("Arguments", "--log-level is debug, info, warning or error"), name);
}

QString logLine(const LogEntry& entry)
{
    const QString time = QDateTime::fromMSecsSinceEpoch(entry.time, QTimeZone::UTC).toString(Qt::ISODateWithMs);
    return time + u' ' + logLevelName(entry.level) + u' ' + entry.category + u' ' + entry.message;
}

QString singleLine(const QString& text)
{
    QString kept = text.size() > kLongest ? text.first(kLongest - 1) + u'…' : text;
    if (std::ranges::none_of(kept, isControl))
        return kept;
    QString line;
    line.reserve(kept.size() + 16);
    for (const QChar c : std::as_const(kept)) {
        if (isControl(c))
            line += escaped(c);
        else
            line += c;
    }
    return line;
}

} // namespace slipway
