#include "models/inventorynode.h"

#include <algorithm>

namespace slipway
{

namespace
{

std::unique_ptr<InventoryNode> makeNode(InventoryNode& parent, InventoryLevel level)
{
    auto node = std::make_unique<InventoryNode>();
    node->level = level;
    node->parent = &parent;
    node->hub = parent.hub;
    node->family = parent.family;
    return node;
}

} // namespace

int InventoryNode::rowCount() const
{
    return static_cast<int>(holdsVersions() ? versions.size() : groups.size());
}

const void* InventoryNode::entry() const
{
    switch (level) {
    case InventoryLevel::Hub:
        return hub;
    case InventoryLevel::Family:
        return family;
    case InventoryLevel::Image:
        return image;
    case InventoryLevel::Root:
    case InventoryLevel::Version:
        break;
    }
    return nullptr;
}

InventoryItem InventoryNode::itemAt(int childRow, const Inventory& inventory) const
{
    InventoryItem item{&inventory, InventoryLevel::Version, hub, family, image, kNoRow, kNoRow};
    if (!holdsVersions()) {
        const auto& child = *groups[static_cast<size_t>(childRow)];
        return {&inventory, child.level, child.hub, child.family, child.image, kNoRow, kNoRow};
    }
    item.version = versions[static_cast<size_t>(childRow)];
    item.parentVersion = version;
    return item;
}

InventoryNode* InventoryNode::nodeAt(int childRow) const
{
    if (!holdsVersions())
        return groups[static_cast<size_t>(childRow)].get();
    const auto found = openedVersions.find(childRow);
    return found == openedVersions.end() ? nullptr : found->second.get();
}

void InventoryNode::forget()
{
    hub = nullptr;
    family = nullptr;
    image = nullptr;
}

void InventoryNode::renumberGroups()
{
    int next = 0;
    for (const auto& group : groups)
        group->row = next++;
}

void InventoryNode::shiftOpened(int from, int by)
{
    std::map<int, std::unique_ptr<InventoryNode>> shifted;
    for (auto& [key, node] : openedVersions) {
        if (by < 0 && key >= from && key < from - by)
            continue;
        const int to = key < from ? key : key + by;
        node->row = to;
        shifted.emplace(to, std::move(node));
    }
    openedVersions = std::move(shifted);
}

void InventoryNode::moveRow(RowMove move)
{
    const auto rotate = [move](auto& rows) {
        const auto from = rows.begin() + move.from;
        const auto to = rows.begin() + move.to;
        if (move.from > move.to)
            std::rotate(to, from, from + 1);
        else
            std::rotate(from, from + 1, to + 1);
    };
    if (!holdsVersions()) {
        rotate(groups);
        renumberGroups();
        return;
    }
    rotate(versions);
    std::map<int, std::unique_ptr<InventoryNode>> moved;
    const auto [first, last] = std::minmax(move.from, move.to);
    const int passedBy = move.from > move.to ? 1 : -1;
    for (auto& [before, node] : openedVersions) {
        const bool isPassed = before != move.from && before >= first && before <= last;
        node->row = before == move.from ? move.to : before + (isPassed ? passedBy : 0);
        moved.emplace(node->row, std::move(node));
    }
    openedVersions = std::move(moved);
}

std::unique_ptr<InventoryNode> makeImageNode(InventoryNode& parent, const ImageEntry& image)
{
    auto node = makeNode(parent, InventoryLevel::Image);
    node->image = &image;
    return node;
}

std::unique_ptr<InventoryNode> makeFamilyNode(InventoryNode& parent, const FamilyEntry& family,
                                              const InventoryArrangement& arrangement)
{
    auto node = makeNode(parent, InventoryLevel::Family);
    node->family = &family;
    for (const auto* image : arrangement.images(*node->hub, family))
        node->groups.push_back(makeImageNode(*node, *image));
    node->renumberGroups();
    return node;
}

std::unique_ptr<InventoryNode> makeHubNode(InventoryNode& parent, const HubEntry& hub,
                                           const InventoryArrangement& arrangement)
{
    auto node = makeNode(parent, InventoryLevel::Hub);
    node->hub = &hub;
    for (const auto* family : arrangement.families(hub))
        node->groups.push_back(makeFamilyNode(*node, *family, arrangement));
    node->renumberGroups();
    return node;
}

std::vector<RowIndex> versionsBelow(const InventoryNode& node, const InventoryArrangement& arrangement)
{
    if (node.level == InventoryLevel::Image)
        return arrangement.versions(*node.hub, *node.family, *node.image);
    auto parts = arrangement.parts(*node.hub, *node.family, *node.image, node.version);
    // A fallback index both lists its subject's referrers and hangs on it: nothing stands below itself.
    for (const auto* above = &node; above && above->level == InventoryLevel::Version; above = above->parent)
        std::erase(parts, above->version);
    return parts;
}

bool mayHaveParts(const Inventory& inventory, RowIndex version)
{
    return !inventory.graph->children(version).empty() || !inventory.graph->referrers(version).empty();
}

} // namespace slipway
