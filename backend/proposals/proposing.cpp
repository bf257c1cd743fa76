#include "proposals/proposing.h"

#include "net/retryingtransport.h"
#include "proposals/proposalsteps.h"
#include "proposals/uncertain.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kLargestFile = qint64{64} << 20;
/// How often it is looked again after a change that failed, before that is told.
constexpr int kMostLooks = 3;
constexpr std::chrono::milliseconds kBeforeLook{200};

QString tr(const char* text)
{
    return QCoreApplication::translate("slipway", text);
}

/// What a step came to.
struct Done final {
    std::optional<PullRequest> pull;
    QString commit;
};

QString actionOf(ProposalAct act)
{
    switch (act) {
    case ProposalAct::Nothing:
        break;
    case ProposalAct::CreateBranch:
        return u"proposal.branch"_s;
    case ProposalAct::ResetBranch:
    case ProposalAct::Forward:
        return u"proposal.move"_s;
    case ProposalAct::WriteFile:
        return u"proposal.file"_s;
    case ProposalAct::OpenPull:
        return u"proposal.open"_s;
    case ProposalAct::UpdatePull:
        return u"proposal.update"_s;
    }
    return {};
}

/// "northquay/platform slipway/build-lock build-lock.json".
QString subjectOf(const Proposal& proposal, const ProposalGround& ground, const ProposalStep& step)
{
    QString subject = proposal.repository.toText() + u' ' + proposal.branch;
    if (step.act == ProposalAct::WriteFile)
        subject += u' ' + proposal.files[step.file].path;
    if (step.act == ProposalAct::UpdatePull)
        subject += u" #"_s + QString::number(ground.pull->number);
    return subject;
}

Task<Result<Done>> movedBranch(ProposalTools tools, Proposal proposal, ProposalGround ground, ProposalAct act,
                               std::stop_token stop)
{
    const auto move = act == ProposalAct::ResetBranch ? BranchMove::Force : BranchMove::Forward;
    Result<void> done;
    if (act == ProposalAct::CreateBranch)
        done = co_await tools.changes.createBranch(proposal.repository, proposal.branch, ground.baseCommit,
                                                   CallContext(stop));
    else
        done = co_await tools.changes.moveBranch(proposal.repository, proposal.branch, ground.baseCommit, move,
                                                 CallContext(stop));
    if (!done)
        co_return std::unexpected(done.error());
    co_return Result<Done>(Done());
}

Task<Result<Done>> writtenFile(ProposalTools tools, Proposal proposal, ProposalGround ground, size_t index,
                               std::stop_token stop)
{
    const ProposedFile& file = proposal.files[index];
    const auto& there = ground.files[index].atBranch;
    FileChange change{proposal.branch, file.path, file.bytes, there ? there->blob : QString(), proposal.title};
    const auto commit = co_await tools.changes.writeFile(proposal.repository, std::move(change), CallContext(stop));
    if (!commit)
        co_return std::unexpected(commit.error());
    co_return Result<Done>(Done{std::nullopt, *commit});
}

Task<Result<Done>> toldPull(ProposalTools tools, Proposal proposal, ProposalGround ground, std::stop_token stop)
{
    const RepositoryName repository = proposal.repository;
    Result<PullRequest> pull;
    if (ground.pull) {
        pull = co_await tools.pulls.update(repository, ground.pull->number, pullText(ground.pull->body, proposal),
                                           CallContext(stop));
    } else {
        PullRequestText text{proposal.branch, ground.base, proposal.title, pullText({}, proposal)};
        pull = co_await tools.pulls.open(repository, std::move(text), CallContext(stop));
    }
    if (!pull)
        co_return std::unexpected(pull.error());
    co_return Result<Done>(Done{*std::move(pull), {}});
}

Task<Result<Done>> doStep(ProposalTools tools, Proposal proposal, ProposalGround ground, ProposalStep step,
                          std::stop_token stop)
{
    switch (step.act) {
    case ProposalAct::Nothing:
        break;
    case ProposalAct::CreateBranch:
    case ProposalAct::ResetBranch:
    case ProposalAct::Forward:
        co_return co_await movedBranch(std::move(tools), std::move(proposal), std::move(ground), step.act, stop);
    case ProposalAct::WriteFile:
        co_return co_await writtenFile(std::move(tools), std::move(proposal), std::move(ground), step.file, stop);
    case ProposalAct::OpenPull:
    case ProposalAct::UpdatePull:
        co_return co_await toldPull(std::move(tools), std::move(proposal), std::move(ground), stop);
    }
    co_return Result<Done>(Done());
}

/// The step, and what the audit says of it before and after.
Task<Result<Done>> doAudited(ProposalTools tools, Proposal proposal, ProposalGround ground, ProposalStep step,
                             std::stop_token stop)
{
    const QString action = actionOf(step.act);
    const QString subject = subjectOf(proposal, ground, step);
    if (auto begun = tools.auditor.write(action, subject, u"begun"_s); !begun)
        co_return std::unexpected(begun.error());
    auto done = co_await doStep(tools, proposal, ground, step, stop);
    const QString page = done && done->pull ? done->pull->page.toString() : QString();
    const auto told = done
                          ? tools.auditor.write(action, subject, u"done"_s, page)
                          : tools.auditor.write(action, subject, errorKindName(done.error().kind), done.error().detail);
    // What was done is done: a row that is missing afterwards is no reason to do it again.
    if (!told && !done)
        co_return std::unexpected(told.error());
    co_return done;
}

ProposalEnd endOf(bool hadPull, int changes, const ProposalOutcome& outcome)
{
    if (!outcome.pull)
        return ProposalEnd::NothingToDo;
    if (!hadPull)
        return ProposalEnd::Opened;
    return changes > 0 ? ProposalEnd::Updated : ProposalEnd::Unchanged;
}

} // namespace

ProposalTools proposalTools(HttpTransport& transport, const GithubAccess& access, Auditor auditor)
{
    const Clock clock = auditor.clock;
    return {RepositoryClient(transport, access, clock), RepositoryChanges(transport, access, clock),
            PullRequests(transport, access, clock), std::move(auditor)};
}

Task<Result<ProposalGround>> lookAtProposal(ProposalTools tools, Proposal proposal, std::stop_token stop)
{
    const RepositoryName repository = proposal.repository;
    ProposalGround ground;
    auto facts = co_await tools.repositories.facts(repository, CallContext(stop));
    if (!facts)
        co_return std::unexpected(facts.error());
    ground.facts = *std::move(facts);
    ground.base = proposal.base.isEmpty() ? ground.facts.defaultBranch : proposal.base;
    const auto base = co_await tools.repositories.branch(repository, ground.base, CallContext(stop));
    if (!base)
        co_return std::unexpected(base.error());
    if (!*base)
        co_return failure(ErrorKind::NotFound, tr("the branch %1 of %2").arg(ground.base, repository.toText()));
    ground.baseCommit = **base;
    auto branch = co_await tools.repositories.branch(repository, proposal.branch, CallContext(stop));
    if (!branch)
        co_return std::unexpected(branch.error());
    ground.branchCommit = *std::move(branch);
    for (const ProposedFile& file : proposal.files) {
        SeenFile seen{file.path, {}, {}};
        auto atBase = co_await tools.repositories.fileAt(repository, file.path, ground.baseCommit, kLargestFile,
                                                         CallContext(stop));
        if (!atBase)
            co_return std::unexpected(atBase.error());
        seen.atBase = *std::move(atBase);
        seen.atBranch = seen.atBase;
        if (ground.branchCommit && *ground.branchCommit != ground.baseCommit) {
            auto atBranch = co_await tools.repositories.fileAt(repository, file.path, *ground.branchCommit,
                                                               kLargestFile, CallContext(stop));
            if (!atBranch)
                co_return std::unexpected(atBranch.error());
            seen.atBranch = *std::move(atBranch);
        }
        ground.files.push_back(std::move(seen));
    }
    const auto pulls = co_await tools.pulls.ofBranch(repository, proposal.branch, CallContext(stop));
    if (!pulls)
        co_return std::unexpected(pulls.error());
    for (const PullRequest& pull : *pulls) {
        const bool isHere = pull.base == ground.base;
        auto& place = !pull.isOpen ? ground.past : isHere ? ground.pull : ground.elsewhere;
        if (!place)
            place = pull;
    }
    co_return Result<ProposalGround>(std::move(ground));
}

Task<Result<ProposalOutcome>> proposeChange(ProposalTools tools, Proposal proposal, ProposalGround shown,
                                            ProposalProgressSink progress, std::stop_token stop)
{
    auto looked = co_await lookAtProposal(tools, proposal, stop);
    if (!looked)
        co_return std::unexpected(looked.error());
    ProposalGround ground = *std::move(looked);
    if (auto may = mayPropose(proposal, ground); !may)
        co_return std::unexpected(may.error());
    if (auto same = isAsShown(proposal, shown, ground); !same)
        co_return std::unexpected(same.error());
    const bool hadPull = ground.pull.has_value();
    const int total = static_cast<int>(proposal.files.size()) + 2;
    ProposalOutcome outcome;
    int looks = 0;
    bool mayHaveArrived = false; ///< a change whose answer said neither yes nor no
    for (;;) {
        if (progress)
            progress({std::min(outcome.changes, total), total});
        const ProposalStep step = nextStep(proposal, ground);
        if (step.act == ProposalAct::Nothing)
            break;
        const auto done = co_await doAudited(tools, proposal, ground, step, stop);
        if (done) {
            ++outcome.changes;
            ground = groundAfter(std::move(ground), proposal, step, done->pull, done->commit);
            continue;
        }
        const Error& error = done.error();
        if (step.act == ProposalAct::Forward && error.kind == ErrorKind::Refused) {
            ground.hasOwnCommits = true;
            continue;
        }
        mayHaveArrived = mayHaveArrived || isUncertain(error);
        const bool mayHelp = isUncertain(error) || error.kind == ErrorKind::Refused;
        if (!mayHelp || looks++ == kMostLooks) {
            outcome.stopped = error;
            break;
        }
        co_await pause(kBeforeLook, stop);
        auto again = co_await lookAtProposal(tools, proposal, stop);
        if (again) {
            if (auto same = isBaseAsShown(shown, *again); !same)
                again = std::unexpected(same.error());
        }
        // Refused although nobody changed anything: it will be so the next time.
        if (again)
            again->hasOwnCommits = again->hasOwnCommits || ground.hasOwnCommits;
        if (!again || (error.kind == ErrorKind::Refused && *again == ground)) {
            outcome.stopped = again ? error : again.error();
            break;
        }
        // What is there now that was not: the change arrived, whatever became of its answer.
        if (isUncertain(error) && nextStep(proposal, *again) != step)
            ++outcome.changes;
        ground = *std::move(again);
    }
    outcome.pull = ground.pull;
    outcome.end = isInBase(proposal, ground) ? ProposalEnd::NothingToDo : endOf(hadPull, outcome.changes, outcome);
    // What was asked for when a person stopped it may have arrived.
    const bool isOpen = outcome.stopped && (mayHaveArrived || outcome.stopped->kind == ErrorKind::Cancelled);
    if (outcome.stopped && outcome.changes == 0 && !isOpen)
        co_return std::unexpected(*outcome.stopped);
    co_return Result<ProposalOutcome>(std::move(outcome));
}

} // namespace slipway
