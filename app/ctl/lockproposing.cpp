#include "app/ctl/lockproposing.h"

#include "app/ctl/confirmation.h"
#include "app/ctl/driftlook.h"
#include "app/session/lockproposal.h"
#include "core/errortext.h"
#include "files/difftext.h"
#include "proposals/proposalsteps.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

const QString kCommand = u"lock write --pull-request"_s;

QString tr(const char* text)
{
    return QCoreApplication::translate("Commands", text);
}

std::vector<QStringView> linesOf(QStringView text)
{
    std::vector<QStringView> lines;
    const auto parts = text.split(u'\n');
    for (const QStringView line : parts)
        lines.push_back(line);
    if (!lines.empty() && lines.back().isEmpty())
        lines.pop_back();
    return lines;
}

QString diffOf(const LockProposal& proposed)
{
    const QString before = QString::fromUtf8(proposed.draft.before.text);
    const QString after = QString::fromUtf8(proposed.draft.text);
    const auto left = linesOf(before);
    const auto right = linesOf(after);
    const QString path = proposed.proposal.files.front().path;
    return unifiedDiff(left, right, diffLines(left, right).changes, {u"a/"_s + path, u"b/"_s + path});
}

QString previewText(const LockProposal& proposed)
{
    const Proposal& proposal = proposed.proposal;
    QString text =
        tr("Pull request in %1: %2 into %3").arg(proposal.repository.toText(), proposal.branch, proposal.base) + u'\n';
    if (const auto& pull = proposed.ground.pull)
        text += tr("It updates number %1, %2").arg(pull->number).arg(pull->page.toString()) + u'\n';
    const BranchBrings brings = branchBrings(proposal, proposed.ground);
    if (brings.hasCommits)
        text += tr("The branch is there already; commits it has of its own will be in the pull request.") + u'\n';
    if (brings.hasOtherFile) {
        text += tr("The branch has another %1 than %2; it is replaced.").arg(proposal.files.front().path, proposal.base)
                + u'\n';
    }
    if (proposed.draft.isIncomplete)
        text += tr("Not everything could be read; what was pinned of it stays.") + u'\n';
    text += proposal.title + u"\n\n"_s + proposal.body + u"\n\n"_s
            + lockChangesText(proposed.draft.merged, proposed.draft.before.conflicts);
    return text + u'\n' + diffOf(proposed);
}

QString wordOf(ProposalEnd end)
{
    switch (end) {
    case ProposalEnd::NothingToDo:
        return u"nothing"_s;
    case ProposalEnd::Opened:
        return u"opened"_s;
    case ProposalEnd::Updated:
        return u"updated"_s;
    case ProposalEnd::Unchanged:
        return u"unchanged"_s;
    }
    return {};
}

QJsonObject documentOf(const LockProposal& proposed, const QString& result, const std::optional<PullRequest>& pull,
                       int changes)
{
    const Proposal& proposal = proposed.proposal;
    return {{u"repository"_s, proposal.repository.toText()},
            {u"base"_s, proposal.base},
            {u"branch"_s, proposal.branch},
            {u"path"_s, proposal.files.front().path},
            {u"title"_s, proposal.title},
            {u"body"_s, proposal.body},
            {u"result"_s, result},
            {u"complete"_s, !proposed.draft.isIncomplete},
            {u"changes"_s, changes},
            {u"pullRequest"_s,
             pull ? QJsonValue(QJsonObject{{u"number"_s, pull->number}, {u"url"_s, pull->page.toString()}})
                  : QJsonValue(QJsonValue::Null)}};
}

QString endText(const LockProposal& proposed, const ProposalOutcome& outcome)
{
    const Proposal& proposal = proposed.proposal;
    switch (outcome.end) {
    case ProposalEnd::NothingToDo:
        break;
    case ProposalEnd::Opened:
        return tr("Opened %1").arg(outcome.pull->page.toString());
    case ProposalEnd::Updated:
        return tr("Updated %1").arg(outcome.pull->page.toString());
    case ProposalEnd::Unchanged:
        return tr("%1 says just this already").arg(outcome.pull->page.toString());
    }
    return tr("%1 in %2 of %3 is up to date; there is nothing to propose.")
        .arg(proposal.files.front().path, proposal.base, proposal.repository.toText());
}

CommandResult resultOf(const Invocation& invocation, const LockProposal& proposed, const ProposalOutcome& outcome)
{
    CommandResult result;
    const bool isStopped = outcome.stopped.has_value();
    const QString word = isStopped ? u"stopped"_s : wordOf(outcome.end);
    if (invocation.format == OutputFormat::Json) {
        result.output = QString::fromUtf8(
            QJsonDocument(documentOf(proposed, word, outcome.pull, outcome.changes)).toJson(QJsonDocument::Indented));
    } else if (!isStopped) {
        result.output = endText(proposed, outcome) + u'\n';
    }
    result.code = proposed.draft.isIncomplete ? ExitCode::PartlyDone : ExitCode::Done;
    if (isStopped) {
        const ExitCode code = exitCodeFor(*outcome.stopped);
        result.code = outcome.changes > 0 && code != ExitCode::TryLater ? ExitCode::PartlyDone : code;
        result.notice =
            errorText(*outcome.stopped).what + u' '
            + (outcome.changes > 0 ? tr("What was done stays; the same command goes on where this stopped.")
                                   : tr("Whether that arrived is not known; the same command looks first."));
    } else if (proposed.draft.isIncomplete) {
        result.notice = tr("Not everything could be read; what was pinned of it stays.");
    }
    return result;
}

Result<void> checkOptions(const Invocation& invocation)
{
    for (const auto& other : {u"check"_s, u"output"_s}) {
        if (invocation.values.contains(other))
            return failure(ErrorKind::InvalidArgument, tr("--pull-request and --%1 exclude each other").arg(other));
    }
    return {};
}

} // namespace

QList<QCommandLineOption> lockProposalOptions()
{
    return {
        {u"pull-request"_s, tr("Bring the lock file into its repository by a pull request, after a preview.")},
        {u"preview"_s, tr("Only show what a pull request or issues would say; nothing is changed.")},
        {u"yes"_s, tr("Do not ask.")},
        {u"repository"_s, tr("The repository of the lock file; by default the profile's."), u"OWNER/NAME"_s},
        {u"base"_s, tr("The branch the pull request is for; by default the profile's, else the default one."),
         u"BRANCH"_s},
        {u"branch"_s, tr("The pull request's own branch; by default slipway/ and the file's path."), u"BRANCH"_s},
        {u"path"_s, tr("The lock file's path in the repository; by default the profile's."), u"PATH"_s},
    };
}

Result<void> checkWithoutProposal(const Invocation& invocation)
{
    const auto options = lockProposalOptions();
    for (const auto& option : options) {
        const QString name = option.names().constFirst();
        if (name != "pull-request"_L1 && invocation.values.contains(name))
            return failure(ErrorKind::InvalidArgument, tr("--%1 goes with --pull-request only").arg(name));
    }
    return {};
}

Task<Result<CommandResult>> runLockProposal(Invocation invocation, Connection& connection, std::stop_token stop)
{
    if (auto checked = checkOptions(invocation); !checked)
        co_return std::unexpected(checked.error());
    const bool isPreview = invocation.values.contains(u"preview"_s);
    if (auto may = mayChangeRepository(invocation, connection, kCommand); !may && !isPreview)
        co_return std::unexpected(may.error());
    const LockHomeWish wish{invocation.values.value(u"repository"_s), invocation.values.value(u"base"_s),
                            invocation.values.value(u"branch"_s), invocation.values.value(u"path"_s)};
    const auto home = lockHome(connection.profile(), connection.target().owner, wish);
    if (!home)
        co_return std::unexpected(home.error());
    const auto read = co_await driftSnapshot(invocation, connection, stop);
    if (!read)
        co_return std::unexpected(read.error());
    const SnapshotPtr snapshot = read->current.snapshot;
    auto made = makeLock(*snapshot, ReferenceGraph(*snapshot), read->classes, connection.profile().drift);
    const ProposalTools tools = proposalToolsOf(connection, u"slipwayctl"_s);
    const auto proposed = co_await draftLockProposal(tools, *home, std::move(made), snapshot, false, stop);
    if (!proposed)
        co_return std::unexpected(proposed.error());
    if (proposed->isSame())
        co_return resultOf(invocation, *proposed, {});
    const QString preview = previewText(*proposed);
    if (isPreview) {
        QJsonObject document = documentOf(*proposed, u"preview"_s, proposed->ground.pull, 0);
        document.insert(u"diff"_s, diffOf(*proposed));
        co_return CommandResult{proposed->draft.isIncomplete ? ExitCode::PartlyDone : ExitCode::Done,
                                invocation.format == OutputFormat::Json
                                    ? QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented))
                                    : preview};
    }
    std::fprintf(stderr, "%s\n", qUtf8Printable(preview));
    const QString name = proposed->proposal.repository.name;
    if (auto confirmed = confirm(
            invocation,
            tr("This pushes to %1 in %2").arg(proposed->proposal.branch, proposed->proposal.repository.toText()), name);
        !confirmed)
        co_return std::unexpected(confirmed.error());
    const auto outcome = co_await proposeChange(tools, proposed->proposal, proposed->ground, {}, stop);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    co_return resultOf(invocation, *proposed, *outcome);
}

} // namespace slipway
