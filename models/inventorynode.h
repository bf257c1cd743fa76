#pragma once

#include "models/inventoryarrangement.h"
#include "models/inventoryitem.h"
#include "models/rowmoves.h"

#include <map>
#include <memory>
#include <vector>

namespace slipway
{

/// A row that can have rows below it, and those. Hubs, families and images have one each from the start; versions are
/// four bytes in their parent's list and get a node only when they are opened themselves.
struct InventoryNode final {
    InventoryLevel level = InventoryLevel::Root;
    InventoryNode* parent = nullptr;
    int row = 0; ///< in the parent
    const HubEntry* hub = nullptr;
    const FamilyEntry* family = nullptr;
    const ImageEntry* image = nullptr;
    RowIndex version = kNoRow;

    std::vector<std::unique_ptr<InventoryNode>> groups; ///< below root, hub and family
    bool isOpened = false;                              ///< below image and version: `versions` is filled
    std::vector<RowIndex> versions;
    std::map<int, std::unique_ptr<InventoryNode>> openedVersions; ///< by row in `versions`
    int target = kNoTarget; ///< while an update runs: where in its list that is what this becomes

    static constexpr int kNoTarget = -1;
    [[nodiscard]] bool holdsVersions() const
    {
        return level == InventoryLevel::Image || level == InventoryLevel::Version;
    }
    [[nodiscard]] int rowCount() const;
    /// The hub, family or image it stands for; null for another.
    [[nodiscard]] const void* entry() const;
    /// The row as what it stands for.
    [[nodiscard]] InventoryItem itemAt(int childRow, const Inventory& inventory) const;
    /// The node of a row; null for a version that was never opened.
    [[nodiscard]] InventoryNode* nodeAt(int childRow) const;

    /// It stands for nothing any more.
    void forget();
    void renumberGroups();
    /// Keeps opened versions at their rows when `by` rows come (positive) or go (negative) at `from`.
    void shiftOpened(int from, int by);
    /// Moves one row with what is open below it.
    void moveRow(RowMove move);
};

/// The node of a hub, family or image with everything below it that is there from the start, as it is arranged.
[[nodiscard]] std::unique_ptr<InventoryNode> makeHubNode(InventoryNode& parent, const HubEntry& hub,
                                                         const InventoryArrangement& arrangement);
[[nodiscard]] std::unique_ptr<InventoryNode> makeFamilyNode(InventoryNode& parent, const FamilyEntry& family,
                                                            const InventoryArrangement& arrangement);
[[nodiscard]] std::unique_ptr<InventoryNode> makeImageNode(InventoryNode& parent, const ImageEntry& image);

/// What stands below an image or version, as it is arranged: its versions, or all its parts without those it stands
/// below itself.
[[nodiscard]] std::vector<RowIndex> versionsBelow(const InventoryNode& node, const InventoryArrangement& arrangement);
/// Whether anything may stand below a version, without listing it.
[[nodiscard]] bool mayHaveParts(const Inventory& inventory, RowIndex version);

} // namespace slipway
