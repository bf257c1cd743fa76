#include "app/mainwindow.h"

#include "app/jumps.h"
#include "app/keyhints.h"
#include "app/logdrawer.h"
#include "app/noticebar.h"
#include "app/palettedesk.h"
#include "app/panewalk.h"
#include "app/wayback.h"
#include "app/windowactions.h"
#include "app/windowpalette.h"
#include "models/operationsmodel.h"
#include "resources/resources.h"
#include "views/cleanup/cleanuppage.h"
#include "views/drift/driftpage.h"
#include "views/files/filespage.h"
#include "views/inventory/inventorypage.h"
#include "views/shell/accessbadge.h"
#include "views/shell/breadcrumb.h"
#include "views/shell/freshness.h"
#include "views/shell/logpanel.h"
#include "views/shell/ownerchooser.h"
#include "views/shell/sidebar.h"
#include "views/shell/statusbar.h"
#include "views/shell/topbar.h"
#include "views/storage/storagepage.h"
#include "views/widgets/readingorder.h"
#include "views/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QIcon>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr QSize kSmallest{1180, 720};

/// A page that goes to where the window keeps it once it is made. `key` is pressed together with Ctrl.
template<typename P>
PageDescriptor described(P*& place, const QString& id, const QString& title, const QString& iconName, Qt::Key key)
{
    const auto make = [&place](QWidget* parent) -> Page* { return place = new P(parent); };
    return {id, title, iconName, QKeySequence(Qt::CTRL | key), make};
}
} // namespace

MainWindow::MainWindow(Theme& theme, OperationsModel& operations, LogRing& log, QWidget* parent)
    : QMainWindow(parent)
    , m_theme(theme)
    , m_topBar(new TopBar(this))
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
    , m_statusBar(new StatusBar(operations, this))
    , m_body(new QWidget(this))
    , m_log(new LogDrawer(*m_body, log, this))
    , m_jumps(new Jumps(*this))
{
    setWindowTitle(u"Slipway"_s);
    setWindowIcon(QIcon(kLogo));
    setMinimumSize(kSmallest);
    m_theme.watch(*this);
    makePages();
    layOut();
    makeActions();
    m_palette = makePaletteDesk(*this, *m_topBar, *m_jumps);
    connectParts();
    new Toast(*this); // now, for its keys may be set
    new WayBack(*this);
    new KeyHints(*this);
    resize(kUsualSize);
    setCurrentPage(0);
    page().panes().constFirst()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::makePages()
{
    m_descriptors = {
        described(m_inventory, u"inventory"_s, tr("Inventory"), u"view-list-tree"_s, Qt::Key_1),
        described(m_storage, u"storage"_s, tr("Storage"), u"office-chart-area"_s, Qt::Key_2),
        described(m_drift, u"drift"_s, tr("Drift"), u"vcs-diff"_s, Qt::Key_3),
        described(m_cleanup, u"cleanup"_s, tr("Cleanup"), u"edit-clear-history"_s, Qt::Key_4),
        described(m_files, u"files"_s, tr("Files"), u"document-multiple"_s, Qt::Key_0),
    };
    for (const auto& descriptor : m_descriptors)
        m_pages->addWidget(descriptor.make(m_pages));
    m_sidebar = new Sidebar(m_descriptors, this);
}

void MainWindow::layOut()
{
    auto* central = new QWidget(this);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_notice);
    right->addWidget(m_pages, 1);
    auto* upper = new QHBoxLayout(m_body);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->setSpacing(0);
    upper->addWidget(m_sidebar);
    upper->addLayout(right, 1);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_log, 1);
    layout->addWidget(m_statusBar);
    setCentralWidget(central);
}

void MainWindow::makeActions()
{
    auto* actions = new WindowActions(*this);
    for (int i = 0; const auto& page : m_descriptors)
        actions->addPage(page.id, page.title, page.iconName, page.shortcut, this,
                         [this, number = i++] { m_jumps->goToPage(number); });
    connect(actions, &WindowActions::refresh, this, &MainWindow::refreshRequested);
    connect(actions, &WindowActions::refresh, m_files, [this] {
        if (m_files->isVisible())
            m_files->readAgain();
    });
    connect(actions, &WindowActions::toggleSidebar, m_sidebar, &Sidebar::toggleCollapsed);
    connect(actions, &WindowActions::switchOwner, &m_topBar->owner(), &OwnerChooser::showMenu);
    connect(actions, &WindowActions::copyDigest, m_inventory, &InventoryPage::copyDigest);
    connect(actions, &WindowActions::copyPullCommand, m_inventory, &InventoryPage::copyPullCommand);
    connect(actions, &WindowActions::addAccount, this, &MainWindow::addAccountRequested);
    connect(actions, &WindowActions::manageAccounts, this, &MainWindow::manageAccountsRequested);
    connect(actions, &WindowActions::settings, this, &MainWindow::settingsRequested);
    connect(actions, &WindowActions::followSystemColors, &m_theme, [this] { m_theme.setMode(ThemeMode::System); });
    connect(actions, &WindowActions::useLightColors, &m_theme, [this] { m_theme.setMode(ThemeMode::Light); });
    connect(actions, &WindowActions::useDarkColors, &m_theme, [this] { m_theme.setMode(ThemeMode::Dark); });
    connect(actions, &WindowActions::useHighContrast, &m_theme, [this] { m_theme.setMode(ThemeMode::HighContrast); });
    connect(m_inventory, &InventoryPage::copyableChanged, actions, &WindowActions::setCopyable);
    connect(actions, &WindowActions::search, this, [this] { m_palette->open(); });
    connect(actions, &WindowActions::toggleLog, this, [this] { setLogOpen(!isLogOpen()); });
    connect(actions, &WindowActions::nextPane, this, [this] { goToPane(1); });
    connect(actions, &WindowActions::previousPane, this, [this] { goToPane(-1); });
    connect(actions, &WindowActions::leave, this, &MainWindow::leavePane);
}

void MainWindow::connectStorage()
{
    const auto& freshness = m_topBar->freshness();
    connect(&freshness, &Freshness::standingChanged, m_storage, &StoragePage::setState);
    connect(&freshness, &Freshness::ageChanged, m_storage, &StoragePage::setAge);
    connect(m_storage, &StoragePage::refreshRequested, this, &MainWindow::refreshRequested);
    connect(m_storage, &StoragePage::filterRequested, m_jumps, &Jumps::showFiltered);
    connect(m_storage, &StoragePage::badgeChanged, m_sidebar,
            [this](const QString& text, Tone tone) { m_sidebar->setBadge(m_pages->indexOf(m_storage), text, tone); });
}

void MainWindow::connectDrift()
{
    connect(&m_topBar->freshness(), &Freshness::standingChanged, m_drift, &DriftPage::setState);
    connect(&m_topBar->freshness(), &Freshness::ageChanged, m_drift, &DriftPage::setAge);
    connect(m_drift, &DriftPage::refreshRequested, this, &MainWindow::refreshRequested);
    connect(m_drift, &DriftPage::documentsWanted, this, &MainWindow::documentsWanted);
    connect(m_drift, &DriftPage::imageRequested, m_jumps, &Jumps::goToImage);
    connect(m_drift, &DriftPage::fileRequested, m_jumps, &Jumps::goToPath);
    connect(m_drift, &DriftPage::badgeChanged, m_sidebar,
            [this](const QString& text, Tone tone) { m_sidebar->setBadge(m_pages->indexOf(m_drift), text, tone); });
}

void MainWindow::connectCleanup()
{
    connect(&m_topBar->freshness(), &Freshness::standingChanged, m_cleanup, &CleanupPage::setState);
    connect(&m_topBar->freshness(), &Freshness::ageChanged, m_cleanup, &CleanupPage::setAge);
    connect(m_cleanup, &CleanupPage::refreshRequested, this, &MainWindow::refreshRequested);
    connect(m_cleanup, &CleanupPage::versionRequested, m_jumps, &Jumps::goToVersion);
}

void MainWindow::connectParts()
{
    connectStorage();
    connectDrift();
    connectCleanup();
    connect(m_sidebar, &Sidebar::pageChosen, m_jumps, &Jumps::goToPage);
    connect(m_sidebar, &Sidebar::themeModeChosen, &m_theme, &Theme::setMode);
    connect(m_sidebar, &Sidebar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(&m_theme, &Theme::changed, m_sidebar, [this] { m_sidebar->setThemeMode(m_theme.mode()); });
    m_sidebar->setThemeMode(m_theme.mode());
    connect(&m_topBar->owner(), &OwnerChooser::ownerChosen, this, &MainWindow::organisationChosen);
    connect(&m_topBar->owner(), &OwnerChooser::addAccountRequested, this, &MainWindow::addAccountRequested);
    connect(&m_topBar->owner(), &OwnerChooser::manageAccountsRequested, this, &MainWindow::manageAccountsRequested);
    connect(&m_topBar->freshness(), &Freshness::refreshRequested, this, &MainWindow::refreshRequested);
    connect(&m_topBar->freshness(), &Freshness::standingChanged, m_inventory, &InventoryPage::setState);
    connect(&m_topBar->freshness(), &Freshness::standingChanged, m_statusBar, &StatusBar::setState);
    connect(&m_topBar->freshness(), &Freshness::ageChanged, m_inventory, &InventoryPage::setAge);
    connect(m_inventory, &InventoryPage::refreshRequested, this, &MainWindow::refreshRequested);
    connect(m_inventory, &InventoryPage::documentsWanted, this, &MainWindow::documentsWanted);
    connect(m_inventory, &InventoryPage::historyWanted, this, &MainWindow::historyWanted);
    connect(m_statusBar, &StatusBar::logToggled, this, [this] { setLogOpen(!isLogOpen()); });
    connect(&m_log->panel(), &LogPanel::closeRequested, this, [this] { setLogOpen(false); });
    connect(m_log, &QSplitter::splitterMoved, this, &MainWindow::layoutChanged);
    connect(m_sidebar, &Sidebar::collapsedChanged, this, &MainWindow::layoutChanged);
    for (int i = 0; i < m_pages->count(); ++i) {
        connect(&pageAt(i), &Page::breadcrumbChanged, this, &MainWindow::showBreadcrumb);
        connect(&pageAt(i), &Page::placeLeft, this, &MainWindow::placeLeft);
        connect(&pageAt(i), &Page::stateChanged, this, &MainWindow::layoutChanged);
    }
}

void MainWindow::setClock(const Clock& clock)
{
    m_topBar->freshness().setClock(clock);
    m_statusBar->setClock(clock);
    m_inventory->setClock(clock);
    m_storage->setClock(clock);
    m_drift->setClock(clock);
    m_cleanup->setClock(clock);
}

void MainWindow::setOwners(const QList<OwnerGroup>& owners, const OwnerChoice& current)
{
    m_owner = current.owner;
    m_topBar->owner().setOwners(owners, current);
    m_topBar->demo().setVisible(current.kind == OwnerChoice::Kind::Demo);
    m_palette->setOwners(owners);
    m_inventory->setOwner(m_owner, m_registryName);
    m_storage->setOwner(m_owner);
    m_drift->setOwner(m_owner);
    m_cleanup->setOwner(m_owner);
    m_files->setOwner(m_owner);
    setWindowTitle(m_owner.isEmpty() ? u"Slipway"_s : tr("%1 – Slipway").arg(m_owner));
}

void MainWindow::setRegistryName(const QString& name, const QString& shown)
{
    m_registryName = name;
    m_statusBar->setRegistryName(shown.isEmpty() ? name : shown, name);
    m_inventory->setOwner(m_owner, m_registryName);
}

void MainWindow::setInventory(const InventoryPtr& inventory)
{
    m_inventory->setInventory(inventory);
    m_storage->setInventory(inventory);
    m_drift->setInventory(inventory);
    m_cleanup->setInventory(inventory);
    m_palette->setInventory(inventory);
    m_topBar->freshness().setFetchedAt(inventory ? inventory->snapshot->fetchedAt : QDateTime());
}

void MainWindow::setOutline(const InventoryPtr& outline)
{
    m_inventory->setOutline(outline);
    m_palette->setOutline(outline);
}

void MainWindow::setCheckedAt(const QDateTime& time)
{
    m_topBar->freshness().setFetchedAt(time);
}

void MainWindow::setRefreshAllowed(bool isAllowed)
{
    m_topBar->freshness().setRefreshAllowed(isAllowed);
}

void MainWindow::setState(const PageState& state)
{
    m_topBar->freshness().setState(state);
}

void MainWindow::setWriteAccess(WriteAccess access)
{
    m_topBar->access().setAccess(access);
    for (int i = 0; i < m_pages->count(); ++i)
        pageAt(i).setWriteAccess(access);
}

void MainWindow::setApiLimit(const std::optional<ApiLimit>& limit)
{
    m_topBar->apiLimit().setLimit(limit);
}

void MainWindow::showNotice(const QString& sentence)
{
    m_notice->tell(sentence);
}

void MainWindow::setApiPause(const std::optional<ApiPause>& pause)
{
    m_topBar->apiLimit().setPause(pause);
}

void MainWindow::showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                               const std::optional<Result<QByteArray>>& configBytes)
{
    m_inventory->showDocuments(manifest, manifestBytes, configBytes);
    m_drift->showDocuments(manifest, configBytes);
}

void MainWindow::showHistory(const HistoryRequest& request, const Result<PackageHistory>& history)
{
    m_inventory->showHistory(request, history);
}

LogPanel& MainWindow::logPanel()
{
    return m_log->panel();
}

void MainWindow::setLogOpen(bool isOpen)
{
    m_log->setOpen(isOpen);
    m_statusBar->setLogOpen(isOpen);
    if (isOpen)
        m_log->panel().takeKeyboard();
    else
        leavePane();
    Q_EMIT layoutChanged();
}

bool MainWindow::isLogOpen() const
{
    return m_log->isOpen();
}

int MainWindow::logHeight() const
{
    return m_log->logHeight();
}

void MainWindow::setLogHeight(int height)
{
    m_log->setLogHeight(height);
}

int MainWindow::currentPage() const
{
    return m_pages->currentIndex();
}

void MainWindow::setCurrentPage(int page)
{
    m_pages->setCurrentIndex(page);
    m_sidebar->setCurrentPage(page);
    showBreadcrumb();
    Q_EMIT layoutChanged();
}

Page& MainWindow::page() const
{
    return pageAt(currentPage());
}

Page& MainWindow::pageAt(int page) const
{
    return *static_cast<Page*>(m_pages->widget(page));
}

void MainWindow::showBreadcrumb()
{
    m_topBar->breadcrumb().setSteps(page().breadcrumb());
}

void MainWindow::goToPane(int step)
{
    QList<QWidget*> panes{m_sidebar, m_topBar};
    panes += page().panes();
    if (isLogOpen())
        panes.append(&m_log->panel());
    walkPanes(panes, 2, step); // from the page's first
}

void MainWindow::leavePane()
{
    // From the details' own window.
    if (const auto* active = QApplication::activeWindow(); active && active != this)
        activateWindow();
    page().panes().constFirst()->setFocus(Qt::ShortcutFocusReason);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusInReadingOrder(*this, next ? FocusStep::Next : FocusStep::Previous);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_sidebar->fitTo(width());
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_sidebar)
        m_sidebar->fitTo(width());
}

} // namespace slipway
