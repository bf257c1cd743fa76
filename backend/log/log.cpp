#include "log/log.h"

#include "core/errortext.h"
#include "core/redact.h"
#include "log/rotatingfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLoggingCategory>

#include <cstdio>
#include <shared_mutex>
#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kShortestSecret = 8;

spdlog::level::level_enum toSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

LogLevel toLevel(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return LogLevel::Debug;
    case QtInfoMsg:
        return LogLevel::Info;
    case QtWarningMsg:
        return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
        return LogLevel::Error;
    }
    return LogLevel::Info;
}

/// What categories let through. Qt's own chatter stays off until QT_LOGGING_RULES asks for it, which Qt obeys first.
QString filterRules(LogLevel level)
{
    QString rules = u"slipway.*.debug=%1\nslipway.*.info=%2\n"_s.arg(level <= LogLevel::Debug ? u"true"_s : u"false"_s,
                                                                     level <= LogLevel::Info ? u"true"_s : u"false"_s);
    if (level > LogLevel::Debug)
        rules += u"default.debug=false\n"_s;
    if (level > LogLevel::Info)
        rules += u"default.info=false\n"_s;
    if (level > LogLevel::Warning)
        rules += u"*.warning=false\n"_s;
    return rules;
}

class FileSink final : public spdlog::sinks::base_sink<std::mutex>
{
public:
    explicit FileSink(const LogOptions& options)
        : m_file(options.filePath, options.mostBytes, options.files)
    {
        // As logLine() writes it.
        set_formatter_(
            std::make_unique<spdlog::pattern_formatter>("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc));
    }

protected:
    void sink_it_(const spdlog::details::log_msg& message) override
    {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        if (const auto written = m_file.append({line.data(), line.size()}); !written)
            throw spdlog::spdlog_ex(errorLine(written.error()).toStdString());
    }
    void flush_() override {} // each line is with the kernel already

private:
    RotatingFile m_file;
};

/// True while this thread is inside the handler: what is logged there would go round for ever.
thread_local bool isHandling = false;

class HandlingMark final
{
public:
    HandlingMark() { isHandling = true; }
    ~HandlingMark() { isHandling = false; }
    HandlingMark(const HandlingMark&) = delete;
    HandlingMark& operator=(const HandlingMark&) = delete;
};

} // namespace

class Log::Writer final
{
public:
    explicit Writer(LogOptions options);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void write(QtMsgType type, const char* category, const QString& message);
    void setLevel(LogLevel level);

    LogOptions options;
    LogRing ring;
    std::mutex secretsMutex;
    QStringList secrets;

private:
    /// Qt's handler is a plain function, so it has to find the one that is installed by itself.
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message);
    [[nodiscard]] QString withoutSecrets(QString message);
    void makeSinks();
    void tellOnce(const std::string& problem);

    static inline std::shared_mutex s_installedMutex;
    static inline Writer* s_installed = nullptr;

    spdlog::logger m_logger;
    std::atomic_bool m_hasToldProblem = false;
    QtMessageHandler m_before = nullptr;
};

Log::Writer::Writer(LogOptions chosen)
    : options(std::move(chosen))
    , ring(options.ringCapacity)
    , m_logger("slipway")
{
    makeSinks();
    m_logger.set_error_handler([this](const std::string& problem) { tellOnce(problem); });
    {
        const std::unique_lock lock(s_installedMutex);
        s_installed = this;
    }
    setLevel(options.level);
    m_before = qInstallMessageHandler(&Writer::handle);
}

Log::Writer::~Writer()
{
    qInstallMessageHandler(m_before);
    QLoggingCategory::setFilterRules({});
    const std::unique_lock lock(s_installedMutex);
    s_installed = nullptr;
}

void Log::Writer::setLevel(LogLevel level)
{
    options.level = level;
    m_logger.set_level(toSpdlog(level));
    QLoggingCategory::setFilterRules(filterRules(level));
}

void Log::Writer::makeSinks()
{
    if (!options.filePath.isEmpty())
        m_logger.sinks().push_back(std::make_shared<FileSink>(options));
    if (!options.standardError)
        return;
    auto terminal = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    terminal->set_pattern("%l %v");
    terminal->set_level(toSpdlog(*options.standardError));
    m_logger.sinks().push_back(std::move(terminal));
}

void Log::Writer::handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (isHandling) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(singleLine(redact(message))));
        return;
    }
    const HandlingMark mark;
    const std::shared_lock held(s_installedMutex);
    if (s_installed)
        s_installed->write(type, context.category, message);
}

QString Log::Writer::withoutSecrets(QString message)
{
    {
        const std::scoped_lock lock(secretsMutex);
        for (const auto& secret : std::as_const(secrets))
            message.replace(secret, u"[redacted]"_s);
    }
    return singleLine(redact(std::move(message)));
}

void Log::Writer::write(QtMsgType type, const char* category, const QString& message)
{
    LogEntry entry;
    entry.time = QDateTime::currentMSecsSinceEpoch();
    entry.level = toLevel(type);
    entry.category = QString::fromUtf8(category ? category : "default");
    entry.message = withoutSecrets(message);
    const QByteArray text = (entry.category + u' ' + entry.message).toUtf8();
    const std::chrono::sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(entry.time)};
    m_logger.log(time, {}, toSpdlog(entry.level), {text.constData(), static_cast<size_t>(text.size())});
    ring.append(std::move(entry));
}

void Log::Writer::tellOnce(const std::string& problem)
{
    if (m_hasToldProblem.exchange(true))
        return;
    const QString text =
        QCoreApplication::translate("slipway", "The log file cannot be written; logging goes on without it.") + u' '
        + QString::fromStdString(problem);
    std::fprintf(stderr, "%s\n", qUtf8Printable(text));
    ring.append({0, QDateTime::currentMSecsSinceEpoch(), LogLevel::Warning, u"slipway.session"_s, singleLine(text)});
}

Log::Log(LogOptions options)
    : m_writer(std::make_unique<Writer>(std::move(options)))
{
}

Log::~Log() = default;

LogRing& Log::ring()
{
    return m_writer->ring;
}

const QString& Log::filePath() const
{
    return m_writer->options.filePath;
}

void Log::setLevel(LogLevel level)
{
    m_writer->setLevel(level);
}

void Log::hide(const QString& secret)
{
    if (secret.size() < kShortestSecret)
        return;
    const std::scoped_lock lock(m_writer->secretsMutex);
    if (!m_writer->secrets.contains(secret))
        m_writer->secrets.append(secret);
}

} // namespace slipway
