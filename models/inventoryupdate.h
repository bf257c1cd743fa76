#pragma once

#include "models/inventorymodel.h"

namespace slipway
{

/// Brings an InventoryModel from one inventory to the next of the same owner, as it is filtered and sorted then. Where
/// rows change below few parents, in three steps that each leave the model whole: rows that are gone go (still told
/// from the old inventory), the rest is bound to the new inventory and what differs is told as changed, new rows come
/// and moved rows move. Below many, or where many move, as one changed layout, which costs a view the same however many
/// they are.
class InventoryUpdate final
{
public:
    InventoryUpdate(InventoryModel& model, std::unique_ptr<const InventoryArrangement> next);

    /// Tells everything as one changed layout, however little changes: rows may have got something below them.
    void tellWhole() { m_needsLayout = true; }
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

        std::vector<RowIndex> rows; ///< its `versions` as rows of the next snapshot; kNoRow: gone
    };
    struct Range {
        int first;
        int last;
    };

    void keep(InventoryNode& node, const Target& target);
    [[nodiscard]] static bool isKept(const InventoryNode& node) { return node.target != InventoryNode::kNoTarget; }
    [[nodiscard]] Target& targetOf(const InventoryNode& node) { return m_targets[static_cast<size_t>(node.target)]; }
    [[nodiscard]] const Target& targetOf(const InventoryNode& node) const
    {
        return m_targets[static_cast<size_t>(node.target)];
    }
    void plan(InventoryNode& node);
    void planGroups(InventoryNode& node);
    void planVersions(InventoryNode& node);
    template<typename Key>
    void noteChange(std::size_t before, const std::vector<Key>& kept, const std::vector<Key>& wanted);
    void tellByRows();
    void tellAsLayout();
    void removeGroups(InventoryNode& node);
    [[nodiscard]] bool keepsGroups(const InventoryNode& node, const std::vector<Target>& next) const;
    void removeVersions(InventoryNode& node);
    void rebind(InventoryNode& node);
    void rebindVersions(InventoryNode& node, std::vector<Range>& changed);
    void insertGroups(InventoryNode& node);
    void insertVersions(InventoryNode& node);
    void insertBelow(InventoryNode& node);
    template<typename Key>
    void order(InventoryNode& node, const std::vector<Key>& current, const std::vector<Key>& wanted);
    void tellChanged(InventoryNode& node, const std::vector<Range>& ranges);
    [[nodiscard]] std::vector<Target> groupTargets(const InventoryNode& node, const Target& target) const;
    [[nodiscard]] const QString& keyOf(const Target& target, InventoryLevel parentLevel,
                                       const Inventory& inventory) const;
    [[nodiscard]] const QString& keyOf(const InventoryNode& child) const;
    [[nodiscard]] std::unique_ptr<InventoryNode> makeNode(InventoryNode& parent, const Target& target) const;
    [[nodiscard]] std::vector<RowIndex> nextVersions(const InventoryNode& node) const;

    InventoryModel& m_model;
    InventoryPtr m_before;
    InventoryPtr m_next;
    std::unique_ptr<const InventoryArrangement> m_arrangement; ///< of the next; the model's once it is bound
    const InventoryArrangement& m_arranged;
    std::vector<Target> m_targets; ///< InventoryNode::target counts them
    std::vector<std::pair<InventoryNode*, std::vector<Range>>> m_changed;
    int m_changingParents = 0; ///< below which rows come, go or move
    bool m_needsLayout = false;
};

} // namespace slipway
