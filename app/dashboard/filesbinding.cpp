#include "app/dashboard/filesbinding.h"

#include "accounts/servers.h"
#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "views/files/filespage.h"

namespace slipway
{

using namespace Qt::StringLiterals;

FilesBinding::FilesBinding(MainWindow& window, DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_desk(session)
{
    auto& page = window.filesPage();
    // The page was cleared when the one before was closed, and may know by now which file is wanted.
    connect(&session, &DashboardSession::opened, &m_desk, [this, &page, &session] {
        m_desk.open();
        const Target& target = session.connection()->target();
        // A demo, or a simulator, is nowhere to be seen.
        const bool isGithub = target.demo.isEmpty() && target.apiUrl.scheme() == "https"_L1;
        page.setWebRoot(isGithub ? QUrl(u"https://"_s + webHost(target.apiUrl)) : QUrl());
    });
    connect(&session, &DashboardSession::closed, &m_desk, [this, &page] {
        m_desk.close();
        page.clear();
    });
    connect(&session, &DashboardSession::inventoryRead, &m_desk, &FilesDesk::setInventory);
    connect(&m_desk, &FilesDesk::repositoriesKnown, &page, &FilesPage::setRepositories);
    connect(&m_desk, &FilesDesk::rootRead, &page, &FilesPage::setRoot);
    connect(&m_desk, &FilesDesk::fileRead, &page, &FilesPage::setText);
    connect(&m_desk, &FilesDesk::compared, &page, &FilesPage::setComparison);
    connect(&m_desk, &FilesDesk::fileChecked, &page, &FilesPage::setVerdict);
    connect(&m_desk, &FilesDesk::allChecked, &page, &FilesPage::endChecks);
    connect(&page, &FilesPage::rootsWanted, &m_desk, &FilesDesk::readRoots);
    connect(&page, &FilesPage::fileWanted, &m_desk, &FilesDesk::readFile);
    connect(&page, &FilesPage::comparisonWanted, &m_desk, &FilesDesk::compare);
    connect(&page, &FilesPage::checksWanted, &m_desk, &FilesDesk::checkAll);
    connect(&page, &FilesPage::notFound, &window, [&window](const QString& path) {
        window.showNotice(tr("%1 is not among the files that were found.").arg(path));
    });
}

} // namespace slipway
