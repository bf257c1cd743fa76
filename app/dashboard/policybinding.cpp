#include "app/dashboard/policybinding.h"

#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "views/cleanup/cleanuppage.h"
#include "views/cleanup/policyeditor.h"
#include "views/drift/proposaldialog.h"

#include <QFileInfo>

namespace slipway
{

namespace
{

/// A demo is served at another address each time.
bool isOpenedAgain(const Target& before, const Target& now)
{
    return before.owner == now.owner && before.demo == now.demo && before.accountId == now.accountId
           && before.profilePath == now.profilePath && (!now.demo.isEmpty() || before.apiUrl == now.apiUrl);
}

} // namespace

PolicyBinding::PolicyBinding(MainWindow& window, DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_editor(new PolicyEditor)
    , m_desk(session)
    , m_proposals(session)
{
    CleanupPage& page = window.cleanupPage();
    page.addTab(tr("Policy"), m_editor);
    connect(&session, &DashboardSession::opened, this, &PolicyBinding::showOpened);
    connect(&session, &DashboardSession::closed, this, [this] {
        m_target.reset();
        m_wanted = 0;
        m_desk.close();
        m_editor->clear();
        setGround({});
        m_editor->setProposable(false);
        if (m_dialog)
            m_dialog->close();
    });
    connect(&session, &DashboardSession::inventoryRead, &m_desk, &PolicyDesk::setInventory);
    connect(&page, &CleanupPage::seen, this, [this] { m_desk.load(m_editor->origin().file); });
    connect(&page, &CleanupPage::policyChosen, this, [this](int policy) {
        m_wanted = policy;
        choose();
    });
    connectDesk();
    connectProposing();
}

/// A damaged store has what is open opened again, unasked: what was typed stays then.
void PolicyBinding::showOpened(const Target& target)
{
    const bool isSame = m_target && isOpenedAgain(*m_target, target) && m_editor->isUnsaved();
    m_target = target;
    m_wanted = 0; // as the page begins
    if (isSame) {
        m_editor->forgetAsked();
        m_desk.load(m_editor->origin().file);
    } else {
        m_desk.close();
        m_editor->clear();
        m_desk.load();
    }
    setGround(m_desk.ground());
    showProposable();
}

void PolicyBinding::connectDesk()
{
    CleanupPage& page = m_window.cleanupPage();
    connect(&m_desk, &PolicyDesk::read, m_editor, &PolicyEditor::setOrigin);
    connect(&m_desk, &PolicyDesk::readFailed, m_editor, &PolicyEditor::showFailure);
    connect(&m_desk, &PolicyDesk::tried, m_editor, &PolicyEditor::setTrial);
    connect(&m_desk, &PolicyDesk::saved, m_editor, &PolicyEditor::showSaved);
    connect(&m_desk, &PolicyDesk::saved, &page, [&page](const PolicyOrigin&, const Result<PolicySaving>& done) {
        if (done && *done == PolicySaving::Saved)
            Q_EMIT page.previewRequested();
    });
    connect(&m_desk, &PolicyDesk::dropped, m_editor, &PolicyEditor::revert);
    connect(m_editor, &PolicyEditor::tryRequested, &m_desk, &PolicyDesk::tryOut);
    connect(m_editor, &PolicyEditor::saveRequested, &m_desk, &PolicyDesk::save);
    connect(m_editor, &PolicyEditor::loadRequested, &m_desk, &PolicyDesk::load);
    connect(m_editor, &PolicyEditor::unsavedChanged, this, [this](bool isUnsaved) {
        const QString name = QFileInfo(m_editor->origin().file).fileName();
        m_desk.setUnsaved(isUnsaved, name.isEmpty() ? tr("a new policy") : name);
        choose();
    });
    connect(m_editor, &PolicyEditor::nameRequested, &m_desk, &PolicyDesk::name);
    connect(&m_desk, &PolicyDesk::named, this, &PolicyBinding::showNamed);
}

void PolicyBinding::setGround(const PolicyGround& ground)
{
    m_ground = ground;
    m_editor->setGround(ground);
}

/// It is said at once: what still runs may keep the owner from being opened again for long.
void PolicyBinding::showNamed(const QString& file, const Result<void>& done)
{
    m_editor->showNamed(done);
    if (!done)
        return;
    m_ground.added.append(file);
    m_editor->setGround(m_ground);
    Q_EMIT profileChanged();
}

void PolicyBinding::connectProposing()
{
    connect(&m_window.cleanupPage(), &Page::writeAccessChanged, this, &PolicyBinding::showProposable);
    connect(m_editor, &PolicyEditor::proposeRequested, &m_desk, &PolicyDesk::propose);
    connect(&m_desk, &PolicyDesk::previewed, this, &PolicyBinding::showPreview);
    connect(&m_proposals, &ProposalDesk::pushed, this,
            [this](const ProposalPreviewPtr& preview, const Result<ProposalOutcome>& outcome) {
                if (m_dialog && m_dialog->preview() == preview)
                    m_dialog->showOutcome(outcome);
                else if (!outcome || outcome->stopped)
                    m_editor->showFailure(outcome ? *outcome->stopped : outcome.error());
            });
}

/// Who is offline asks no repository anything.
void PolicyBinding::showProposable()
{
    const auto* connection = m_session.connection();
    m_editor->setProposable(connection && !connection->profile().repository.name.isEmpty()
                            && !connection->target().isOffline && !isReadOnly(m_window.cleanupPage().writeAccess()));
}

void PolicyBinding::showPreview(const Result<ProposalPreviewPtr>& preview)
{
    if (!preview) {
        m_editor->showFailure(preview.error());
        return;
    }
    if ((*preview)->draft.isSame()) {
        m_editor->showNothingToPropose((*preview)->proposal.base);
        return;
    }
    if (m_dialog)
        m_dialog->close();
    m_dialog = new ProposalDialog(*preview, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ProposalDialog::pushRequested, &m_proposals, [this] { m_proposals.push(m_dialog->preview()); });
    m_dialog->open();
}

void PolicyBinding::choose()
{
    if (m_editor->isUnsaved() || m_desk.chosen() == m_wanted)
        return;
    m_desk.choose(m_wanted);
    m_desk.load();
}

} // namespace slipway
