#include "app/dashboard/windowbinding.h"

#include "app/dashboard/dashboardsession.h"
#include "app/mainwindow.h"
#include "resources/demo.h"

#include <QEvent>

namespace slipway
{

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

WindowBinding::WindowBinding(MainWindow& window, DashboardSession& session, Target first, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_session(session)
    , m_first(std::move(first))
{
    connectSession();
    connectWindow();
}

void WindowBinding::start()
{
    m_session.open(m_first);
}

void WindowBinding::connectSession()
{
    connect(&m_session, &DashboardSession::opened, this, &WindowBinding::showTarget);
    connect(&m_session, &DashboardSession::openFailed, this, [this](const Error& error) {
        m_hasInventory = false;
        m_window.setInventory(nullptr);
        m_window.setState(PageState::failed(error));
    });
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
}

void WindowBinding::connectWindow()
{
    m_window.installEventFilter(this);
    connect(&m_window, &MainWindow::refreshRequested, &m_session, &DashboardSession::refresh);
    connect(&m_window, &MainWindow::documentsWanted, &m_session, &DashboardSession::readDocuments);
    connect(&m_window, &MainWindow::organisationChosen, this, &WindowBinding::chooseOwner);
}

void WindowBinding::showEnd(const std::optional<Error>& error)
{
    // A reading that was stopped leaves what was there, without a complaint.
    const bool isStopped = error && error->kind == ErrorKind::Cancelled && m_hasInventory;
    const bool isUnreachable =
        error && m_hasInventory && (error->kind == ErrorKind::Network || error->kind == ErrorKind::Timeout);
    if (m_isOffline || isUnreachable)
        m_window.setState(PageState::offline(m_checkedAt));
    else
        m_window.setState(error && !isStopped ? PageState::failed(*error) : PageState::ready());
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

void WindowBinding::showTarget(const Target& target)
{
    // The owner may come from the profile; then it is known from here on.
    if (m_first.demo.isEmpty() && m_first.owner.isEmpty())
        m_first.owner = target.owner;
    QStringList owners = demoOrganisations();
    if (m_first.demo.isEmpty() && !m_first.owner.isEmpty())
        owners.prepend(m_first.owner);
    owners.removeDuplicates();
    m_hasInventory = false;
    m_isOffline = target.isOffline;
    m_checkedAt = {};
    m_window.setClock(target.clock);
    m_window.setRefreshAllowed(!target.isOffline);
    m_window.setOwners(owners, target.owner);
    m_window.setRegistryName(target.registryUrl.authority() + u'/' + target.owner.toLower());
    m_window.setInventory(nullptr);
    m_window.setState(PageState::loading());
}

void WindowBinding::chooseOwner(const QString& owner)
{
    Target target = m_first;
    if (m_first.demo.isEmpty() && owner == m_first.owner) {
        m_session.open(target);
        return;
    }
    target.demo = owner;
    target.owner.clear();
    target.profilePath.clear();
    m_session.open(target);
}

} // namespace slipway
