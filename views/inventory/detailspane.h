#pragma once

#include "domain/packagehistory.h"
#include "views/inventory/detailssubject.h"
#include "views/inventory/detailstab.h"

#include <QWidget>

class QMenu;
class QStackedWidget;

namespace slipway
{

class ConfigTab;
class DetailsFoot;
class DetailsHead;
class HistoryFeed;
class HistoryTab;
class LayersTab;
class ManifestTab;
class ReferrersTab;
class StatePage;
class SummaryTab;

/// What is selected in the inventory, in full.
class DetailsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    /// "ghcr.io/northquay": what pull commands begin with.
    void setRegistryName(const QString& name);
    /// Where else the details can be; outlives them.
    void setPlaceMenu(QMenu& menu);
    /// Shows a row. `inventory` is what the item points into.
    void showItem(InventoryPtr inventory, const InventoryItem& item);
    /// Says of a row that it is not known yet what it is made of.
    void showUncounted();
    /// False while a sentence stands where a row's details would.
    [[nodiscard]] bool hasItem() const;
    void showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                       const std::optional<Result<QByteArray>>& configBytes);
    void showHistory(const HistoryRequest& request, const Result<PackageHistory>& history);
    void setTab(DetailsTab tab);
    [[nodiscard]] DetailsTab tab() const;
    /// What the tabs need so that none is cut.
    [[nodiscard]] int tabsWidth() const;
    /// True while what is shown was asked for and has not come.
    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] QString pullCommand() const;
    [[nodiscard]] QString digestText() const;
    [[nodiscard]] SummaryTab& summaryTab() { return *m_summaryTab; }
    [[nodiscard]] LayersTab& layersTab() { return *m_layersTab; }
    [[nodiscard]] ManifestTab& manifestTab() { return *m_manifestTab; }
    [[nodiscard]] ConfigTab& configTab() { return *m_configTab; }
    [[nodiscard]] ReferrersTab& referrersTab() { return *m_referrersTab; }
    [[nodiscard]] HistoryTab& historyTab() { return *m_historyTab; }

Q_SIGNALS:
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);
    void historyWanted(const slipway::HistoryRequest& request);
    void partChosen(const slipway::Digest& digest);
    void imageChosen(const slipway::PackageName& image);
    void tabChanged();
    /// Nothing is waited for any more.
    void settled();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void connectParts();
    void connectHistory();
    void tellSettled();
    void showAll();
    [[nodiscard]] QWidget* showTab();
    void showReason();

    Clock m_clock;
    bool m_isInSight = false; ///< hidden, or on a page that is, nothing is read for nobody
    QString m_registryName;
    DetailsSubject* m_subject;
    HistoryFeed* m_feed;
    DetailsHead* m_head;
    QStackedWidget* m_pages;
    SummaryTab* m_summaryTab;
    LayersTab* m_layersTab;
    ManifestTab* m_manifestTab;
    ConfigTab* m_configTab;
    ReferrersTab* m_referrersTab;
    HistoryTab* m_historyTab;
    StatePage* m_nothing;
    bool m_isUncounted = false; ///< says why nothing is there
    DetailsFoot* m_foot;
};

} // namespace slipway
