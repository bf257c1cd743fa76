#pragma once

#include "core/clock.h"
#include "domain/packagehistory.h"
#include "inventory/inventory.h"
#include "views/page.h"
#include "views/pagestate.h"
#include "views/shell/apilimit.h"
#include "views/shell/ownerchoice.h"
#include "views/theme/theme.h"

#include <QMainWindow>

class QStackedWidget;

namespace slipway
{

class CleanupPage;
class DriftPage;
class FilesPage;
class InventoryPage;
class Jumps;
class LogDrawer;
class LogPanel;
class LogRing;
class NoticeBar;
class OperationsModel;
class PaletteDesk;
class Sidebar;
class StatusBar;
class StoragePage;
class TopBar;

/// The window: sidebar, top bar, the pages, status bar. It composes them and passes values in and wishes out; what is
/// read and when is decided by whoever owns it.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    static constexpr QSize kUsualSize{1440, 900};

    /// All of them outlive the window.
    MainWindow(Theme& theme, OperationsModel& operations, LogRing& log, QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    /// The organisations to choose from, and the one in sight.
    void setOwners(const QList<OwnerGroup>& owners, const OwnerChoice& current);
    /// "ghcr.io/northquay": what pull commands begin with, and what the status bar shows unless `shown` is something
    /// else.
    void setRegistryName(const QString& name, const QString& shown = {});
    /// What is shown; null empties the pages, for an owner of whom nothing was read yet.
    void setInventory(const InventoryPtr& inventory);
    /// What stands where, while what is counted is being loaded: the tree shows it until the inventory comes.
    void setOutline(const InventoryPtr& outline);
    /// The moment that what is shown is true of.
    void setCheckedAt(const QDateTime& time);
    void setState(const PageState& state);
    /// False when the network is not to be used: then nothing offers to read.
    void setRefreshAllowed(bool isAllowed);
    /// Whether pages may offer what changes a server.
    void setWriteAccess(WriteAccess access);
    void setApiLimit(const std::optional<ApiLimit>& limit);
    /// One sentence above the pages, until a person closes it; those told before are folded below it.
    void showNotice(const QString& sentence);
    void setApiPause(const std::optional<ApiPause>& pause);
    /// The answer to historyWanted().
    void showHistory(const HistoryRequest& request, const Result<PackageHistory>& history);
    /// The answer to documentsWanted().
    void showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                       const std::optional<Result<QByteArray>>& configBytes);

    [[nodiscard]] const std::vector<PageDescriptor>& pages() const { return m_descriptors; }
    [[nodiscard]] int currentPage() const;
    void setCurrentPage(int page);
    /// Whose packages are in sight.
    [[nodiscard]] const QString& owner() const { return m_owner; }
    [[nodiscard]] Page& pageAt(int page) const;
    [[nodiscard]] InventoryPage& inventoryPage() { return *m_inventory; }
    [[nodiscard]] StoragePage& storagePage() { return *m_storage; }
    [[nodiscard]] DriftPage& driftPage() { return *m_drift; }
    [[nodiscard]] CleanupPage& cleanupPage() { return *m_cleanup; }
    [[nodiscard]] FilesPage& filesPage() { return *m_files; }
    [[nodiscard]] Theme& theme() { return m_theme; }
    [[nodiscard]] PaletteDesk& paletteDesk() { return *m_palette; }
    [[nodiscard]] TopBar& topBar() { return *m_topBar; }
    [[nodiscard]] Sidebar& sidebar() const { return *m_sidebar; }
    [[nodiscard]] StatusBar& statusStrip() { return *m_statusBar; }
    [[nodiscard]] LogPanel& logPanel();
    /// Opens the log and gives it the keyboard, or closes it and gives the keyboard back to the page.
    void setLogOpen(bool isOpen);
    [[nodiscard]] bool isLogOpen() const;
    /// The log's height in pixels, now or when it is opened next.
    [[nodiscard]] int logHeight() const;
    void setLogHeight(int height);

Q_SIGNALS:
    /// A jump to another place is about to begin.
    void placeLeft();
    void organisationChosen(const slipway::OwnerChoice& choice);
    void addAccountRequested();
    void manageAccountsRequested();
    void settingsRequested();
    void refreshRequested();
    /// A person arranged something anew: a splitter, the sidebar, the log, the page in sight or how it is arranged.
    void layoutChanged();
    /// A page needs a manifest, and a config if one is named, by digest.
    void historyWanted(const slipway::HistoryRequest& request);
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// Tab goes as one reads.
    bool focusNextPrevChild(bool next) override;

private:
    void makePages();
    void layOut();
    void connectParts();
    void connectStorage();
    void connectDrift();
    void connectCleanup();
    void makeActions();
    void showBreadcrumb();
    void goToPane(int step);
    void leavePane();
    [[nodiscard]] Page& page() const;

    Theme& m_theme;
    std::vector<PageDescriptor> m_descriptors;
    QString m_owner;
    QString m_registryName;
    Sidebar* m_sidebar = nullptr;
    TopBar* m_topBar;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    StatusBar* m_statusBar;
    QWidget* m_body; ///< all above the log
    LogDrawer* m_log;
    Jumps* m_jumps;
    InventoryPage* m_inventory = nullptr;
    StoragePage* m_storage = nullptr;
    DriftPage* m_drift = nullptr;
    CleanupPage* m_cleanup = nullptr;
    FilesPage* m_files = nullptr;
    PaletteDesk* m_palette = nullptr;
};

} // namespace slipway
