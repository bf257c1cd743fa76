#pragma once

#include "inventory/filter.h"
#include "models/roles.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <vector>

namespace slipway
{

/// By which column rows stand within their parent.
struct InventorySort final {
    InventoryColumn column = InventoryColumn::Name;
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const InventorySort&, const InventorySort&) = default;
};

/// What a person asked the tree for.
struct InventoryView final {
    InventoryFilter filter;
    std::optional<InventorySort> sort; ///< without: the inventory's own order, newest versions first
    QDateTime now;
};

/// Which rows of an inventory the tree shows, and in which order: images are decided when it is made, each by the first
/// of its versions that matches; the versions of an image only when it is asked for them, as the tree opens it.
///
/// Made on the window's thread, between a key and the rows: at a million versions that is quicker than handing it to a
/// pool and back would have to be (docs/performance.md), and rows are never those of an older text.
class InventoryArrangement final
{
public:
    /// Everything, in the inventory's order.
    explicit InventoryArrangement(InventoryPtr inventory);
    /// `before` spares work if this view narrows it.
    InventoryArrangement(InventoryPtr inventory, InventoryView view, const InventoryArrangement* before = nullptr);

    [[nodiscard]] const InventoryPtr& inventory() const { return m_inventory; }
    [[nodiscard]] const InventoryView& view() const { return m_view; }
    [[nodiscard]] bool isFiltered() const { return !m_view.filter.isEmpty(); }
    [[nodiscard]] std::size_t imageTotal() const { return m_imageTotal; }

    [[nodiscard]] std::vector<const HubEntry*> hubs() const;
    [[nodiscard]] std::vector<const FamilyEntry*> families(const HubEntry& hub) const;
    [[nodiscard]] std::vector<const ImageEntry*> images(const HubEntry& hub, const FamilyEntry& family) const;
    [[nodiscard]] std::vector<RowIndex> versions(const HubEntry& hub, const FamilyEntry& family,
                                                 const ImageEntry& image) const;
    /// All parts of a version of that image: no filter leaves any out.
    [[nodiscard]] std::vector<RowIndex> parts(const HubEntry& hub, const FamilyEntry& family, const ImageEntry& image,
                                              RowIndex whole) const;

private:
    [[nodiscard]] bool isShown(const ImageEntry& image) const;
    [[nodiscard]] bool isShown(const FamilyEntry& family) const;
    [[nodiscard]] bool isShown(const HubEntry& hub) const;

    InventoryPtr m_inventory;
    InventoryView m_view;
    std::vector<bool> m_shown; ///< by package; empty: all
    std::size_t m_imageTotal = 0;
};

} // namespace slipway
