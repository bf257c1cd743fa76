#pragma once

#include "models/driftlook.h"
#include "models/lockpreview.h"
#include "models/proposalpreview.h"
#include "views/theme/tokens.h"

#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace slipway
{

class AcknowledgeDialog;
class IssuesDialog;
class LockDialog;
class MessageBar;
class ProposalDialog;

/// What the profile's repository is for, where something may be changed in it.
struct RepositoryUse final {
    bool hasProposals = false; ///< it takes pull requests
    bool hasIssues = false;    ///< findings have issues in it

    friend bool operator==(const RepositoryUse&, const RepositoryUse&) = default;
};

/// What can be done about drift: take note of a finding, make the lock file anew here or by a pull request, keep issues
/// of findings. All ask in a dialog before anything is kept, written or pushed; whoever listens does it and answers.
class DriftFixes final : public QObject
{
    Q_OBJECT
public:
    /// The actions are put on `place`, which outlives it and has the place for result().
    explicit DriftFixes(QWidget& place);

    /// The chosen finding; null: none.
    void setFinding(const FindingLife* life, const QDateTime& now);
    /// Null: nothing was looked at.
    void setLook(const DriftLook* look);
    /// What is not for the repository is absent.
    void setRepository(const RepositoryUse& use);
    /// Closes what is open.
    void close();
    /// The answer to acknowledgeRequested().
    void showAcknowledged(const Result<FindingLife>& done);
    /// The answer to lockPreviewRequested().
    void showLockPreview(const Result<LockPreviewPtr>& preview);
    /// The answer to lockWriteRequested().
    void showLockWritten(const Result<void>& done);
    /// The answer to proposalRequested().
    void showProposal(const Result<ProposalPreviewPtr>& preview);
    /// The answer to pushRequested(): in the dialog that shows this preview, else in result().
    void showPushed(const ProposalPreviewPtr& preview, const Result<ProposalOutcome>& outcome);
    /// The answer to issuesRequested().
    void showIssues(const Result<IssuesPreviewPtr>& preview);
    /// The answer to issueChangesRequested(): in the dialog that shows this preview, else in result().
    void showIssuesChanged(const IssuesPreviewPtr& preview, const Result<IssueOutcome>& outcome);

    [[nodiscard]] QAction& acknowledgeAction() { return *m_acknowledge; }
    [[nodiscard]] QAction& regenerateAction() { return *m_regenerate; }
    [[nodiscard]] QAction& proposeAction() { return *m_propose; }
    [[nodiscard]] QAction& issuesAction() { return *m_issues; }
    /// What came of something whose dialog is closed by now: stays until it is closed or the next is pushed.
    [[nodiscard]] MessageBar& result() const { return *m_result; }
    /// Why there is nothing to show: stays until it is closed or the next look.
    [[nodiscard]] MessageBar& failed() const { return *m_failed; }
    /// The dialogs, while they are open.
    [[nodiscard]] AcknowledgeDialog* acknowledging() const;
    [[nodiscard]] LockDialog* regenerating() const;
    [[nodiscard]] ProposalDialog* proposing() const;
    [[nodiscard]] IssuesDialog* tracking() const;

Q_SIGNALS:
    void acknowledgeRequested(qint64 id, const QString& reason, const QDateTime& until);
    /// How the lock file would change is wanted.
    void lockPreviewRequested();
    /// It is to be written as it was shown.
    void lockWriteRequested(const slipway::LockPreviewPtr& preview);
    /// How the repository's lock file would change is wanted.
    void proposalRequested();
    /// It is to be pushed as it was shown.
    void pushRequested(const slipway::ProposalPreviewPtr& preview);
    /// Which issues would change is wanted.
    void issuesRequested();
    /// They are to be changed as it was shown.
    void issueChangesRequested(const slipway::IssuesPreviewPtr& preview);

private:
    void acknowledge();
    [[nodiscard]] QAction* makeAction(const QString& id, const QString& text, const QString& iconName);
    void enable();
    void tellFailure(const Error& error);

    QWidget& m_place;
    QAction* m_acknowledge;
    QAction* m_regenerate;
    QAction* m_propose;
    QAction* m_issues;
    MessageBar* m_result;
    MessageBar* m_failed;
    RepositoryUse m_use;
    bool m_hasLook = false;
    std::optional<FindingLife> m_life;
    QDateTime m_now;
    QPointer<AcknowledgeDialog> m_dialog;
    QPointer<LockDialog> m_lockDialog;
    QPointer<ProposalDialog> m_proposalDialog;
    QPointer<IssuesDialog> m_issuesDialog;
};

} // namespace slipway
