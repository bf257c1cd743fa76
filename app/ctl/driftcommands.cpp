#include "app/ctl/driftcommands.h"

#include "app/ctl/driftlook.h"
#include "app/ctl/findingissuing.h"
#include "app/ctl/lockcommands.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

Task<Result<CommandResult>> runDrift(Invocation invocation, Connection& connection, std::stop_token stop)
{
    for (const auto& option : {u"preview"_s, u"yes"_s}) {
        if (invocation.values.contains(option) && !invocation.values.contains(u"issues"_s))
            co_return failure(ErrorKind::InvalidArgument, tr("--%1 goes with --issues only").arg(option));
    }
    const auto checks = readDriftChecks(invocation.values);
    if (!checks)
        co_return std::unexpected(checks.error());
    const auto lock = lockToCheck(invocation.values.value(u"lock"_s), connection.profile().drift);
    if (!lock)
        co_return std::unexpected(lock.error());
    const auto answer = co_await lookForDrift(invocation, connection, *checks, *lock, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    QJsonObject document = driftDocument(*answer);
    QString text = driftText(*answer);
    ExitCode code = answer->code();
    QStringList notices{unknownNotice(*lock)};
    if (invocation.values.contains(u"issues"_s)) {
        const auto issues = co_await runFindingIssues(invocation, connection, *answer, stop);
        if (!issues)
            co_return std::unexpected(issues.error());
        document.insert(u"issues"_s, findingIssuesDocument(*issues));
        text += findingIssuesText(*issues);
        notices.append(findingIssuesNotice(*issues));
        code = codeWith(*issues, code);
    }
    const bool isJson = invocation.format == OutputFormat::Json;
    co_return CommandResult{code, isJson ? QString::fromUtf8(QJsonDocument(document).toJson()) : text,
                            notices.join(u'\n').trimmed()};
}

Result<CommandResult> runAcknowledge(const Invocation& invocation, Connection& connection)
{
    bool isNumber = false;
    const qint64 id = invocation.argument.toLongLong(&isNumber);
    if (!isNumber)
        return failure(ErrorKind::InvalidArgument, tr("drift acknowledge takes the id of a finding"),
                       invocation.argument);
    const QString day = invocation.values.value(u"until"_s);
    auto until = QDateTime::fromString(day, Qt::ISODate).toUTC();
    if (const auto date = QDate::fromString(day, Qt::ISODate); day.size() == 10 && date.isValid())
        until = date.startOfDay(QTimeZone::UTC);
    return acknowledgeFinding(connection, id, invocation.values.value(u"reason"_s), until)
        .transform([&](const FindingLife& life) {
            DriftAnswer answer;
            answer.lives.push_back(life);
            const QJsonObject all = driftDocument(answer);
            const auto document = all.value(u"findings"_s).toArray().first().toObject();
            return CommandResult{
                ExitCode::Done,
                invocation.format == OutputFormat::Json
                    ? QString::fromUtf8(QJsonDocument(document).toJson())
                    : tr("%1: acknowledged until %2.").arg(life.finding.image, until.toUTC().toString(Qt::ISODate))
                          + u'\n'};
        });
}

} // namespace

QList<CommandShape> driftCommands()
{
    QList<CommandShape> commands{
        {u"drift acknowledge"_s,
         tr("Take note of a finding: until a time it fails no check."),
         {{u"reason"_s, tr("Why; required."), u"TEXT"_s},
          {u"until"_s, tr("When it counts again: 2026-03-01 or a time; required."), u"TIME"_s}},
         u"ID"_s},
        {u"drift"_s,
         tr("Look for drift: lock, CPU/GPU layers, bases, CUDA, SBOMs; exit code 3 on an error."),
         {{u"lock"_s, tr("The lock file to check against; by default the profile's."), u"FILE"_s},
          {u"only"_s, tr("Make these checks alone, with commas between: lock, cpu-gpu, identical, base, cuda, sbom."),
           u"CHECKS"_s}}},
    };
    commands.last().options.append(findingIssueOptions());
    commands.append(lockCommands());
    return commands;
}

bool isDriftCommand(const QString& command)
{
    const auto commands = driftCommands();
    return std::ranges::any_of(commands, [&](const CommandShape& shape) { return shape.name == command; });
}

Task<Result<CommandResult>> runDriftCommand(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (invocation.command == "drift acknowledge"_L1)
        co_return runAcknowledge(invocation, connection);
    if (invocation.command == "drift"_L1)
        co_return co_await runDrift(std::move(invocation), connection, std::move(stop));
    co_return co_await runLockCommand(std::move(invocation), connection, std::move(stop));
}

} // namespace slipway
