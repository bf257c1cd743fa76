#include "app/dashboard/windowbinding.h"

#include "app/dashboard/accountdesk.h"
#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "app/session/accounttarget.h"
#include "models/operationsmodel.h"
#include "resources/demo.h"
#include "views/drift/driftfixes.h"
#include "views/drift/driftpage.h"
#include "views/storage/sincecard.h"
#include "views/storage/storagepage.h"

#include <QEvent>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

std::optional<ApiLimit> toApiLimit(const std::optional<RateLimit>& limit)
{
    if (!limit)
        return std::nullopt;
    return ApiLimit{limit->limit, limit->remaining, limit->reset};
}

std::optional<ApiPause> toApiPause(const std::optional<Pause>& pause)
{
    if (!pause)
        return std::nullopt;
    switch (pause->reason) {
    case PauseReason::PrimaryLimit:
        return ApiPause{pause->until, ApiPause::Reason::Used};
    case PauseReason::Floor:
        return ApiPause{pause->until, ApiPause::Reason::Floor};
    case PauseReason::SecondaryLimit:
    case PauseReason::RetryAfter:
        break;
    }
    return ApiPause{pause->until, ApiPause::Reason::TooFast};
}

} // namespace

WindowBinding::WindowBinding(MainWindow& window, DashboardSession& session, AccountDesk& desk, Target first,
                             QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_desk(desk)
    , m_dialogs(window, desk)
    , m_files(window, session)
    , m_proposals(window, session)
    , m_cleanup(window, session)
    , m_policy(window, session)
    , m_first(std::move(first))
{
    connect(&m_policy, &PolicyBinding::profileChanged, this, &WindowBinding::openAgain);
    connectAccounts();
    connectSession();
    connectWindow();
}

void WindowBinding::start()
{
    m_choice = m_first.demo.isEmpty() ? OwnerChoice{OwnerChoice::Kind::Started, m_first.owner}
                                      : OwnerChoice{OwnerChoice::Kind::Demo, m_first.demo};
    m_window.setWriteAccess(m_first.access);
    m_desk.load();
    m_desk.complete(m_first);
}

void WindowBinding::connectAccounts()
{
    connect(&m_desk, &AccountDesk::accountsChanged, this, &WindowBinding::showOwners);
    connect(&m_desk, &AccountDesk::accountsChanged, this, &WindowBinding::showAccess);
    connect(&m_desk, &AccountDesk::completed, this, [this](const Target& target) {
        m_isOpened = true;
        m_opened = target;
        m_session.open(target);
    });
    connect(&m_desk, &AccountDesk::completionFailed, this, &WindowBinding::failToOpen);
    connect(&m_dialogs, &AccountDialogs::added, this, &WindowBinding::openAccount);
    connect(&m_window, &MainWindow::addAccountRequested, &m_dialogs, &AccountDialogs::add);
    connect(&m_window, &MainWindow::manageAccountsRequested, &m_dialogs, &AccountDialogs::manage);
}

/// There is no session to ask again: refreshing chooses once more.
void WindowBinding::failToOpen(const Error& error)
{
    m_isOpened = false;
    showFailure(error);
}

void WindowBinding::showFailure(const Error& error)
{
    m_hasInventory = false;
    m_window.setInventory(nullptr);
    m_window.setState(PageState::failed(error));
    showOwners();
    Q_EMIT notOpened();
}

void WindowBinding::connectSession()
{
    connect(&m_session, &DashboardSession::opened, this, &WindowBinding::showTarget);
    connect(&m_session, &DashboardSession::openFailed, this, &WindowBinding::showFailure);
    connect(&m_session, &DashboardSession::storeSetAside, this, [this](const QString& path, const QString& reason) {
        m_window.showNotice(
            tr("What was remembered was damaged (%1). It is kept as %2; everything is read anew.").arg(reason, path));
    });
    connect(&m_session, &DashboardSession::outlineRead, &m_window, &MainWindow::setOutline);
    connect(&m_session, &DashboardSession::inventoryRead, this, [this](const InventoryPtr& inventory) {
        m_hasInventory = true;
        m_window.setInventory(inventory);
    });
    connect(&m_session, &DashboardSession::refreshStarted, this, [this] { m_window.setState(PageState::loading()); });
    connect(&m_session, &DashboardSession::refreshProgress, this,
            [this](int done, int total) { m_window.setState(PageState::loading(done, total)); });
    connect(&m_session, &DashboardSession::checked, this, [this](const QDateTime& at) {
        m_checkedAt = at;
        m_window.setCheckedAt(at);
    });
    connect(&m_session, &DashboardSession::refreshEnded, this, &WindowBinding::showEnd);
    connect(&m_session, &DashboardSession::rateLimitChanged, this,
            [this](const std::optional<RateLimit>& limit) { m_window.setApiLimit(toApiLimit(limit)); });
    connect(&m_session, &DashboardSession::pauseChanged, this,
            [this](const std::optional<Pause>& pause) { m_window.setApiPause(toApiPause(pause)); });
    connect(&m_session, &DashboardSession::documentsRead, &m_window, &MainWindow::showDocuments);
    connect(&m_session, &DashboardSession::historyRead, &m_window, &MainWindow::showHistory);
    auto& storage = m_window.storagePage();
    connect(&m_session, &DashboardSession::storageMeasured, &storage, &StoragePage::setOverview);
    connect(&m_session, &DashboardSession::storageHistoryRead, &storage, &StoragePage::setHistory);
    auto& desk = m_session.storage();
    connect(&desk, &StorageDesk::growthSince, &storage, &StoragePage::setGrowthSince);
    connect(&storage, &StoragePage::sinceChosen, &desk, &StorageDesk::readGrowthSince);
    desk.readGrowthSince(storage.sinceCard().since());
    connect(&desk, &StorageDesk::reclaimed, &storage, &StoragePage::setReclaimable);
    connect(&desk, &StorageDesk::budgetsMeasured, &storage, &StoragePage::setBudgets);
    connect(&desk, &StorageDesk::incidentsKnown, &storage, &StoragePage::setIncidents);
    connect(&desk, &StorageDesk::billingKnown, &storage,
            [&storage](const BillingReading& billing) { storage.setBilling(billing); });
    connect(&desk, &StorageDesk::billingFailed, &storage,
            [&storage](const Error& error) { storage.setBilling(std::unexpected(error)); });
    connect(&m_session, &DashboardSession::termsKnown, &storage, &StoragePage::setTerms);
    connectDrift();
}

void WindowBinding::connectDrift()
{
    auto& page = m_window.driftPage();
    auto& desk = m_session.drift();
    connect(&desk, &DriftDesk::lookStarted, &page, [&page] { page.setLooking(true); });
    connect(&desk, &DriftDesk::looked, &page, [&page](const DriftLookPtr& look) {
        page.setLook(look);
        page.setLooking(false);
    });
    connect(&desk, &DriftDesk::lookFailed, &page, [&page](const Error& error) {
        page.showFailure(error);
        page.setLooking(false);
    });
    connect(&desk, &DriftDesk::keptKnown, &page, &DriftPage::showKept);
    connect(&desk, &DriftDesk::acknowledged, &page.fixes(), &DriftFixes::showAcknowledged);
    connect(&desk, &DriftDesk::lockPreviewed, &page.fixes(), &DriftFixes::showLockPreview);
    connect(&desk, &DriftDesk::lockWritten, &page.fixes(), &DriftFixes::showLockWritten);
    connect(&page.fixes(), &DriftFixes::lockPreviewRequested, &desk, &DriftDesk::previewLock);
    connect(&page.fixes(), &DriftFixes::lockWriteRequested, &desk, &DriftDesk::writeLock);
    connect(&page, &DriftPage::seen, &desk, &DriftDesk::want);
    connect(&page, &DriftPage::checkRequested, &desk, &DriftDesk::check);
    connect(&page.fixes(), &DriftFixes::acknowledgeRequested, &desk, &DriftDesk::acknowledge);
}

void WindowBinding::connectWindow()
{
    m_window.installEventFilter(this);
    connect(&m_window, &MainWindow::refreshRequested, this, &WindowBinding::refresh);
    connect(&m_window, &MainWindow::documentsWanted, &m_session, &DashboardSession::readDocuments);
    connect(&m_window, &MainWindow::historyWanted, &m_session, &DashboardSession::readHistory);
    connect(&m_window, &MainWindow::organisationChosen, this, &WindowBinding::chooseOwner);
}

void WindowBinding::showEnd(const std::optional<Error>& error)
{
    // A reading that was stopped leaves what was there, without a complaint.
    const bool isStopped = error && error->kind == ErrorKind::Cancelled && m_hasInventory;
    const bool isUnreachable =
        error && m_hasInventory && (error->kind == ErrorKind::Network || error->kind == ErrorKind::Timeout);
    const bool wasNeverRead = error && m_isOffline && error->kind == ErrorKind::Offline;
    if (error && !isStopped && !isUnreachable && !wasNeverRead)
        m_window.setState(PageState::failed(*error));
    else
        m_window.setState(m_isOffline || isUnreachable ? PageState::offline(m_checkedAt) : PageState::ready());
}

bool WindowBinding::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::WindowActivate:
    case QEvent::WindowDeactivate:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange: {
        const bool isSeen = m_window.isVisible() && !m_window.isMinimized();
        m_session.setWindow(!isSeen                     ? RefreshGround::Window::Hidden
                            : m_window.isActiveWindow() ? RefreshGround::Window::Active
                                                        : RefreshGround::Window::Visible);
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

/// Reads again, or tries again what could not be opened for want of a token.
void WindowBinding::refresh()
{
    if (m_isOpened)
        m_session.refresh();
    else
        chooseOwner(m_choice);
}

void WindowBinding::openAgain()
{
    if (const auto* operation = endangered())
        m_window.showNotice(tr("The profile counts as it is now when the owner is opened again. This is still running: "
                               "%1",
                               "what is running")
                                .arg(operation->title()));
    else if (m_isOpened)
        m_session.open(m_opened);
}

void WindowBinding::showTarget(const Target& target)
{
    // The owner may come from the profile or an account; then it is known from here on.
    if (m_choice.kind == OwnerChoice::Kind::Started) {
        m_first.owner = target.owner;
        m_choice.owner = target.owner;
    }
    m_hasInventory = false;
    m_isOffline = target.isOffline;
    m_checkedAt = {};
    m_accountId = target.accountId;
    m_window.setWriteAccess(target.access);
    m_window.setClock(target.clock);
    m_window.setRefreshAllowed(!target.isOffline);
    showOwners();
    // A demo is served at an address of its own at each start, where it can be pulled from; what it plays is shown.
    const QString name = u'/' + target.owner.toLower();
    const QString address = target.registryUrl.authority() + name;
    m_window.setRegistryName(address, target.demo.isEmpty() ? address : tr("Demo of %1").arg(u"ghcr.io"_s + name));
    m_window.setInventory(nullptr);
    m_window.setState(PageState::loading());
}

void WindowBinding::showAccess()
{
    const auto& accounts = m_desk.accounts();
    const auto found = std::ranges::find(accounts, m_accountId, &Account::id);
    if (found != accounts.end())
        m_window.setWriteAccess(accessWith(*found, m_desk.base().access));
}

QList<OwnerGroup> WindowBinding::owners() const
{
    QList<OwnerGroup> groups;
    if (m_first.demo.isEmpty() && !m_first.owner.isEmpty())
        groups.append({QString(), {{OwnerChoice::Kind::Started, m_first.owner}}});
    for (const auto& account : m_desk.accounts()) {
        OwnerGroup group{account.name, {}};
        for (const auto& owner : account.owners)
            group.choices.append({OwnerChoice::Kind::Account, owner, account.id});
        groups.append(group);
    }
    OwnerGroup demos{tr("Demo organisations"), {}};
    const QStringList names = demoOrganisations();
    for (const auto& demo : names)
        demos.choices.append({OwnerChoice::Kind::Demo, demo});
    groups.append(demos);
    return groups;
}

void WindowBinding::showOwners()
{
    m_window.setOwners(owners(), m_choice);
}

std::optional<OwnerChoice> WindowBinding::choiceOf(const QString& owner) const
{
    const auto groups = owners();
    for (const auto& group : groups)
        for (const auto& choice : group.choices)
            if (choice.owner.compare(owner, Qt::CaseInsensitive) == 0)
                return choice;
    return std::nullopt;
}

const Operation* WindowBinding::endangered() const
{
    const auto& operations = m_session.operations();
    for (int row = 0; row < operations.rowCount(); ++row)
        if (const auto* operation = operations.operationAt(row); !operation->consequence().isEmpty())
            return operation;
    return nullptr;
}

bool WindowBinding::chooseOwner(const OwnerChoice& choice)
{
    if (const auto* operation = endangered()) {
        showOwners();
        m_window.showNotice(tr("Another owner can be opened when this has ended or was stopped: %1", "what is running")
                                .arg(operation->title()));
        return false;
    }
    m_choice = choice;
    // What is open is read no more, whether the next one's token is there or not.
    m_session.close();
    m_desk.cancelCompletion();
    m_hasInventory = false;
    m_window.setInventory(nullptr);
    m_window.setRegistryName({});
    m_accountId = choice.account;
    m_window.setWriteAccess(m_desk.base().access);
    showAccess();
    m_window.setState(PageState::loading());
    switch (choice.kind) {
    case OwnerChoice::Kind::Started:
        m_desk.complete(m_first);
        return true;
    case OwnerChoice::Kind::Account: {
        const auto& accounts = m_desk.accounts();
        const auto found = std::ranges::find(accounts, choice.account, &Account::id);
        if (found != accounts.end())
            m_desk.complete(*found, choice.owner);
        else
            failToOpen({ErrorKind::SecretNotFound, tr("the removed account of %1").arg(choice.owner), {}, {}});
        return true;
    }
    case OwnerChoice::Kind::Demo:
        break;
    }
    Target target = m_desk.base();
    target.demo = choice.owner;
    m_desk.complete(target);
    return true;
}

void WindowBinding::openAccount(const Account& account)
{
    chooseOwner({OwnerChoice::Kind::Account, account.owners.value(0), account.id});
}

} // namespace slipway
