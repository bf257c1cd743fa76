#include "app/dashboard/cleanupbinding.h"

#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "views/cleanup/cleanupacting.h"
#include "views/cleanup/cleanuppage.h"

namespace slipway
{

using namespace Qt::StringLiterals;

CleanupBinding::CleanupBinding(MainWindow& window, DashboardSession& session, QObject* parent)
    : QObject(parent)
    , m_page(window.cleanupPage())
    , m_desk(session)
    , m_listing(session)
    , m_runner(session)
{
    connect(&session, &DashboardSession::opened, this, &CleanupBinding::showTarget);
    connect(&session, &DashboardSession::closed, &m_desk, &CleanupDesk::close);
    connect(&session, &DashboardSession::inventoryRead, &m_desk, &CleanupDesk::setInventory);
    connectPlanning();
    connectRunning();
}

void CleanupBinding::showTarget(const Target& target)
{
    m_desk.close();
    const QString owner = u'/' + target.owner.toLower();
    m_page.acting().setRegistry(target.demo.isEmpty() ? target.registryUrl.authority() + owner : u"ghcr.io"_s + owner,
                                !target.demo.isEmpty());
    m_runner.readRuns();
}

void CleanupBinding::connectPlanning()
{
    connect(&m_desk, &CleanupDesk::policiesKnown, &m_page, &CleanupPage::setPolicies);
    connect(&m_desk, &CleanupDesk::planStarted, &m_page, [this] { m_page.setPlanning(true); });
    connect(&m_desk, &CleanupDesk::planned, &m_page, [this](const CleanupSheetPtr& sheet) {
        m_page.setSheet(sheet);
        m_page.setPlanning(false);
    });
    connect(&m_desk, &CleanupDesk::planFailed, &m_page, [this](const Error& error) {
        m_page.showFailure(error);
        m_page.setPlanning(false);
    });
    connect(&m_desk, &CleanupDesk::copied, &m_page, &CleanupPage::takeCopy);
    connect(&m_desk, &CleanupDesk::answered, &m_page, &CleanupPage::takeAnswers);
    connect(&m_desk, &CleanupDesk::exported, &m_page, &CleanupPage::showExported);
    connect(&m_page, &CleanupPage::seen, &m_desk, &CleanupDesk::want);
    connect(&m_page, &CleanupPage::previewRequested, &m_desk, &CleanupDesk::plan);
    connect(&m_page, &CleanupPage::policyChosen, &m_desk, &CleanupDesk::choosePolicy);
    connect(&m_page, &CleanupPage::exclusionRequested, &m_desk, &CleanupDesk::exclude);
    connect(&m_page, &CleanupPage::whyAsked, &m_desk, &CleanupDesk::ask);
    connect(&m_page, &CleanupPage::copyRequested, &m_desk, &CleanupDesk::copy);
    connect(&m_page, &CleanupPage::exportRequested, &m_desk, &CleanupDesk::exportTo);
}

void CleanupBinding::connectRunning()
{
    auto& acting = m_page.acting();
    connect(&acting, &CleanupActing::applyRequested, &m_runner, &CleanupRunner::apply);
    connect(&acting, &CleanupActing::listRequested, &m_listing, &CleanupListing::save);
    connect(&acting, &CleanupActing::restListRequested, &m_listing, &CleanupListing::saveRest);
    connect(&m_listing, &CleanupListing::saved, &acting, &CleanupActing::showListSaved);
    connect(&acting, &CleanupActing::shareWanted, &m_desk, &CleanupDesk::share);
    connect(&m_desk, &CleanupDesk::shared, &acting, &CleanupActing::takeShare);
    connect(&acting, &CleanupActing::pauseRequested, &m_runner, &CleanupRunner::pause);
    connect(&acting, &CleanupActing::resumeRequested, &m_runner, &CleanupRunner::resume);
    connect(&acting, &CleanupActing::cancelRequested, &m_runner, &CleanupRunner::cancel);
    connect(&acting, &CleanupActing::restoreRequested, &m_runner, &CleanupRunner::restore);
    connect(&acting, &CleanupActing::goOnRequested, &m_runner,
            [this](const QString& journal) { m_runner.readRest(journal, m_desk.excluded()); });
    connect(&m_runner, &CleanupRunner::restRead, &acting, [this, &acting](const CleanupRest& rest) {
        if (rest.isNothing()) // there is nothing to ask about: it is ended
            m_runner.goOn(rest);
        else
            acting.askToGoOn(rest, m_page.clock());
    });
    connect(&acting, &CleanupActing::restConfirmed, &m_runner, &CleanupRunner::goOn);
    connect(&m_page, &CleanupPage::runsWanted, &m_runner, &CleanupRunner::readRuns);
    connect(&m_runner, &CleanupRunner::started, &acting, &CleanupActing::showStarted);
    connect(&m_runner, &CleanupRunner::progressed, &acting, &CleanupActing::showProgress);
    connect(&m_runner, &CleanupRunner::pausedChanged, &acting, &CleanupActing::showPaused);
    connect(&m_runner, &CleanupRunner::restoring, &acting, &CleanupActing::showRestoring);
    connect(&m_runner, &CleanupRunner::ended, &acting, &CleanupActing::showEnded);
    connect(&m_runner, &CleanupRunner::restored, &acting, &CleanupActing::showRestored);
    connect(&m_runner, &CleanupRunner::failed, &acting, &CleanupActing::showFailed);
    connect(&m_runner, &CleanupRunner::runsRead, &acting, &CleanupActing::showRuns);
    connect(&m_runner, &CleanupRunner::ended, &m_runner, &CleanupRunner::readRuns);
    connect(&m_runner, &CleanupRunner::restored, &m_runner, &CleanupRunner::readRuns);
}

} // namespace slipway
