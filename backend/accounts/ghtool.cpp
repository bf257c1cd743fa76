#include "accounts/ghtool.h"

#include "accounts/accounttoken.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <memory>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

enum class GhEnd : std::uint8_t { Finished, NotStarted, TimedOut, Stopped };

void prepare(QProcess& process, const QString& program, const QString& host)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GH_PROMPT_DISABLED"_s, u"1"_s);
    environment.insert(u"NO_COLOR"_s, u"1"_s);
    process.setProcessEnvironment(environment);
    process.setProgram(program);
    process.setArguments({u"auth"_s, u"token"_s, u"--hostname"_s, host});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
}

Task<GhEnd> runToEnd(QProcess& process, std::stop_token stop, std::chrono::milliseconds timeLimit)
{
    const Arrival<GhEnd> end;
    QObject::connect(&process, &QProcess::finished, &process, [end] { end.deliver(GhEnd::Finished); });
    QObject::connect(&process, &QProcess::errorOccurred, &process, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end.deliver(GhEnd::NotStarted);
    });
    QTimer::singleShot(timeLimit, &process, [end] { end.deliver(GhEnd::TimedOut); });
    const std::stop_callback onStop(stop, [end] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [end] { end.deliver(GhEnd::Stopped); }, Qt::QueuedConnection);
    });
    process.start(QIODevice::ReadOnly);
    co_return co_await end;
}

} // namespace

Task<Result<QString>> tokenFromGh(QString host, std::stop_token stop, std::chrono::milliseconds timeLimit)
{
    const QString tool = u"gh"_s;
    const QString program = QStandardPaths::findExecutable(tool);
    if (program.isEmpty())
        co_return failure(ErrorKind::ToolMissing, tool);
    // Deleted from the event loop: the signal that ends the wait may still be on its stack.
    const std::unique_ptr<QProcess, QScopedPointerDeleteLater> process(new QProcess);
    prepare(*process, program, host);
    const GhEnd end = co_await runToEnd(*process, stop, timeLimit);
    if (end != GhEnd::Finished)
        process->kill();
    switch (end) {
    case GhEnd::NotStarted:
        co_return failure(ErrorKind::ToolMissing, tool);
    case GhEnd::TimedOut:
        co_return failure(ErrorKind::Timeout, tool);
    case GhEnd::Stopped:
        co_return failure(ErrorKind::Cancelled, tool);
    case GhEnd::Finished:
        break;
    }
    const bool isDone = process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
    const QString token = isDone ? QString::fromUtf8(process->readAllStandardOutput()).trimmed() : QString();
    if (!isToken(token)) {
        co_return failure(ErrorKind::SecretNotFound, QCoreApplication::translate("Accounts", "gh for %1").arg(host),
                          QCoreApplication::translate("Accounts", "log in with: gh auth login"));
    }
    co_return Result<QString>(token);
}

} // namespace slipway
