#pragma once

#include "models/inventorynode.h"

#include <QAbstractItemModel>
#include <QDateTime>

#include <optional>

namespace slipway
{

/// An Inventory as a tree: hub, family, image, version, and below a version its parts: an index's children, then what
/// refers to it. Versions take four bytes each, and only in images that were opened.
///
/// A new inventory of the same owner is compared by key (name, package, version id) and told, as one changed layout
/// where that is much (InventoryUpdate), else as rows that went, came, moved or changed: selection, expansion and
/// scroll position stay.
///
/// It filters and sorts itself, for a proxy would have to look at every row: what the filter leaves out is not there,
/// and rows are told as a changed layout, in which those that stay keep their persistent indexes.
class InventoryModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    explicit InventoryModel(QObject* parent = nullptr);
    ~InventoryModel() override;

    void setInventory(InventoryPtr inventory);
    /// The same at another time.
    void setInventory(InventoryPtr inventory, const QDateTime& now);
    /// What stands where while the rest is still being loaded (buildOutline()): rows without what is counted,
    /// unfiltered, until setInventory() takes over. Whatever was there goes.
    void setOutline(InventoryPtr outline, const QDateTime& now);
    [[nodiscard]] bool isOutline() const { return m_isOutline; }
    [[nodiscard]] const InventoryPtr& inventory() const { return m_inventory; }
    /// The time ages count back from.
    void setNow(const QDateTime& now);
    /// Leaves out versions that do not match, and images, families and hubs without any that does.
    void setFilter(const InventoryFilter& filter);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    /// Null without an inventory.
    [[nodiscard]] const InventoryArrangement* arrangement() const { return m_arrangement.get(); }
    /// By the column's values within each parent; a negative column: the inventory's own order. Parts of a version keep
    /// theirs.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] InventoryItem itemAt(const QModelIndex& index) const;
    /// The row of an image; invalid if there is none.
    [[nodiscard]] QModelIndex imageIndex(const PackageName& package) const;
    /// The row of a version directly below its image; opens the image. Invalid if there is none.
    [[nodiscard]] QModelIndex versionIndex(const PackageName& package, const Digest& digest);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Another inventory of the same owner is about to be taken over, row by row; and it has been.
    void takingOver();
    void takenOver();

private:
    friend class InventoryRelayout;
    friend class InventoryUpdate;

    [[nodiscard]] InventoryNode* nodeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const InventoryNode& node) const;
    void openVersions(const QModelIndex& index);
    void tellAges(InventoryNode& node);
    void rearrange();
    void clear(const QDateTime& now);
    void takeOver(InventoryPtr inventory, const QDateTime& now);
    [[nodiscard]] InventoryView view() const;
    [[nodiscard]] QString imagesText(const InventoryNode& family) const;

    InventoryPtr m_inventory;
    std::unique_ptr<const InventoryArrangement> m_arrangement;
    std::unique_ptr<InventoryNode> m_root;
    QDateTime m_now;
    InventoryFilter m_filter;
    std::optional<InventorySort> m_sort;
    bool m_isOutline = false;
};

} // namespace slipway
