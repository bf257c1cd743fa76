#pragma once

#include "core/clock.h"
#include "models/cleanuprest.h"
#include "models/cleanupruns.h"
#include "models/cleanupshare.h"
#include "views/theme/tokens.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace slipway
{

class CleanupPage;
class ConfirmDialog;
class HistoryPane;
class MessageBar;
class RunBar;
struct Confirmation;

/// What a person can do on the Cleanup page that changes the registry: asked about before, shown while it runs, told
/// afterwards.
class CleanupActing final : public QObject
{
    Q_OBJECT
public:
    explicit CleanupActing(CleanupPage& page);

    /// "ghcr.io/northquay", and whether it is played by this program.
    void setRegistry(const QString& name, bool isDemo);
    /// Asks; applyRequested() follows if a person types what is asked for.
    void askToApply(const Clock& clock);
    /// What was pressed is not done, for this reason.
    void tellWhyNot(const QString& why);
    /// Asks about what is left of a run that was stopped; restConfirmed() follows.
    void askToGoOn(const CleanupRest& rest, const Clock& clock);
    /// What was found for shareWanted(): asks about it, if that is still what a person is doing.
    void takeShare(const slipway::CleanupSheetPtr& sheet, const slipway::CleanupShare& share);
    /// What came of listRequested(): told in the dialog, which stays.
    void showListSaved(const QString& path, const slipway::Result<void>& done);
    /// A plan that is asked about must be the one in sight.
    void noteSheet(const CleanupSheetPtr& sheet);

    void showStarted(const QString& title);
    void showProgress(const CleanupProgress& progress);
    void showPaused(bool isPaused);
    void showRestoring(int done, int total);
    void showEnded(const CleanupResult& result);
    void showRestored(const RestoreOutcome& outcome);
    void showFailed(const Error& error);
    void showRuns(const std::vector<CleanupRun>& runs);
    /// Of another owner.
    void clear();
    void offerActs(bool isOffered, const QString& whyNot);

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] RunBar& runBar() const { return *m_runBar; }
    [[nodiscard]] MessageBar& result() const { return *m_result; }
    /// What is told while a restore is offered, which stays in sight.
    [[nodiscard]] MessageBar& note() const { return *m_note; }
    [[nodiscard]] HistoryPane& history() const { return *m_history; }
    [[nodiscard]] ConfirmDialog* dialog() const;

Q_SIGNALS:
    /// What goes when these packages are left out? takeShare() takes it.
    void shareWanted(const slipway::CleanupSheetPtr& sheet, const QSet<slipway::PackageName>& leftOut);
    /// What is asked about is to be written as a table, before anything is done.
    void listRequested(const slipway::CleanupSheetPtr& sheet, const QSet<slipway::PackageName>& leftOut,
                       const QString& path);
    void restListRequested(const slipway::CleanupRest& rest, const QString& path);
    void applyRequested(const slipway::CleanupSheetPtr& sheet, const QSet<slipway::PackageName>& allowedLarge);
    void pauseRequested();
    void resumeRequested();
    void cancelRequested();
    void restoreRequested(const QString& journal, const QList<slipway::VersionId>& versions);
    void goOnRequested(const QString& journal);
    void restConfirmed(const slipway::CleanupRest& rest);
    void runningChanged();

private:
    void askLarge(std::size_t next);
    void askAll(const CleanupShare& share);
    ConfirmDialog& ask(const Confirmation& question);
    void askWhereToList();
    void endRun();
    void restore(const QString& journal, const QList<VersionId>& versions);
    void say(Tone tone, const QString& sentence, const QStringList& details = {});

    CleanupPage& m_page;
    RunBar* m_runBar;
    MessageBar* m_result;
    MessageBar* m_note;
    HistoryPane* m_history;
    QPointer<ConfirmDialog> m_dialog;
    CleanupSheetPtr m_asked;           ///< what the dialogs are about, if it is a plan in sight
    std::optional<CleanupRest> m_rest; ///< and if it is what is left of a run
    Clock m_clock;
    QSet<PackageName> m_allowed;
    QSet<PackageName> m_leftOut;
    QString m_registry;
    bool m_isDemo = false;
    QString m_broken;    ///< the journal of a run that broke something: its restore is offered
    QString m_restoring; ///< the journal that all was asked back of; empty: only some of one
};

} // namespace slipway
