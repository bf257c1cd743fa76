#include "app/dashboard/proposalbinding.h"

#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "views/drift/driftfixes.h"
#include "views/drift/driftpage.h"

namespace slipway
{

namespace
{

/// Who is offline asks no repository anything.
RepositoryUse useOf(const Connection& connection)
{
    const ProfileRepository& repository = connection.profile().repository;
    const bool isThere = !repository.name.isEmpty() && !connection.target().isOffline;
    return {isThere, isThere && repository.hasIssues};
}

} // namespace

ProposalBinding::ProposalBinding(MainWindow& window, DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_desk(session)
{
    auto& page = window.driftPage();
    auto& fixes = page.fixes();
    connect(&session, &DashboardSession::opened, &page, [&session, &page] {
        page.setRepository(session.connection() ? useOf(*session.connection()) : RepositoryUse());
    });
    connect(&session, &DashboardSession::closed, &page, [&page] { page.setRepository({}); });
    connect(&fixes, &DriftFixes::proposalRequested, &m_desk, [this, &page] { m_desk.preview(page.look()); });
    connect(&fixes, &DriftFixes::pushRequested, &m_desk, &ProposalDesk::push);
    connect(&fixes, &DriftFixes::issuesRequested, &m_desk, [this, &page] { m_desk.previewIssues(page.look()); });
    connect(&fixes, &DriftFixes::issueChangesRequested, &m_desk, &ProposalDesk::changeIssues);
    connect(&m_desk, &ProposalDesk::previewed, &fixes, &DriftFixes::showProposal);
    connect(&m_desk, &ProposalDesk::pushed, &fixes, &DriftFixes::showPushed);
    connect(&m_desk, &ProposalDesk::issuesPreviewed, &fixes, &DriftFixes::showIssues);
    connect(&m_desk, &ProposalDesk::issuesChanged, &fixes, &DriftFixes::showIssuesChanged);
}

} // namespace slipway
