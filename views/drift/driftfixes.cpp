#include "views/drift/driftfixes.h"

#include "core/errortext.h"
#include "views/drift/acknowledgedialog.h"
#include "views/drift/issuesdialog.h"
#include "views/drift/lockdialog.h"
#include "views/drift/proposaldialog.h"
#include "views/widgets/messagebar.h"

#include <QAction>
#include <QFileInfo>
#include <QPushButton>
#include <QWidget>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

DriftFixes::DriftFixes(QWidget& place)
    : QObject(&place)
    , m_place(place)
    , m_acknowledge(makeAction(u"drift.acknowledge"_s, tr("Acknowledge the finding…"), u"bookmarks"_s))
    , m_regenerate(makeAction(u"drift.regenerateLock"_s, tr("Regenerate the lock file…"), u"view-refresh"_s))
    , m_propose(
          makeAction(u"drift.openPullRequest"_s, tr("Open a pull request with the lock file…"), u"vcs-merge-request"_s))
    , m_issues(makeAction(u"drift.issues"_s, tr("Bring the issues of findings up to date…"), u"dialog-messages"_s))
    , m_result(new MessageBar(&place))
    , m_failed(new MessageBar(&place))
{
    for (auto* bar : {m_result, m_failed})
        bar->setClosable(true);
    m_result->hide();
    m_failed->hide();
    m_acknowledge->setToolTip(tr("Take note of it: until a day it counts for nothing"));
    m_propose->setToolTip(tr("Shows how the repository's lock file would change; nothing is pushed before you agree"));
    m_issues->setToolTip(
        tr("Shows which issues would be opened, updated and closed; nothing is done before you agree"));
    connect(m_acknowledge, &QAction::triggered, this, &DriftFixes::acknowledge);
    connect(m_regenerate, &QAction::triggered, this, &DriftFixes::lockPreviewRequested);
    connect(m_propose, &QAction::triggered, this, &DriftFixes::proposalRequested);
    connect(m_issues, &QAction::triggered, this, &DriftFixes::issuesRequested);
    for (const auto look :
         {&DriftFixes::lockPreviewRequested, &DriftFixes::proposalRequested, &DriftFixes::issuesRequested})
        connect(this, look, m_failed, &QWidget::hide);
    connect(this, &DriftFixes::pushRequested, m_result, &QWidget::hide);
    connect(this, &DriftFixes::issueChangesRequested, m_result, &QWidget::hide);
    setFinding(nullptr, {});
    setLook(nullptr);
}

QAction* DriftFixes::makeAction(const QString& id, const QString& text, const QString& iconName)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty("iconName", iconName);
    m_place.addAction(action);
    return action;
}

void DriftFixes::setRepository(const RepositoryUse& use)
{
    m_use = use;
    enable();
}

void DriftFixes::enable()
{
    m_propose->setVisible(m_use.hasProposals);
    m_propose->setEnabled(m_use.hasProposals && m_hasLook);
    m_issues->setVisible(m_use.hasIssues);
    m_issues->setEnabled(m_use.hasIssues && m_hasLook);
}

void DriftFixes::setFinding(const FindingLife* life, const QDateTime& now)
{
    m_life = life ? std::optional(*life) : std::nullopt;
    m_now = now;
    m_acknowledge->setEnabled(life && life->state != FindingState::Resolved);
}

void DriftFixes::setLook(const DriftLook* look)
{
    const QString file = look ? look->ground->lockFile : QString();
    m_hasLook = look != nullptr;
    enable();
    m_regenerate->setEnabled(!file.isEmpty());
    m_regenerate->setToolTip(
        file.isEmpty()
            ? tr("The profile names no lock file (drift: lock: build-lock.json)")
            : tr("Shows how %1 would change; nothing is written before you agree").arg(QFileInfo(file).fileName()));
}

void DriftFixes::close()
{
    m_result->hide();
    m_failed->hide();
    if (m_dialog)
        m_dialog->close();
    if (m_lockDialog)
        m_lockDialog->close();
    if (m_proposalDialog)
        m_proposalDialog->close();
    if (m_issuesDialog)
        m_issuesDialog->close();
}

void DriftFixes::acknowledge()
{
    if (!m_life || m_dialog)
        return;
    m_dialog = new AcknowledgeDialog(*m_life, m_now, m_place.window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AcknowledgeDialog::confirmed, this, [this, id = m_life->id] {
        m_dialog->confirmButton().setEnabled(false);
        Q_EMIT acknowledgeRequested(id, m_dialog->reason(), m_dialog->until());
    });
    m_dialog->open();
}

void DriftFixes::showAcknowledged(const Result<FindingLife>& done)
{
    if (!m_dialog)
        return;
    if (done) {
        m_dialog->accept();
        return;
    }
    m_dialog->showFailure(errorLine(done.error()));
    m_dialog->confirmButton().setEnabled(true);
}

/// Whoever stopped a look knows.
void DriftFixes::tellFailure(const Error& error)
{
    if (error.kind != ErrorKind::Cancelled)
        m_failed->announceMessage(Tone::Bad, errorLine(error));
}

void DriftFixes::showLockPreview(const Result<LockPreviewPtr>& preview)
{
    if (!preview) {
        tellFailure(preview.error());
        return;
    }
    if (m_lockDialog)
        m_lockDialog->close();
    m_lockDialog = new LockDialog(*preview, m_place.window());
    m_lockDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_lockDialog, &LockDialog::writeRequested, this, [this] {
        m_lockDialog->writeButton().setEnabled(false);
        Q_EMIT lockWriteRequested(m_lockDialog->preview());
    });
    if (m_use.hasProposals)
        m_lockDialog->offerProposal();
    connect(m_lockDialog, &LockDialog::proposalRequested, this, [this] {
        m_lockDialog->reject();
        Q_EMIT proposalRequested();
    });
    m_lockDialog->open();
}

void DriftFixes::showLockWritten(const Result<void>& done)
{
    if (!m_lockDialog)
        return;
    if (done)
        m_lockDialog->accept();
    else
        m_lockDialog->showFailure(errorLine(done.error()));
}

void DriftFixes::showProposal(const Result<ProposalPreviewPtr>& preview)
{
    if (!preview) {
        tellFailure(preview.error());
        return;
    }
    if (m_proposalDialog)
        m_proposalDialog->close();
    m_proposalDialog = new ProposalDialog(*preview, m_place.window());
    m_proposalDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_proposalDialog, &ProposalDialog::pushRequested, this,
            [this] { Q_EMIT pushRequested(m_proposalDialog->preview()); });
    m_proposalDialog->open();
}

void DriftFixes::showPushed(const ProposalPreviewPtr& preview, const Result<ProposalOutcome>& outcome)
{
    if (m_proposalDialog && m_proposalDialog->preview() == preview) {
        m_proposalDialog->showOutcome(outcome);
        return;
    }
    if (!outcome)
        return m_result->announceMessage(Tone::Bad, errorLine(outcome.error()));
    const QString page = outcome->pull ? outcome->pull->page.toString() : QString();
    m_result->announceMessage(outcome->stopped ? Tone::Bad : Tone::Ok, proposalEndLine(*preview, *outcome),
                              page.isEmpty() ? QStringList() : QStringList{page});
}

void DriftFixes::showIssues(const Result<IssuesPreviewPtr>& preview)
{
    if (!preview) {
        tellFailure(preview.error());
        return;
    }
    if (m_issuesDialog)
        m_issuesDialog->close();
    m_issuesDialog = new IssuesDialog(*preview, m_place.window());
    m_issuesDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_issuesDialog, &IssuesDialog::changeRequested, this,
            [this] { Q_EMIT issueChangesRequested(m_issuesDialog->preview()); });
    m_issuesDialog->open();
}

void DriftFixes::showIssuesChanged(const IssuesPreviewPtr& preview, const Result<IssueOutcome>& outcome)
{
    if (m_issuesDialog && m_issuesDialog->preview() == preview) {
        m_issuesDialog->showOutcome(outcome);
        return;
    }
    if (!outcome)
        return m_result->announceMessage(Tone::Bad, errorLine(outcome.error()));
    const QString sentence = tr("%1: %2", "repository; what came of changing its issues")
                                 .arg(preview->matters.repository.toText(), issuesEndLine(*outcome));
    m_result->announceMessage(outcome->isWhole() ? Tone::Ok : Tone::Bad, sentence, issueEndLines(*outcome));
}

AcknowledgeDialog* DriftFixes::acknowledging() const
{
    return m_dialog;
}

LockDialog* DriftFixes::regenerating() const
{
    return m_lockDialog;
}

ProposalDialog* DriftFixes::proposing() const
{
    return m_proposalDialog;
}

IssuesDialog* DriftFixes::tracking() const
{
    return m_issuesDialog;
}

} // namespace slipway
