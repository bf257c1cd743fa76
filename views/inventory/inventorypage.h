#pragma once

#include "core/clock.h"
#include "domain/packagehistory.h"
#include "models/inventorymodel.h"
#include "views/inventory/detailstab.h"
#include "views/inventory/rowfinder.h"
#include "views/page.h"
#include "views/pagestate.h"

namespace slipway
{

class AgedText;
class ColumnMenu;
class DetailsPane;
class InventoryContent;
class InventoryHeader;
class InventorySelection;
class InventoryStates;
class InventoryTree;
class LayerComparison;
class TreeFilter;
class TreeFoot;
class TreeState;

/// The Inventory page: every image of an owner as a tree, and what is selected in full beside it.
class InventoryPage final : public Page
{
    Q_OBJECT
public:
    explicit InventoryPage(QWidget* parent = nullptr);

    void setClock(const Clock& clock);
    /// Whose packages these are, and what pull commands begin with ("ghcr.io/northquay").
    void setOwner(const QString& owner, const QString& registryName);
    /// What is shown; null while nothing was read.
    void setInventory(const InventoryPtr& inventory);
    /// What stands where, while the rest is loaded: rows without what is counted. Null: there is nothing.
    void setOutline(const InventoryPtr& outline);
    void setState(const PageState& state);
    /// Greys what may be out of date; `text` says how old it is.
    void setAge(DataAge age, const QString& text);
    void showDocuments(const Digest& manifest, const Result<QByteArray>& manifestBytes,
                       const std::optional<Result<QByteArray>>& configBytes);
    void showHistory(const HistoryRequest& request, const Result<PackageHistory>& history);
    /// Selects and shows an image's version; an empty tag: the image itself. False if there is none.
    bool select(const PackageName& package, const QString& tag);
    /// Selects a version, or a part below one. False, with the image selected if there is one, where it is not in the
    /// tree.
    bool selectVersion(const PackageName& package, const Digest& digest);
    /// Selects a hub, or a family of it, by the names in the inventory.
    bool selectGroup(const QString& hub, const std::optional<QString>& family);
    void setTab(DetailsTab tab);

    [[nodiscard]] QStringList breadcrumb() const override;
    [[nodiscard]] QList<QWidget*> panes() const override;
    [[nodiscard]] QJsonObject saveState() const override;
    [[nodiscard]] QJsonObject defaultState() const override;
    [[nodiscard]] QJsonObject stateForOthers() const override;
    void restoreState(const QJsonObject& state) override;
    [[nodiscard]] QJsonObject place() const override;
    void goTo(const QJsonObject& place) override;
    [[nodiscard]] InventoryTree& tree() { return *m_tree; }
    [[nodiscard]] InventoryModel& model() { return m_model; }
    [[nodiscard]] DetailsPane& details() { return *m_details; }
    [[nodiscard]] InventorySelection& selection() { return *m_selection; }
    [[nodiscard]] LayerComparison& comparison() { return *m_comparison; }
    [[nodiscard]] TreeFilter& filter() { return *m_filter; }
    /// What the state in sight says: the state page's title and sentence, and the bars', line by line.
    [[nodiscard]] QStringList stateTexts() const;
    /// The footer's two texts.
    [[nodiscard]] QStringList footTexts() const;

public Q_SLOTS:
    void copyDigest();
    void copyPullCommand();
    /// Opens everything down to versions, or down to images where versions would be too many to read.
    void expandAll();
    void collapseAll();
    /// Leaves the details for the tree.
    void focusTree();

Q_SIGNALS:
    void refreshRequested();
    void documentsWanted(const slipway::PackageName& package, const slipway::Digest& manifest,
                         const std::optional<slipway::Digest>& config);
    void historyWanted(const slipway::HistoryRequest& request);
    /// Whether what is selected has a digest to be copied, otherwise why not.
    void copyableChanged(bool isCopyable, const QString& whyNot);
    /// Actions were made, of saved filters: none of them has keys that were set for it yet.
    void actionsMade();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectParts();
    void showFoot();
    void showTaken(bool isFirst);
    void showSelected();
    void showContextMenu(const QPoint& pos);
    /// The keyboard goes to the details, wherever they are.
    void goToDetails();
    void copyAndTell(const QString& text, const QString& told);
    [[nodiscard]] InventoryItem selectedItem() const;
    /// Why no digest can be copied; empty where one can.
    [[nodiscard]] QString whyNotCopyable() const;

    Clock m_clock;
    InventoryModel m_model;
    InventoryHeader* m_header;
    InventoryTree* m_tree;
    TreeFoot* m_foot;
    TreeFilter* m_filter;
    RowFinder m_finder;
    DetailsPane* m_details;
    ColumnMenu* m_columns;
    TreeState* m_treeState;
    InventorySelection* m_selection;
    LayerComparison* m_comparison;
    InventoryContent* m_content;
    InventoryStates* m_states;
    AgedText* m_agedTree;
    AgedText* m_agedSummary;
    AgedText* m_agedReferrers;
    bool m_hasItem = false; ///< a row is chosen, as far as the details know
};

} // namespace slipway
