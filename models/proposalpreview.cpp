#include "models/proposalpreview.h"

#include "core/errortext.h"
#include "proposals/proposalsteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ProposalWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::ProposalDialog)
};

struct IssueWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::IssuesDialog)
};

QString wordOf(IssueAct act)
{
    switch (act) {
    case IssueAct::Open:
        return IssueWords::tr("Opened: %1");
    case IssueAct::Update:
        return IssueWords::tr("Updated: %1");
    case IssueAct::Close:
        return IssueWords::tr("Closed, resolved: %1");
    case IssueAct::CloseDouble:
        return IssueWords::tr("Closed, there are two: %1");
    case IssueAct::Same:
        return IssueWords::tr("Unchanged: %1");
    case IssueAct::ClosedByHand:
        return IssueWords::tr("Closed by hand, stays so: %1");
    case IssueAct::Unknown:
        return IssueWords::tr("Could not be checked, stays open: %1");
    }
    return u"%1"_s;
}

int countOf(const std::vector<IssueStep>& steps, IssueAct act)
{
    return static_cast<int>(std::ranges::count(steps, act, &IssueStep::act));
}

} // namespace

QStringList proposalLines(const ProposalPreview& preview)
{
    const Proposal& proposal = preview.proposal;
    const QString path = proposal.files.front().path;
    if (preview.draft.isSame()) {
        return {ProposalWords::tr("%1 in %2 of %3 is what the registry has. There is nothing to propose.")
                    .arg(path, proposal.base, proposal.repository.toText())};
    }
    QStringList lines{ProposalWords::tr("Repository: %1").arg(proposal.repository.toText()),
                      ProposalWords::tr("Branch: %1, to be merged into %2").arg(proposal.branch, proposal.base),
                      ProposalWords::tr("Title: %1").arg(proposal.title)};
    if (const auto& pull = preview.ground.pull)
        lines.append(
            ProposalWords::tr("Pull request %1 is open for this branch and is brought up to date.").arg(pull->number));
    const BranchBrings brings = branchBrings(proposal, preview.ground);
    if (brings.hasCommits) {
        lines.append(
            ProposalWords::tr("The branch is there already; commits it has of its own will be in the pull request."));
    }
    if (brings.hasOtherFile)
        lines.append(ProposalWords::tr("The branch has another %1 than %2; it is replaced.").arg(path, proposal.base));
    if (preview.draft.isIncomplete)
        lines.append(ProposalWords::tr("Not everything could be read; what was pinned of it stays."));
    return lines;
}

QString proposalFailureText(const Error& error)
{
    const ErrorText text = errorText(error);
    return text.advice.isEmpty() ? text.what : text.what + u'\n' + text.advice;
}

QString proposalEndLine(const ProposalPreview& preview, const ProposalOutcome& outcome)
{
    if (outcome.stopped) {
        return errorText(*outcome.stopped).what + u' '
               + (outcome.changes > 0
                      ? ProposalWords::tr("What was pushed stays; pressing again goes on where this stopped.")
                      : ProposalWords::tr("Whether that arrived is not known; pressing again looks first."));
    }
    const int number = outcome.pull ? outcome.pull->number : 0;
    switch (outcome.end) {
    case ProposalEnd::NothingToDo:
        break;
    case ProposalEnd::Opened:
        return ProposalWords::tr("Pull request %1 is open.").arg(number);
    case ProposalEnd::Updated:
        return ProposalWords::tr("Pull request %1 is up to date now.").arg(number);
    case ProposalEnd::Unchanged:
        return ProposalWords::tr("Pull request %1 says just this already; nothing was pushed.").arg(number);
    }
    return ProposalWords::tr("%1 has it already; nothing was pushed.").arg(preview.proposal.base);
}

int IssuesPreview::changes() const
{
    return static_cast<int>(std::ranges::count_if(steps, &IssueStep::isChange));
}

QString issuesSummary(const IssuesPreview& preview)
{
    const QString repository = preview.matters.repository.toText();
    if (preview.changes() == 0)
        return IssueWords::tr("The issues in %1 are as the findings are. There is nothing to do.").arg(repository);
    QStringList parts;
    if (const int count = countOf(preview.steps, IssueAct::Open); count > 0)
        parts.append(IssueWords::tr("%n issue(s) to open", nullptr, count));
    if (const int count = countOf(preview.steps, IssueAct::Update); count > 0)
        parts.append(IssueWords::tr("%n to update", nullptr, count));
    const int closing = countOf(preview.steps, IssueAct::Close) + countOf(preview.steps, IssueAct::CloseDouble);
    if (closing > 0)
        parts.append(IssueWords::tr("%n to close", nullptr, closing));
    return IssueWords::tr("%1: %2.", "repository; what would be done").arg(repository, parts.join(u", "_s));
}

QStringList issueLines(const IssuesPreview& preview)
{
    const auto word = [](IssueAct act) {
        switch (act) {
        case IssueAct::Open:
            return IssueWords::tr("open: %1");
        case IssueAct::Update:
            return IssueWords::tr("update: %1");
        case IssueAct::Close:
            return IssueWords::tr("close, resolved: %1");
        case IssueAct::CloseDouble:
            return IssueWords::tr("close, there are two: %1");
        case IssueAct::Same:
        case IssueAct::ClosedByHand:
        case IssueAct::Unknown:
            break;
        }
        return wordOf(act);
    };
    QStringList lines;
    for (const IssueStep& step : preview.steps) {
        const QString number = step.number == 0 ? QString() : u" #%1"_s.arg(step.number);
        lines.append(word(step.act).arg(step.title) + number);
    }
    return lines;
}

QString issueText(const IssueStep& step)
{
    return step.isChange() ? step.body : IssueWords::tr("Its text stays as it is.");
}

QString issuesEndLine(const IssueOutcome& outcome)
{
    return outcome.isWhole() ? IssueWords::tr("All of it is done.")
                             : IssueWords::tr("Not all of it is done; look again to go on.");
}

QStringList issueEndLines(const IssueOutcome& outcome)
{
    QStringList lines;
    for (const IssueStep& step : outcome.done)
        lines.append(wordOf(step.act).arg(step.page.toString()));
    for (const IssueStep& step : outcome.left)
        lines.append(IssueWords::tr("Left, it is not as it was shown any more: %1").arg(step.title));
    for (const FailedIssue& one : outcome.failed)
        lines.append(IssueWords::tr("Failed: %1: %2").arg(one.step.title, errorText(one.error).what));
    if (outcome.stopped)
        lines.append(errorText(*outcome.stopped).what);
    return lines;
}

} // namespace slipway
