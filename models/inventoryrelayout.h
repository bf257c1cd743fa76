#pragma once

#include "models/inventorymodel.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace slipway
{

/// Brings an InventoryModel to another arrangement of the inventory it has: the rows that come, go and move are told as
/// one changed layout, which costs a view the same however many they are. Rows that stay keep their nodes, with what is
/// open below them, and their persistent indexes.
class InventoryRelayout final
{
public:
    InventoryRelayout(InventoryModel& model, std::unique_ptr<const InventoryArrangement> next);
    void run();
    /// To another inventory. `rebind` brings every node and row to it, where it stands: the arrangement's entries, null
    /// for a group that is gone, kNoRow for a version.
    void run(const std::function<void()>& rebind);

private:
    /// A persistent index by what it stands for.
    struct Held {
        QModelIndex index;
        InventoryNode* parent = nullptr;
        const InventoryNode* group = nullptr; ///< the row's node, below hubs and families
        RowIndex version = kNoRow;            ///< the row, below images and versions
    };

    void noteHeld();
    void arrange(InventoryNode& node);
    void arrangeVersions(InventoryNode& parent);
    template<typename Entries, typename Make>
    void arrangeGroups(InventoryNode& node, const Entries& entries, Make make);
    void drop(std::unique_ptr<InventoryNode> node);
    void noteGone(const InventoryNode& node);
    [[nodiscard]] QModelIndex placeOf(const Held& held);

    InventoryModel& m_model;
    std::unique_ptr<const InventoryArrangement> m_next;
    std::vector<Held> m_held;
    std::vector<std::unique_ptr<InventoryNode>> m_dropped; ///< until nothing asks for their addresses
    QSet<const InventoryNode*> m_gone;
    QHash<const InventoryNode*, QHash<RowIndex, int>> m_rows; ///< of versions, by parent, where they are asked for
};

} // namespace slipway
