#include "app/dashboard/proposaldesk.h"

#include "app/dashboard/dashboardsession.h"
#include "app/dashboard/driftnotes.h"
#include "app/session/findingissues.h"
#include "core/poolrun.h"
#include "core/threadrun.h"
#include "models/operationsmodel.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

const QString kWho = u"slipway"_s;

MadeLock madeLockOf(std::shared_ptr<const DriftGround> ground)
{
    return makeLock(ground->snapshot(), *ground->inventory->graph, ground->classes, ground->policy, &ground->configs);
}

ProposalPreviewPtr previewOf(const LockProposal& proposed)
{
    auto preview = std::make_shared<ProposalPreview>();
    preview->proposal = proposed.proposal;
    preview->ground = proposed.ground;
    preview->draft = proposed.draft;
    preview->diff = lockDiff(proposed.draft.before.text, proposed.draft.text);
    return preview;
}

/// Stopped by a person, or with the session.
class EitherStop final
{
public:
    EitherStop(const std::stop_token& operation, const std::stop_token& session)
        : m_byPerson(operation, Request{m_both})
        , m_bySession(session, Request{m_both})
    {
    }
    [[nodiscard]] std::stop_token token() const { return m_both.get_token(); }

private:
    struct Request {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };

    std::stop_source m_both;
    std::stop_callback<Request> m_byPerson;
    std::stop_callback<Request> m_bySession;
};

} // namespace

ProposalDesk::ProposalDesk(DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

Operation* ProposalDesk::begin(const QString& id, const QString& title, const QString& consequence)
{
    if (!m_session.connection() || m_session.stopToken().stop_requested())
        return nullptr;
    auto* operation = new Operation(id, title, this);
    operation->setConsequence(consequence);
    m_session.operations().add(operation);
    return operation;
}

void ProposalDesk::end(Operation* operation, const std::optional<Error>& error)
{
    if (!error)
        operation->finish();
    else if (error->kind == ErrorKind::Cancelled)
        operation->markCancelled();
    else
        operation->fail(*error);
    operation->deleteLater();
}

/// Called on the reading thread.
void ProposalDesk::tell(Operation* operation, qint64 done, qint64 total)
{
    QMetaObject::invokeMethod(
        operation, [operation, done, total] { operation->setProgress(done, total, OperationUnit::None); },
        Qt::QueuedConnection);
}

void ProposalDesk::preview(const DriftLookPtr& look)
{
    if (!look)
        return;
    if (auto* operation = begin(u"proposal.look"_s, tr("Look at the lock file in the repository"), {}))
        runPreview(operation, look, m_session.stopToken());
}

Task<void> ProposalDesk::runPreview(Operation* operation, DriftLookPtr look, std::stop_token stop)
{
    const auto held = m_session.hold();
    const EitherStop either(operation->stopToken(), stop);
    auto* connection = m_session.connection();
    const auto home = lockHome(connection->profile(), connection->target().owner);
    if (!home) {
        end(operation, home.error());
        Q_EMIT previewed(std::unexpected(home.error()));
        co_return;
    }
    auto made = co_await runInPool(madeLockOf, look->ground);
    const auto proposed = co_await runOn(m_session.readingContext(), [connection, home = *home, made = std::move(made),
                                                                      ground = look->ground, token = either.token()] {
        return draftLockProposal(proposalToolsOf(*connection, kWho), home, made, ground->inventory->snapshot,
                                 !ground->isWhole, token);
    });
    if (!proposed) {
        end(operation, proposed.error());
        if (!stop.stop_requested())
            Q_EMIT previewed(std::unexpected(proposed.error()));
        co_return;
    }
    const auto shown = co_await runInPool([proposal = *proposed] { return previewOf(proposal); });
    end(operation, std::nullopt);
    if (!stop.stop_requested())
        Q_EMIT previewed(shown);
}

void ProposalDesk::push(const ProposalPreviewPtr& preview)
{
    const QString title = tr("Pull request in %1").arg(preview->proposal.repository.toText());
    if (auto* operation = begin(u"proposal.push"_s, title, tr("What was pushed stays; pressing again goes on.")))
        runPush(operation, preview, m_session.stopToken());
}

Task<void> ProposalDesk::runPush(Operation* operation, ProposalPreviewPtr preview, std::stop_token stop)
{
    const auto held = m_session.hold();
    const EitherStop either(operation->stopToken(), stop);
    const auto progress = [this, operation](ProposalProgress now) { tell(operation, now.done, now.total); };
    const auto outcome = co_await runOn(m_session.readingContext(), [connection = m_session.connection(), preview,
                                                                     progress, token = either.token()] {
        return proposeChange(proposalToolsOf(*connection, kWho), preview->proposal, preview->ground, progress, token);
    });
    end(operation, outcome ? outcome->stopped : outcome.error());
    if (!stop.stop_requested())
        Q_EMIT pushed(preview, outcome);
}

void ProposalDesk::previewIssues(const DriftLookPtr& look)
{
    if (!look)
        return;
    if (auto* operation = begin(u"issues.look"_s, tr("Look at the issues of findings"), {}))
        runIssuesPreview(operation, look, m_session.stopToken());
}

Task<void> ProposalDesk::runIssuesPreview(Operation* operation, DriftLookPtr look, std::stop_token stop)
{
    const auto held = m_session.hold();
    const EitherStop either(operation->stopToken(), stop);
    auto* connection = m_session.connection();
    auto repository = parseRepositoryName(connection->profile().repository.name, connection->target().owner);
    if (!repository) {
        end(operation, repository.error());
        Q_EMIT issuesPreviewed(std::unexpected(repository.error()));
        co_return;
    }
    auto shown = std::make_shared<IssuesPreview>();
    shown->matters =
        findingMatters(*std::move(repository), connection->target().owner, look->lives, lookedFor(*look->ground));
    auto steps =
        co_await runOn(m_session.readingContext(), [connection, matters = shown->matters, token = either.token()] {
            return planTracking(issueToolsOf(*connection, kWho), matters, token);
        });
    end(operation, steps ? std::nullopt : std::optional(steps.error()));
    if (stop.stop_requested())
        co_return;
    if (!steps) {
        Q_EMIT issuesPreviewed(std::unexpected(steps.error()));
        co_return;
    }
    shown->steps = *std::move(steps);
    Q_EMIT issuesPreviewed(IssuesPreviewPtr(shown));
}

void ProposalDesk::changeIssues(const IssuesPreviewPtr& preview)
{
    const QString title = tr("Issues in %1").arg(preview->matters.repository.toText());
    if (auto* operation = begin(u"issues.change"_s, title, tr("What was changed stays; pressing again goes on.")))
        runIssues(operation, preview, m_session.stopToken());
}

Task<void> ProposalDesk::runIssues(Operation* operation, IssuesPreviewPtr preview, std::stop_token stop)
{
    const auto held = m_session.hold();
    const EitherStop either(operation->stopToken(), stop);
    const auto progress = [this, operation](size_t done, size_t total) {
        tell(operation, static_cast<qint64>(done), static_cast<qint64>(total));
    };
    const auto outcome = co_await runOn(
        m_session.readingContext(), [connection = m_session.connection(), preview, progress, token = either.token()] {
            return trackMatters(issueToolsOf(*connection, kWho), preview->matters, preview->steps, progress, token);
        });
    end(operation, outcome ? outcome->stopped : outcome.error());
    if (!stop.stop_requested())
        Q_EMIT issuesChanged(preview, outcome);
}

} // namespace slipway
