#include "app/ctl/findingissuing.h"

#include "app/ctl/confirmation.h"
#include "app/session/findingissues.h"
#include "app/session/lockproposal.h"
#include "core/errortext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cstdio>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

QString wordOf(IssueAct act)
{
    switch (act) {
    case IssueAct::Open:
        return tr("open");
    case IssueAct::Update:
        return tr("update");
    case IssueAct::Close:
        return tr("close, resolved");
    case IssueAct::CloseDouble:
        return tr("close, there are two");
    case IssueAct::Same:
        return tr("unchanged");
    case IssueAct::ClosedByHand:
        return tr("closed by hand, stays so");
    case IssueAct::Unknown:
        return tr("could not be checked, stays");
    }
    return {};
}

QString lineOf(const IssueStep& step)
{
    const QString number = step.number == 0 ? QString() : u" #%1"_s.arg(step.number);
    return u"  %1%2  %3\n"_s.arg(wordOf(step.act), number, step.title);
}

/// What the issue is to say, further in.
QString bodyOf(const IssueStep& step)
{
    if (!step.isChange())
        return {};
    QString text;
    const auto lines = QStringView(step.body).split(u'\n');
    for (const QStringView line : lines)
        text += line.isEmpty() ? u"\n"_s : u"      "_s + line.toString() + u'\n';
    return text;
}

QJsonObject objectOf(const IssueStep& step)
{
    return {{u"act"_s, issueActName(step.act)},
            {u"key"_s, step.key},
            {u"title"_s, step.title},
            {u"number"_s, step.number == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(step.number)},
            {u"body"_s, step.isChange() ? QJsonValue(step.body) : QJsonValue(QJsonValue::Null)},
            {u"url"_s, step.page.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(step.page.toString())}};
}

QJsonArray arrayOf(const std::vector<IssueStep>& steps)
{
    QJsonArray array;
    for (const IssueStep& step : steps)
        array.append(objectOf(step));
    return array;
}

QString plannedText(const FindingIssues& issues)
{
    QString text = tr("Issues in %1:").arg(issues.repository) + u'\n';
    for (const IssueStep& step : issues.planned)
        text += lineOf(step) + bodyOf(step);
    return issues.planned.empty() ? tr("Issues in %1: none, and none are needed.").arg(issues.repository) + u'\n'
                                  : text;
}

} // namespace

QList<QCommandLineOption> findingIssueOptions()
{
    return {
        {u"issues"_s, tr("Keep an issue for each finding, after a preview; the profile has to ask for it.")},
        {u"preview"_s, tr("Only show what a pull request or issues would say; nothing is changed.")},
        {u"yes"_s, tr("Do not ask.")},
    };
}

Task<Result<FindingIssues>> runFindingIssues(Invocation invocation, Connection& connection, DriftAnswer answer,
                                             std::stop_token stop)
{
    FindingIssues issues;
    issues.isPreview = invocation.values.contains(u"preview"_s);
    if (auto may = mayChangeRepository(invocation, connection, u"drift --issues"_s); !may && !issues.isPreview)
        co_return std::unexpected(may.error());
    const Profile& profile = connection.profile();
    if (!profile.repository.hasIssues) {
        co_return failure(ErrorKind::InvalidArgument, tr("The profile asks for no issues of findings"),
                          tr("repository: { name: OWNER/NAME, issues: true }"));
    }
    auto repository = parseRepositoryName(profile.repository.name, connection.target().owner);
    if (!repository)
        co_return std::unexpected(repository.error());
    issues.repository = repository->toText();
    const auto matters = findingMatters(*std::move(repository), connection.target().owner, answer.lives, answer.looked);
    const IssueTools tools = issueToolsOf(connection, u"slipwayctl"_s);
    auto planned = co_await planTracking(tools, matters, stop);
    if (!planned)
        co_return std::unexpected(planned.error());
    issues.planned = *std::move(planned);
    const auto changes = std::ranges::count_if(issues.planned, &IssueStep::isChange);
    if (issues.isPreview || changes == 0)
        co_return Result<FindingIssues>(std::move(issues));
    std::fprintf(stderr, "%s\n", qUtf8Printable(plannedText(issues)));
    const QString count = QString::number(changes);
    if (auto confirmed = confirm(invocation, tr("This changes %1 issues of %2").arg(count, issues.repository), count);
        !confirmed)
        co_return std::unexpected(confirmed.error());
    auto outcome = co_await trackMatters(tools, matters, issues.planned, {}, stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    issues.outcome = *std::move(outcome);
    co_return Result<FindingIssues>(std::move(issues));
}

QJsonObject findingIssuesDocument(const FindingIssues& issues)
{
    QJsonArray failed;
    for (const FailedIssue& one : issues.outcome.failed) {
        QJsonObject object = objectOf(one.step);
        object.insert(u"error"_s, errorLine(one.error));
        failed.append(object);
    }
    return {{u"repository"_s, issues.repository},
            {u"preview"_s, issues.isPreview},
            {u"planned"_s, arrayOf(issues.planned)},
            {u"done"_s, arrayOf(issues.outcome.done)},
            {u"left"_s, arrayOf(issues.outcome.left)},
            {u"failed"_s, failed},
            {u"stopped"_s,
             issues.outcome.stopped ? QJsonValue(errorLine(*issues.outcome.stopped)) : QJsonValue(QJsonValue::Null)}};
}

QString findingIssuesText(const FindingIssues& issues)
{
    const IssueOutcome& outcome = issues.outcome;
    if (issues.isPreview || outcome == IssueOutcome())
        return u'\n' + plannedText(issues);
    QString text = u'\n' + tr("Issues in %1:").arg(issues.repository) + u'\n';
    for (const IssueStep& step : outcome.done)
        text += u"  %1  %2\n"_s.arg(wordOf(step.act), step.page.toString());
    for (const IssueStep& step : outcome.left)
        text += tr("  left: %1: not reached, or not as it was shown any more").arg(step.title) + u'\n';
    for (const FailedIssue& one : outcome.failed)
        text += tr("  failed: %1: %2").arg(one.step.title, errorText(one.error).what) + u'\n';
    return text;
}

QString findingIssuesNotice(const FindingIssues& issues)
{
    const IssueOutcome& outcome = issues.outcome;
    if (!outcome.stopped)
        return {};
    const QString what = errorText(*outcome.stopped).what;
    return outcome.done.empty() ? what
                                : what + u' ' + tr("What was done stays; the same command goes on where this stopped.");
}

ExitCode codeWith(const FindingIssues& issues, ExitCode code)
{
    if (issues.outcome.stopped && exitCodeFor(*issues.outcome.stopped) == ExitCode::TryLater)
        return ExitCode::TryLater;
    return issues.outcome.isWhole() ? code : ExitCode::PartlyDone;
}

} // namespace slipway
