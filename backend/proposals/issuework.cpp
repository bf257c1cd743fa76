#include "proposals/issuework.h"

#include "net/retryingtransport.h"
#include "proposals/uncertain.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds kBeforeLook{200};

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

QString actionOf(IssueAct act)
{
    return act == IssueAct::Open ? u"issue.open"_s : act == IssueAct::Update ? u"issue.update"_s : u"issue.close"_s;
}

Task<Result<Issue>> changed(IssueTools tools, RepositoryName repository, QString label, IssueStep step,
                            std::stop_token stop)
{
    switch (step.act) {
    case IssueAct::Open:
        co_return co_await tools.issues.open(repository, step.title, step.body, label, CallContext(stop));
    case IssueAct::Update:
        co_return co_await tools.issues.update(repository, step.number, step.body, CallContext(stop));
    case IssueAct::Close:
    case IssueAct::CloseDouble:
        co_return co_await tools.issues.close(repository, step.number, step.body, CallContext(stop));
    case IssueAct::Same:
    case IssueAct::ClosedByHand:
    case IssueAct::Unknown:
        break;
    }
    co_return failure(ErrorKind::InvalidArgument, step.title);
}

/// The step, and what the audit says of it before and after.
Task<Result<Issue>> doStep(IssueTools tools, TrackedMatters matters, IssueStep step, std::stop_token stop)
{
    const QString action = actionOf(step.act);
    const QString number = step.number == 0 ? QString() : u" #%1"_s.arg(step.number);
    const QString subject = matters.repository.toText() + number + u' ' + step.key;
    if (auto begun = tools.auditor.write(action, subject, u"begun"_s); !begun)
        co_return std::unexpected(begun.error());
    const auto issue = co_await changed(tools, matters.repository, matters.label, step, stop);
    if (!issue) {
        const auto told = tools.auditor.write(action, subject, errorKindName(issue.error().kind), issue.error().detail);
        co_return std::unexpected(told ? issue.error() : told.error());
    }
    const auto told = tools.auditor.write(action, subject, u"done"_s, issue->page.toString());
    // Who has no row for what was done stops here, and does not do it again: it is there.
    static_cast<void>(told);
    co_return issue;
}

/// Why an issue that was just opened will not be found again. GitHub tells labels apart without regard to case.
std::optional<Error> lostLabel(const TrackedMatters& matters, const IssueStep& step, const Issue& issue)
{
    if (step.act != IssueAct::Open || issue.labels.contains(matters.label, Qt::CaseInsensitive))
        return std::nullopt;
    return Error{ErrorKind::Refused,
                 tr("issue %1 was opened without the label %2: the token may not set labels")
                     .arg(issue.number)
                     .arg(matters.label),
                 tr("set it by hand, or it is opened again the next time"),
                 {}};
}

const IssueStep* sameStep(const std::vector<IssueStep>& steps, const IssueStep& step)
{
    const auto found = std::ranges::find(steps, step);
    return found == steps.end() ? nullptr : &*found;
}

/// The step with the number of its issue, if the steps that are left say that it was done: nothing is to be done with
/// its issue any more. An issue that was closed is not among them.
std::optional<IssueStep> asDone(const std::vector<IssueStep>& now, IssueStep step)
{
    const bool isOpening = step.act == IssueAct::Open;
    const auto found = std::ranges::find_if(now, [&](const IssueStep& left) {
        return isOpening ? left.key == step.key && left.number != 0 : left.number == step.number;
    });
    if (found == now.end())
        return isOpening ? std::nullopt : std::optional(std::move(step));
    const bool isClosing = step.act == IssueAct::Close || step.act == IssueAct::CloseDouble;
    if (isClosing || found->act != IssueAct::Same)
        return std::nullopt;
    step.number = found->number;
    step.page = found->page;
    return step;
}

} // namespace

IssueTools issueTools(HttpTransport& transport, const GithubAccess& access, Auditor auditor)
{
    const Clock clock = auditor.clock;
    return {RepositoryClient(transport, access, clock), Issues(transport, access, clock), std::move(auditor)};
}

Task<Result<std::vector<IssueStep>>> planTracking(IssueTools tools, TrackedMatters matters, std::stop_token stop)
{
    const QString repository = matters.repository.toText();
    const auto facts = co_await tools.repositories.facts(matters.repository, CallContext(stop));
    if (!facts)
        co_return std::unexpected(facts.error());
    if (facts->isArchived)
        co_return failure(ErrorKind::Refused, tr("%1 is archived and takes no changes").arg(repository));
    if (!facts->hasIssues)
        co_return failure(ErrorKind::Refused, tr("%1 has its issues switched off").arg(repository));
    if (facts->mayLabel == false) {
        co_return failure(ErrorKind::Refused, tr("the token's owner may not set labels in %1").arg(repository),
                          tr("ask for the role Triage or Write"));
    }
    const auto list = co_await tools.issues.labelled(matters.repository, matters.label, CallContext(stop));
    if (!list)
        co_return std::unexpected(list.error());
    // An issue on a page that was not read would be opened once more.
    if (!list->isComplete())
        co_return std::unexpected(list->problems.front());
    co_return Result<std::vector<IssueStep>>(planIssues(matters.name, matters.matters, matters.fateOf, list->rows));
}

Task<Result<IssueOutcome>> trackMatters(IssueTools tools, TrackedMatters matters, std::vector<IssueStep> shown,
                                        std::function<void(size_t done, size_t total)> progress, std::stop_token stop)
{
    std::erase_if(shown, [](const IssueStep& step) { return !step.isChange(); });
    auto now = co_await planTracking(tools, matters, stop);
    if (!now)
        co_return std::unexpected(now.error());
    IssueOutcome outcome;
    for (size_t i = 0; i < shown.size() && !outcome.stopped; ++i) {
        if (progress)
            progress(i, shown.size());
        // Two may be at it at once: an issue that the other opened meanwhile is not opened again.
        if (shown[i].act == IssueAct::Open && i > 0) {
            now = co_await planTracking(tools, matters, stop);
            if (!now) {
                outcome.stopped = now.error();
                outcome.left.insert(outcome.left.end(), shown.begin() + static_cast<std::ptrdiff_t>(i), shown.end());
                break;
            }
        }
        if (!sameStep(*now, shown[i])) {
            outcome.left.push_back(shown[i]);
            continue;
        }
        auto done = co_await doStep(tools, matters, shown[i], stop);
        if (!done && isUncertain(done.error())) {
            // It may have happened: only what is still to be done is done once more.
            co_await pause(kBeforeLook, stop);
            auto again = co_await planTracking(tools, matters, stop);
            if (!again) {
                done = std::unexpected(again.error());
                outcome.stopped = again.error();
            } else {
                now = std::move(again);
                if (!sameStep(*now, shown[i])) {
                    // Somebody else changed it meanwhile, or it was done.
                    auto made = asDone(*now, shown[i]);
                    (made ? outcome.done : outcome.left).push_back(made ? *std::move(made) : shown[i]);
                    continue;
                }
                done = co_await doStep(tools, matters, shown[i], stop);
            }
        }
        const auto lost = done ? lostLabel(matters, shown[i], *done) : std::nullopt;
        if (done && !lost) {
            IssueStep step = shown[i];
            step.number = done->number;
            step.page = done->page;
            outcome.done.push_back(std::move(step));
            continue;
        }
        const Error error = lost ? *lost : done.error();
        const ErrorKind kind = error.kind;
        outcome.failed.push_back({shown[i], error});
        // The next ones would lose it as well, and all be opened once more the next time.
        if (lost || kind == ErrorKind::Cancelled || kind == ErrorKind::Unauthorized || kind == ErrorKind::FileAccess
            || isUncertain(error))
            outcome.stopped = error;
        // What was not reached is told, too.
        if (outcome.stopped)
            outcome.left.insert(outcome.left.end(), shown.begin() + static_cast<std::ptrdiff_t>(i) + 1, shown.end());
    }
    if (progress)
        progress(shown.size(), shown.size());
    co_return Result<IssueOutcome>(std::move(outcome));
}

} // namespace slipway
