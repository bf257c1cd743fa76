#pragma once

#include "models/inventorymodel.h"

#include <QHash>

namespace slipway
{

/// Brings an InventoryModel from one inventory to the next of the same owner, as it is filtered and sorted then, in
/// three steps that each leave the model whole: rows that are gone go (still told from the old inventory), the rest is
/// bound to the new inventory and what differs is told as changed, new rows come and moved rows move. Where more than a
/// few would have to move, they and what comes are told as a changed layout.
class InventoryUpdate final
{
public:
    InventoryUpdate(InventoryModel& model, std::unique_ptr<const InventoryArrangement> next);

    void run();

private:
    /// Where a kept node will point.
    struct Target {
        const HubEntry* hub = nullptr;
        const FamilyEntry* family = nullptr;
        const ImageEntry* image = nullptr;
        RowIndex version = kNoRow;
        /// The group itself.
        [[nodiscard]] const void* entry() const;

        std::vector<RowIndex> kept; ///< the kept rows of `versions`, as rows of the next snapshot
    };
    struct Range {
        int first;
        int last;
    };

    void removeGroups(InventoryNode& node);
    [[nodiscard]] bool keepsGroups(const InventoryNode& node, const std::vector<Target>& next) const;
    void removeVersions(InventoryNode& node);
    void rebind(InventoryNode& node);
    void rebindVersions(InventoryNode& node, std::vector<Range>& changed);
    void insertGroups(InventoryNode& node);
    void insertVersions(InventoryNode& node);
    void insertBelow(InventoryNode& node);
    template<typename Key>
    [[nodiscard]] bool order(InventoryNode& node, const std::vector<Key>& current, const std::vector<Key>& wanted);
    void tellChanged(InventoryNode& node, const std::vector<Range>& ranges);
    [[nodiscard]] std::vector<Target> groupTargets(const InventoryNode& node, const Target& target) const;
    [[nodiscard]] QString keyOf(const Target& target, InventoryLevel parentLevel, const Inventory& inventory) const;
    [[nodiscard]] QString keyOf(const InventoryNode& child) const;
    [[nodiscard]] std::unique_ptr<InventoryNode> makeNode(InventoryNode& parent, const Target& target) const;
    [[nodiscard]] bool differs(RowIndex before, RowIndex after) const;
    [[nodiscard]] std::vector<RowIndex> nextVersions(const InventoryNode& node) const;
    /// Which row of the next snapshot each version is, of `after`; kNoRow for what is gone.
    [[nodiscard]] std::vector<RowIndex> successors(const std::vector<RowIndex>& before,
                                                   const std::vector<RowIndex>& after) const;

    InventoryModel& m_model;
    InventoryPtr m_before;
    InventoryPtr m_next;
    std::unique_ptr<const InventoryArrangement> m_arrangement; ///< of the next; the model's once it is bound
    const InventoryArrangement& m_arranged;
    QHash<const InventoryNode*, Target> m_targets;
    std::vector<std::pair<InventoryNode*, std::vector<Range>>> m_changed;
    bool m_needsLayout = false;
};

} // namespace slipway
