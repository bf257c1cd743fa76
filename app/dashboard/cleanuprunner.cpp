#include "app/dashboard/cleanuprunner.h"

#include "app/dashboard/dashboardsession.h"
#include "app/session/cleanupplanning.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "core/poolrun.h"
#include "core/threadrun.h"
#include "models/operationsmodel.h"

namespace slipway
{

using namespace Qt::StringLiterals;

CleanupRunner::CleanupRunner(DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
}

/// What may not be changed is told: nothing happens without a word.
bool CleanupRunner::mayBegin()
{
    auto* connection = m_session.connection();
    if (isRunning() || !connection || m_session.stopToken().stop_requested())
        return false;
    const Target& target = connection->target();
    if (!isReadOnly(target.access) && !target.isOffline)
        return true;
    Q_EMIT failed({ErrorKind::Refused,
                   target.owner,
                   target.isOffline ? tr("offline, nothing can be changed") : tr("opened read-only"),
                   {}});
    return false;
}

Operation* CleanupRunner::begin(const QString& title, const QString& consequence)
{
    auto* operation = new Operation(u"cleanup"_s, title, this);
    operation->setConsequence(consequence);
    m_operation = operation;
    m_control = CleanupControl();
    m_session.operations().add(operation);
    Q_EMIT started(title);
    return operation;
}

void CleanupRunner::end(Operation* operation, const std::optional<Error>& error)
{
    if (!error)
        operation->finish();
    else if (error->kind == ErrorKind::Cancelled)
        operation->markCancelled();
    else
        operation->fail(*error);
    m_operation.clear();
    operation->deleteLater();
}

void CleanupRunner::apply(const CleanupSheetPtr& sheet, const QSet<PackageName>& allowedLarge)
{
    if (sheet && mayBegin())
        runSheet(sheet, allowedLarge);
}

void CleanupRunner::readRest(const QString& journal, const QSet<VersionId>& excluded)
{
    if (mayBegin())
        runReadRest(journal, excluded);
}

void CleanupRunner::goOn(const CleanupRest& rest)
{
    if (mayBegin())
        runRest(rest.plan, rest.allowed);
}

Task<void> CleanupRunner::runSheet(CleanupSheetPtr sheet, QSet<PackageName> allowedLarge)
{
    const auto held = m_session.hold();
    auto* operation = begin(tr("Clean up %1").arg(m_session.connection()->target().owner),
                            tr("What is deleted stays deleted, the rest stays. The same plan can go on later."));
    auto plan = co_await runInPool([sheet] { return planFileOf(*sheet); });
    co_await runPlan(operation, std::move(plan), std::move(allowedLarge));
}

Task<void> CleanupRunner::runReadRest(QString journal, QSet<VersionId> excluded)
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const auto rest = co_await runInPool(restOfRun, journal, m_session.connection()->target(), excluded);
    if (stop.stop_requested() || isRunning())
        co_return;
    if (rest)
        Q_EMIT restRead(*rest);
    else
        Q_EMIT failed(rest.error());
}

Task<void> CleanupRunner::runRest(PlanFile plan, QSet<PackageName> allowedLarge)
{
    const auto held = m_session.hold();
    auto* operation = begin(tr("Clean up %1").arg(m_session.connection()->target().owner),
                            tr("What is deleted stays deleted, the rest stays. The same plan can go on later."));
    co_await runPlan(operation, std::move(plan), std::move(allowedLarge));
}

/// The session is held by whoever calls it.
Task<void> CleanupRunner::runPlan(Operation* operation, PlanFile plan, QSet<PackageName> allowedLarge)
{
    const auto closing = m_session.stopToken();
    const std::stop_source stop;
    const std::stop_callback withSession(closing, [stop]() mutable { stop.request_stop(); });
    const std::stop_callback withOperation(operation->stopToken(), [stop]() mutable { stop.request_stop(); });
    const QPointer<Operation> running(operation);
    const auto tell = [this, running](const CleanupProgress& now) {
        QMetaObject::invokeMethod(this, [this, running, now] {
            if (!running || running != m_operation)
                return;
            running->setProgress(static_cast<qint64>(now.done), static_cast<qint64>(now.total),
                                 OperationUnit::Versions);
            Q_EMIT progressed(now);
        });
    };
    const auto result =
        co_await runOn(m_session.readingContext(), [connection = m_session.connection(), plan, allowedLarge,
                                                    control = m_control, tell, token = stop.get_token(), closing] {
            return carryOutCleanup(connection, plan, allowedLarge, control, tell, token, closing);
        });
    if (!result)
        qCWarning(logSession, "cleanup: %s", qUtf8Printable(errorLine(result.error())));
    end(operation, result ? result->outcome.stopped : std::optional(result.error()));
    if (closing.stop_requested())
        co_return;
    if (!result) {
        Q_EMIT failed(result.error());
        co_return;
    }
    Q_EMIT ended(*result);
    m_session.refresh();
}

void CleanupRunner::pause()
{
    if (!isRunning())
        return;
    QMetaObject::invokeMethod(m_session.readingContext(), [control = m_control] { control.pause(); });
    Q_EMIT pausedChanged(true);
}

void CleanupRunner::resume()
{
    if (!isRunning())
        return;
    QMetaObject::invokeMethod(m_session.readingContext(), [control = m_control] { control.goOn(); });
    Q_EMIT pausedChanged(false);
}

void CleanupRunner::cancel()
{
    if (m_operation)
        m_operation->cancel();
}

void CleanupRunner::restore(const QString& journal, const QList<VersionId>& only)
{
    if (mayBegin())
        runRestore(journal, {only.cbegin(), only.cend()});
}

Task<void> CleanupRunner::runRestore(QString journal, std::vector<VersionId> only)
{
    const auto held = m_session.hold();
    const auto closing = m_session.stopToken();
    auto* operation = begin(tr("Restore versions of %1").arg(m_session.connection()->target().owner),
                            tr("What is back stays; the rest can be restored later."));
    const std::stop_source stop;
    const std::stop_callback withSession(closing, [stop]() mutable { stop.request_stop(); });
    const std::stop_callback withOperation(operation->stopToken(), [stop]() mutable { stop.request_stop(); });
    const QPointer<Operation> running(operation);
    const auto tell = [this, running](std::size_t done, std::size_t total) {
        QMetaObject::invokeMethod(this, [this, running, done, total] {
            if (!running || running != m_operation)
                return;
            running->setProgress(static_cast<qint64>(done), static_cast<qint64>(total), OperationUnit::Versions);
            Q_EMIT restoring(static_cast<int>(done), static_cast<int>(total));
        });
    };
    const auto outcome = co_await runOn(m_session.readingContext(), [connection = m_session.connection(), journal, only,
                                                                     tell, token = stop.get_token()] {
        return restoreCleanup(connection, journal, only, tell, token);
    });
    end(operation, outcome ? outcome->stopped : std::optional(outcome.error()));
    if (closing.stop_requested())
        co_return;
    if (!outcome) {
        Q_EMIT failed(outcome.error());
        co_return;
    }
    Q_EMIT restored(*outcome);
    m_session.refresh();
}

void CleanupRunner::readRuns()
{
    if (m_session.connection() && !m_session.stopToken().stop_requested())
        runRead();
}

Task<void> CleanupRunner::runRead()
{
    const auto held = m_session.hold();
    const auto stop = m_session.stopToken();
    const Target& target = m_session.connection()->target();
    const auto runs = co_await runInPool(cleanupRunsIn, cleanupFolderOf(target), target.apiHost(), target.owner,
                                         target.clock.now(), stop);
    if (!stop.stop_requested())
        Q_EMIT runsRead(runs);
}

} // namespace slipway
