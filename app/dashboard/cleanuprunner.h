#pragma once

#include "app/dashboard/cleanupacts.h"
#include "models/cleanupsheet.h"

#include <QObject>
#include <QPointer>

namespace slipway
{

class DashboardSession;
class Operation;

/// Carries out plans of the owner in sight, and takes them back: one at a time, on the reading thread, as an operation
/// of the status bar that quitting asks about. What is stopped half way is gone on with later.
class CleanupRunner final : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit CleanupRunner(DashboardSession& session, QObject* parent = nullptr);

    [[nodiscard]] bool isRunning() const { return !m_operation.isNull(); }
    /// Nothing while something runs, or of a read-only target. ended() follows, or failed().
    void apply(const CleanupSheetPtr& sheet, const QSet<slipway::PackageName>& allowedLarge);
    /// Reads what is left of a run that was stopped, without what is `excluded` now: restRead() answers, or failed().
    void readRest(const QString& journal, const QSet<slipway::VersionId>& excluded);
    /// Goes on with it, once it is confirmed: nothing else than this plan is carried out. Packages over a limit stay.
    void goOn(const slipway::CleanupRest& rest);
    void pause();
    void resume();
    void cancel();
    /// `only` empty: all that can come back. restored() follows, or failed().
    void restore(const QString& journal, const QList<slipway::VersionId>& only);
    /// The runs by their journals: runsRead() answers.
    void readRuns();

Q_SIGNALS:
    void started(const QString& title);
    void progressed(const slipway::CleanupProgress& progress);
    void pausedChanged(bool isPaused);
    void restRead(const slipway::CleanupRest& rest);
    void ended(const slipway::CleanupResult& result);
    void restoring(int done, int total);
    void restored(const slipway::RestoreOutcome& outcome);
    /// Nothing was done: the lock is held, the plan is too old, the network is down.
    void failed(const slipway::Error& error);
    void runsRead(const std::vector<slipway::CleanupRun>& runs);

private:
    [[nodiscard]] bool mayBegin();
    [[nodiscard]] Operation* begin(const QString& title, const QString& consequence);
    void end(Operation* operation, const std::optional<Error>& error);
    Task<void> runSheet(CleanupSheetPtr sheet, QSet<PackageName> allowedLarge);
    Task<void> runReadRest(QString journal, QSet<VersionId> excluded);
    Task<void> runRest(PlanFile plan, QSet<PackageName> allowedLarge);
    Task<void> runPlan(Operation* operation, PlanFile plan, QSet<PackageName> allowedLarge);
    Task<void> runRestore(QString journal, std::vector<VersionId> only);
    Task<void> runRead();

    DashboardSession& m_session;
    QPointer<Operation> m_operation;
    CleanupControl m_control;
};

} // namespace slipway
