#include "models/inventoryrelayout.h"

#include <algorithm>

namespace slipway
{

InventoryRelayout::InventoryRelayout(InventoryModel& model, std::unique_ptr<const InventoryArrangement> next)
    : m_model(model)
    , m_next(std::move(next))
{
}

void InventoryRelayout::run()
{
    run([] {});
}

void InventoryRelayout::run(const std::function<void()>& rebind)
{
    Q_EMIT m_model.layoutAboutToBeChanged();
    rebind();
    noteHeld();
    m_model.m_arrangement = std::move(m_next);
    arrange(*m_model.m_root);
    QModelIndexList from;
    QModelIndexList to;
    from.reserve(static_cast<qsizetype>(m_held.size()));
    to.reserve(static_cast<qsizetype>(m_held.size()));
    for (const auto& held : m_held) {
        from.append(held.index);
        to.append(placeOf(held));
    }
    m_model.changePersistentIndexList(from, to);
    Q_EMIT m_model.layoutChanged();
}

void InventoryRelayout::noteHeld()
{
    const auto indexes = m_model.persistentIndexList();
    for (const auto& index : indexes) {
        auto* parent = static_cast<InventoryNode*>(index.internalPointer());
        const auto row = static_cast<size_t>(index.row());
        if (parent->holdsVersions())
            m_held.push_back({index, parent, nullptr, parent->versions[row]});
        else
            m_held.push_back({index, parent, parent->groups[row].get(), kNoRow});
    }
}

void InventoryRelayout::arrange(InventoryNode& node)
{
    const InventoryArrangement& arrangement = *m_model.m_arrangement;
    switch (node.level) {
    case InventoryLevel::Root:
        arrangeGroups(node, arrangement.hubs(),
                      [&](const HubEntry& hub) { return makeHubNode(node, hub, arrangement); });
        break;
    case InventoryLevel::Hub:
        arrangeGroups(node, arrangement.families(*node.hub),
                      [&](const FamilyEntry& family) { return makeFamilyNode(node, family, arrangement); });
        break;
    case InventoryLevel::Family:
        arrangeGroups(node, arrangement.images(*node.hub, *node.family),
                      [&](const ImageEntry& image) { return makeImageNode(node, image); });
        break;
    case InventoryLevel::Image:
    case InventoryLevel::Version:
        if (node.isOpened)
            arrangeVersions(node);
        break;
    }
}

template<typename Entries, typename Make>
void InventoryRelayout::arrangeGroups(InventoryNode& node, const Entries& entries, Make make)
{
    const auto isThere = [](const auto& group, const auto* entry) { return group->entry() == entry; };
    if (std::ranges::equal(node.groups, entries, isThere)) {
        for (auto& group : node.groups)
            arrange(*group);
        return;
    }
    QHash<const void*, size_t> places;
    places.reserve(static_cast<qsizetype>(node.groups.size()));
    for (size_t i = 0; i < node.groups.size(); ++i)
        places.insert(node.groups[i]->entry(), i);
    std::vector<std::unique_ptr<InventoryNode>> arranged;
    arranged.reserve(entries.size());
    for (const auto* entry : entries) {
        const auto found = places.constFind(entry);
        if (found == places.cend()) {
            arranged.push_back(make(*entry));
        } else {
            arranged.push_back(std::move(node.groups[*found]));
            arrange(*arranged.back());
        }
    }
    for (auto& left : node.groups)
        if (left)
            drop(std::move(left));
    node.groups = std::move(arranged);
    node.renumberGroups();
}

void InventoryRelayout::arrangeVersions(InventoryNode& parent)
{
    const std::vector<RowIndex> before = std::move(parent.versions);
    parent.versions = versionsBelow(parent, *m_model.m_arrangement);
    auto opened = std::move(parent.openedVersions);
    parent.openedVersions.clear();
    for (auto& [row, node] : opened) {
        const auto found = std::ranges::find(parent.versions, before[static_cast<size_t>(row)]);
        if (found == parent.versions.end()) {
            drop(std::move(node));
            continue;
        }
        node->row = static_cast<int>(found - parent.versions.begin());
        arrange(*node);
        parent.openedVersions.emplace(node->row, std::move(node));
    }
}

void InventoryRelayout::drop(std::unique_ptr<InventoryNode> node)
{
    noteGone(*node);
    m_dropped.push_back(std::move(node));
}

void InventoryRelayout::noteGone(const InventoryNode& node)
{
    m_gone.insert(&node);
    for (const auto& group : node.groups)
        noteGone(*group);
    for (const auto& [row, opened] : node.openedVersions)
        noteGone(*opened);
}

QModelIndex InventoryRelayout::placeOf(const Held& held)
{
    if (m_gone.contains(held.parent))
        return {};
    if (held.group)
        return m_gone.contains(held.group) ? QModelIndex()
                                           : m_model.createIndex(held.group->row, held.index.column(), held.parent);
    auto& rows = m_rows[held.parent];
    if (rows.isEmpty()) {
        rows.reserve(static_cast<qsizetype>(held.parent->versions.size()));
        int next = 0;
        for (const RowIndex version : held.parent->versions)
            rows.insert(version, next++);
    }
    const auto found = rows.constFind(held.version);
    return found == rows.cend() ? QModelIndex() : m_model.createIndex(*found, held.index.column(), held.parent);
}

} // namespace slipway
