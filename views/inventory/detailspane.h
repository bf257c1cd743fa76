#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "models/configsections.h"
#include "models/summary.h"
#include "views/inventory/detailstab.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <memory>

class QPushButton;
class QStackedWidget;

namespace slipway
{

class ConfigTab;
class DetailsHead;
class LayersTab;
class ManifestTab;
class ReferrersTab;
class SummaryTab;

/// What is selected in the inventory, in full. Documents it needs beyond the inventory are asked for when a row has
/// been selected for a moment, and shown when they come.
class DetailsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailsPane(QWidget* parent = nullptr);
    ~DetailsPane() override;

    void setClock(const Clock& clock) { m_clock = clock; }
    /// "ghcr.io/northquay": what pull commands begin with.
    void setRegistryName(const QString& name);
    /// Shows a row. `inventory` is what the item points into.
    void showItem(InventoryPtr inventory, const InventoryItem& item);
    void showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                       const std::optional<Result<QByteArray>>& configBytes);
    void setTab(DetailsTab tab);
    [[nodiscard]] DetailsTab tab() const;
    /// What the tabs need so that none is cut.
    [[nodiscard]] int tabsWidth() const;
    /// True while documents were asked for and have not come.
    [[nodiscard]] bool isWaiting() const { return m_isAsking.isActive() || !m_wanted.isEmpty(); }
    [[nodiscard]] QString pullCommand() const;
    [[nodiscard]] QString digestText() const;
    [[nodiscard]] SummaryTab& summaryTab() { return *m_summaryTab; }
    [[nodiscard]] LayersTab& layersTab() { return *m_layersTab; }
    [[nodiscard]] ManifestTab& manifestTab() { return *m_manifestTab; }
    [[nodiscard]] ConfigTab& configTab() { return *m_configTab; }
    [[nodiscard]] ReferrersTab& referrersTab() { return *m_referrersTab; }

Q_SIGNALS:
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);
    void partChosen(const slipway::Digest& digest);
    void imageChosen(const slipway::PackageName& image);
    void tabChanged();
    /// Nothing is waited for any more.
    void settled();

private:
    QWidget* makeFoot();
    void showAll();
    void showLayers();
    [[nodiscard]] QString historyRemark(size_t layers) const;
    void showManifest();
    void showConfig();
    void showReferrers();
    [[nodiscard]] QStringList platforms() const;
    [[nodiscard]] std::vector<ConfigSection> sectionsOf(const Digest& digest, const QByteArray& bytes) const;
    void askForDocuments();
    void ask(RowIndex version, const std::optional<Digest>& config);
    void chooseImage(int index);
    void takeConfig(const Digest& manifest, const Result<QByteArray>& bytes);
    [[nodiscard]] RowIndex content() const;
    [[nodiscard]] Digest digestOf(RowIndex version) const;
    [[nodiscard]] std::optional<Digest> configOf(RowIndex version) const;
    [[nodiscard]] std::optional<ImageConfig> config() const;

    Clock m_clock;
    QString m_registryName;
    InventoryPtr m_inventory;
    InventoryItem m_item;
    QList<Digest> m_wanted;
    QTimer m_isAsking;
    std::vector<RowIndex> m_images;
    int m_choice = 0;
    QHash<Digest, ImageConfig> m_configs; ///< read for this pane, by config digest
    std::optional<Result<QByteArray>> m_manifest;
    Digest m_configDigest; ///< of m_config; null while none was read
    Result<QByteArray> m_config;
    QDateTime m_manifestReadAt;

    DetailsHead* m_head;
    QStackedWidget* m_pages;
    SummaryTab* m_summaryTab;
    LayersTab* m_layersTab;
    ManifestTab* m_manifestTab;
    ConfigTab* m_configTab;
    ReferrersTab* m_referrersTab;
    QWidget* m_nothing;
    QWidget* m_foot = nullptr;
    QPushButton* m_pull = nullptr;
};

} // namespace slipway
