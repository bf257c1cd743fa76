#include "models/inventoryupdate.h"

#include "models/inventoryrelayout.h"
#include "models/versionrows.h"

#include <QHash>

#include <algorithm>

namespace slipway
{

namespace
{

/// A move costs a pass over the rows and over all that is held in the tree.
constexpr size_t kMostMoves = 16;

} // namespace

InventoryUpdate::InventoryUpdate(InventoryModel& model, std::unique_ptr<const InventoryArrangement> next)
    : m_model(model)
    , m_before(model.m_inventory)
    , m_next(next->inventory())
    , m_arrangement(std::move(next))
    , m_arranged(*m_arrangement)
{
}

void InventoryUpdate::run()
{
    // Whoever holds rows looks through all of them for each row that comes, goes or moves.
    constexpr int kFewParents = 2;
    m_targets.reserve(m_next->imageTotal * 2);
    keep(*m_model.m_root, {});
    plan(*m_model.m_root);
    if (m_needsLayout || m_changingParents > kFewParents)
        tellAsLayout();
    else
        tellByRows();
}

void InventoryUpdate::tellByRows()
{
    auto& root = *m_model.m_root;
    removeGroups(root);
    m_model.m_inventory = m_next;
    m_model.m_arrangement = std::move(m_arrangement);
    rebind(root);
    for (const auto& [node, ranges] : m_changed)
        tellChanged(*node, ranges);
    insertGroups(root);
}

void InventoryUpdate::tellAsLayout()
{
    InventoryRelayout(m_model, std::move(m_arrangement)).run([this] {
        m_model.m_inventory = m_next;
        rebind(*m_model.m_root);
    });
    for (const auto& [node, ranges] : m_changed)
        if (node->rowCount() > 0)
            tellChanged(*node, {{0, node->rowCount() - 1}});
}

void InventoryUpdate::keep(InventoryNode& node, const Target& target)
{
    node.target = static_cast<int>(m_targets.size());
    m_targets.push_back(target);
}

/// What a node's rows become, and whether more is needed for that than to tell what they say.
void InventoryUpdate::plan(InventoryNode& node)
{
    if (!node.holdsVersions())
        planGroups(node);
    else if (node.isOpened)
        planVersions(node);
}

void InventoryUpdate::planGroups(InventoryNode& node)
{
    const auto next = groupTargets(node, targetOf(node));
    if (keepsGroups(node, next)) {
        for (size_t i = 0; i < next.size(); ++i) {
            keep(*node.groups[i], next[i]);
            plan(*node.groups[i]);
        }
        return;
    }
    QHash<QString, Target> targets;
    std::vector<const void*> wanted;
    for (const auto& target : next) {
        targets.insert(keyOf(target, node.level, *m_next), target);
        wanted.push_back(target.entry());
    }
    std::vector<const void*> kept;
    for (const auto& child : node.groups) {
        child->target = InventoryNode::kNoTarget;
        const auto found = targets.constFind(keyOf(*child));
        if (found == targets.cend())
            continue;
        keep(*child, *found);
        kept.push_back(found->entry());
        plan(*child);
    }
    noteChange(node.groups.size(), kept, wanted);
}

void InventoryUpdate::planVersions(InventoryNode& node)
{
    const auto wanted = nextVersions(node);
    const auto next = successorRows(*m_before->snapshot, node.versions, *m_next->snapshot, wanted);
    Target& target = targetOf(node);
    const Target here{target.hub, target.family, target.image, kNoRow, {}};
    target.rows = next;
    if (next != wanted) {
        std::vector<RowIndex> kept = next;
        std::erase(kept, kNoRow);
        noteChange(next.size(), kept, wanted);
    }
    for (const auto& [row, opened] : node.openedVersions) {
        Target below = here;
        below.version = next[static_cast<size_t>(row)];
        opened->target = InventoryNode::kNoTarget;
        if (below.version == kNoRow)
            continue;
        keep(*opened, below);
        plan(*opened);
    }
}

template<typename Key>
void InventoryUpdate::noteChange(std::size_t before, const std::vector<Key>& kept, const std::vector<Key>& wanted)
{
    constexpr std::size_t kMostRows = 64; // each may go or come alone
    ++m_changingParents;
    const bool isMuch = before - kept.size() > kMostRows || wanted.size() - kept.size() > kMostRows;
    m_needsLayout = m_needsLayout || isMuch || !movesIntoOrder(kept, wanted, kMostMoves);
}

const void* InventoryUpdate::Target::entry() const
{
    return image ? static_cast<const void*>(image) : family ? static_cast<const void*>(family) : hub;
}

std::vector<InventoryUpdate::Target> InventoryUpdate::groupTargets(const InventoryNode& node,
                                                                   const Target& target) const
{
    std::vector<Target> targets;
    switch (node.level) {
    case InventoryLevel::Root:
        for (const auto* hub : m_arranged.hubs())
            targets.push_back({hub, nullptr, nullptr, kNoRow, {}});
        break;
    case InventoryLevel::Hub:
        for (const auto* family : m_arranged.families(*target.hub))
            targets.push_back({target.hub, family, nullptr, kNoRow, {}});
        break;
    case InventoryLevel::Family:
        for (const auto* image : m_arranged.images(*target.hub, *target.family))
            targets.push_back({target.hub, target.family, image, kNoRow, {}});
        break;
    case InventoryLevel::Image:
    case InventoryLevel::Version:
        break;
    }
    return targets;
}

const QString& InventoryUpdate::keyOf(const Target& target, InventoryLevel parentLevel,
                                      const Inventory& inventory) const
{
    switch (parentLevel) {
    case InventoryLevel::Root:
        return target.hub->name;
    case InventoryLevel::Hub:
        return target.family->name;
    case InventoryLevel::Family:
    case InventoryLevel::Image:
    case InventoryLevel::Version:
        break;
    }
    return inventory.snapshot->packages[target.image->package].name.value;
}

const QString& InventoryUpdate::keyOf(const InventoryNode& child) const
{
    const Target self{child.hub, child.family, child.image, kNoRow, {}};
    return keyOf(self, child.parent->level, *m_model.m_inventory);
}

/// Whether the same groups stand below it in the same order, as after most refreshes.
bool InventoryUpdate::keepsGroups(const InventoryNode& node, const std::vector<Target>& next) const
{
    return std::ranges::equal(node.groups, next, [&](const auto& child, const Target& target) {
        return keyOf(*child) == keyOf(target, node.level, *m_next);
    });
}

void InventoryUpdate::removeGroups(InventoryNode& node)
{
    if (node.holdsVersions()) {
        if (node.isOpened)
            removeVersions(node);
        return;
    }
    for (int row = node.rowCount() - 1; row >= 0; --row) {
        auto& child = *node.groups[static_cast<size_t>(row)];
        if (isKept(child)) {
            removeGroups(child);
            continue;
        }
        m_model.beginRemoveRows(m_model.indexOf(node), row, row);
        node.groups.erase(node.groups.begin() + row);
        node.renumberGroups();
        m_model.endRemoveRows();
    }
}

std::vector<RowIndex> InventoryUpdate::nextVersions(const InventoryNode& node) const
{
    const Target& target = targetOf(node);
    if (node.level == InventoryLevel::Image)
        return m_arranged.versions(*target.hub, *target.family, *target.image);
    auto parts = m_arranged.parts(*target.hub, *target.family, *target.image, target.version);
    for (const auto* above = &node; above->level == InventoryLevel::Version; above = above->parent)
        std::erase(parts, targetOf(*above).version);
    return parts;
}

void InventoryUpdate::removeVersions(InventoryNode& node)
{
    auto& next = targetOf(node).rows;
    const auto isGone = [&next](int row) { return next[static_cast<size_t>(row)] == kNoRow; };
    for (int last = node.rowCount() - 1; last >= 0; --last) {
        if (!isGone(last))
            continue;
        int first = last;
        while (first > 0 && isGone(first - 1))
            --first;
        m_model.beginRemoveRows(m_model.indexOf(node), first, last);
        node.versions.erase(node.versions.begin() + first, node.versions.begin() + last + 1);
        node.shiftOpened(first, first - last - 1);
        m_model.endRemoveRows();
        last = first;
    }
    std::erase(next, kNoRow);
    for (const auto& [row, opened] : node.openedVersions)
        if (opened->isOpened)
            removeVersions(*opened);
}

void InventoryUpdate::rebind(InventoryNode& node)
{
    const Target& target = targetOf(node);
    node.hub = target.hub;
    node.family = target.family;
    node.image = target.image;
    node.version = target.version;
    std::vector<Range> changed;
    if (node.holdsVersions())
        rebindVersions(node, changed);
    else if (!node.groups.empty())
        changed.push_back({0, node.rowCount() - 1});
    if (!changed.empty())
        m_changed.emplace_back(&node, std::move(changed));
    for (const auto& group : node.groups) {
        if (isKept(*group))
            rebind(*group);
        else
            group->forget();
    }
    for (const auto& [row, opened] : node.openedVersions)
        if (isKept(*opened))
            rebind(*opened);
}

void InventoryUpdate::rebindVersions(InventoryNode& node, std::vector<Range>& changed)
{
    auto& next = targetOf(node).rows;
    for (size_t i = 0; i < node.versions.size(); ++i) {
        if (next[i] == kNoRow || !differs(*m_before, node.versions[i], *m_next, next[i]))
            continue;
        const int row = static_cast<int>(i);
        if (!changed.empty() && changed.back().last == row - 1)
            changed.back().last = row;
        else
            changed.push_back({row, row});
    }
    node.versions = std::move(next);
}

void InventoryUpdate::tellChanged(InventoryNode& node, const std::vector<Range>& ranges)
{
    for (const Range range : ranges)
        Q_EMIT m_model.dataChanged(m_model.createIndex(range.first, 0, &node),
                                   m_model.createIndex(range.last, kInventoryColumns - 1, &node));
}

std::unique_ptr<InventoryNode> InventoryUpdate::makeNode(InventoryNode& parent, const Target& target) const
{
    if (parent.level == InventoryLevel::Root)
        return makeHubNode(parent, *target.hub, m_arranged);
    if (parent.level == InventoryLevel::Hub)
        return makeFamilyNode(parent, *target.family, m_arranged);
    return makeImageNode(parent, *target.image);
}

/// Brings the kept rows below a node into the order they have in `wanted`.
template<typename Key>
void InventoryUpdate::order(InventoryNode& node, const std::vector<Key>& current, const std::vector<Key>& wanted)
{
    const auto moves = movesIntoOrder(current, wanted, kMostMoves);
    Q_ASSERT(moves); // else it were told as a layout
    for (const RowMove move : *moves) {
        const QModelIndex parent = m_model.indexOf(node);
        m_model.beginMoveRows(parent, move.from, move.from, parent, move.to > move.from ? move.to + 1 : move.to);
        node.moveRow(move);
        m_model.endMoveRows();
    }
}

void InventoryUpdate::insertGroups(InventoryNode& node)
{
    if (node.holdsVersions()) {
        if (node.isOpened)
            insertVersions(node);
        return;
    }
    const auto targets = groupTargets(node, targetOf(node));
    std::vector<const void*> current;
    current.reserve(node.groups.size());
    for (const auto& child : node.groups)
        current.push_back(child->entry());
    std::vector<const void*> wanted;
    wanted.reserve(targets.size());
    for (const auto& target : targets)
        wanted.push_back(target.entry());
    order(node, current, wanted);
    for (size_t i = 0; i < targets.size(); ++i) {
        const int row = static_cast<int>(i);
        if (row < node.rowCount() && node.groups[i]->entry() == wanted[i]) {
            if (isKept(*node.groups[i]))
                insertGroups(*node.groups[i]);
            continue;
        }
        m_model.beginInsertRows(m_model.indexOf(node), row, row);
        node.groups.insert(node.groups.begin() + row, makeNode(node, targets[i]));
        node.renumberGroups();
        m_model.endInsertRows();
    }
}

void InventoryUpdate::insertVersions(InventoryNode& node)
{
    const auto targets = nextVersions(node);
    order(node, node.versions, targets);
    for (size_t i = 0; i < targets.size(); ++i) {
        if (i < node.versions.size() && node.versions[i] == targets[i])
            continue;
        const auto run = targets.begin() + static_cast<std::ptrdiff_t>(i);
        const auto end = i < node.versions.size() ? std::find(run, targets.end(), node.versions[i]) : targets.end();
        const auto row = static_cast<int>(i);
        const auto count = static_cast<int>(end - run);
        m_model.beginInsertRows(m_model.indexOf(node), row, row + count - 1);
        node.versions.insert(node.versions.begin() + row, run, end);
        node.shiftOpened(row, count);
        m_model.endInsertRows();
        i += static_cast<size_t>(count) - 1;
    }
    insertBelow(node);
}

void InventoryUpdate::insertBelow(InventoryNode& node)
{
    for (const auto& [row, opened] : node.openedVersions)
        if (opened->isOpened)
            insertVersions(*opened);
}

} // namespace slipway
