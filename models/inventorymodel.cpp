#include "models/inventorymodel.h"

#include "models/inventorydata.h"
#include "models/inventoryrelayout.h"
#include "models/inventoryupdate.h"
#include "models/outlinedata.h"

#include <algorithm>
#include <utility>

namespace slipway
{

InventoryModel::InventoryModel(QObject* parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<InventoryNode>())
    , m_now(QDateTime::currentDateTimeUtc())
{
}

InventoryModel::~InventoryModel() = default;

void InventoryModel::setInventory(InventoryPtr inventory)
{
    setInventory(std::move(inventory), QDateTime(m_now));
}

void InventoryModel::setInventory(InventoryPtr inventory, const QDateTime& now)
{
    const bool isOtherOwner =
        m_inventory && inventory && m_inventory->snapshot->owner.login != inventory->snapshot->owner.login;
    if (!inventory || isOtherOwner)
        clear(now);
    if (inventory)
        takeOver(std::move(inventory), now);
}

void InventoryModel::setOutline(InventoryPtr outline, const QDateTime& now)
{
    clear(now);
    m_isOutline = outline != nullptr;
    if (!outline)
        return;
    beginResetModel();
    m_inventory = std::move(outline);
    m_arrangement = std::make_unique<const InventoryArrangement>(m_inventory, view());
    for (const auto* hub : m_arrangement->hubs())
        m_root->groups.push_back(makeHubNode(*m_root, *hub, *m_arrangement));
    m_root->renumberGroups();
    endResetModel();
}

void InventoryModel::clear(const QDateTime& now)
{
    m_now = now;
    beginResetModel();
    m_root = std::make_unique<InventoryNode>();
    m_inventory.reset();
    m_arrangement.reset();
    m_isOutline = false;
    endResetModel();
}

/// Of an outline what is counted is not known, so it cannot be filtered.
InventoryView InventoryModel::view() const
{
    return {m_isOutline ? InventoryFilter() : m_filter, m_sort, m_now};
}

void InventoryModel::takeOver(InventoryPtr inventory, const QDateTime& now)
{
    Q_EMIT takingOver();
    if (now != m_now) {
        m_now = now;
        tellAges(*m_root);
    }
    const bool wasOutline = std::exchange(m_isOutline, false);
    InventoryUpdate update(*this, std::make_unique<const InventoryArrangement>(std::move(inventory), view()));
    if (wasOutline)
        update.tellWhole();
    update.run();
    Q_EMIT takenOver();
}

void InventoryModel::setFilter(const InventoryFilter& filter)
{
    m_filter = filter;
    rearrange();
}

void InventoryModel::sort(int column, Qt::SortOrder order)
{
    const auto sort =
        column < 0 ? std::nullopt : std::optional(InventorySort{static_cast<InventoryColumn>(column), order});
    if (sort == m_sort)
        return;
    m_sort = sort;
    rearrange();
}

void InventoryModel::rearrange()
{
    if (!m_inventory)
        return;
    auto next = std::make_unique<const InventoryArrangement>(m_inventory, view(), m_arrangement.get());
    InventoryRelayout(*this, std::move(next)).run();
}

void InventoryModel::setNow(const QDateTime& now)
{
    if (now == m_now)
        return;
    m_now = now;
    tellAges(*m_root);
    const auto isAge = [](const auto& term) { return term.field == InventoryFilter::Field::Age; };
    if (std::ranges::any_of(m_filter.terms(), isAge))
        rearrange();
}

void InventoryModel::tellAges(InventoryNode& node)
{
    const int rows = node.rowCount();
    if (rows == 0)
        return;
    constexpr int kAge = static_cast<int>(InventoryColumn::Age);
    Q_EMIT dataChanged(createIndex(0, kAge, &node), createIndex(rows - 1, kAge, &node), {Qt::DisplayRole});
    for (const auto& group : node.groups)
        tellAges(*group);
    for (const auto& [row, opened] : node.openedVersions)
        tellAges(*opened);
}

InventoryNode* InventoryModel::nodeOf(const QModelIndex& index) const
{
    if (!index.isValid())
        return m_root.get();
    return static_cast<InventoryNode*>(index.internalPointer())->nodeAt(index.row());
}

QModelIndex InventoryModel::indexOf(const InventoryNode& node) const
{
    return node.parent ? createIndex(node.row, 0, node.parent) : QModelIndex();
}

InventoryItem InventoryModel::itemAt(const QModelIndex& index) const
{
    if (!index.isValid() || !m_inventory)
        return {};
    return static_cast<const InventoryNode*>(index.internalPointer())->itemAt(index.row(), *m_inventory);
}

QModelIndex InventoryModel::imageIndex(const PackageName& package) const
{
    for (const auto& hub : m_root->groups)
        for (const auto& family : hub->groups)
            for (const auto& image : family->groups)
                if (m_inventory->snapshot->packages[image->image->package].name == package)
                    return indexOf(*image);
    return {};
}

QModelIndex InventoryModel::versionIndex(const PackageName& package, const Digest& digest)
{
    const QModelIndex image = imageIndex(package);
    if (!image.isValid())
        return {};
    openVersions(image);
    auto* node = nodeOf(image);
    for (int row = 0; row < node->rowCount(); ++row)
        if (m_inventory->snapshot->digestOf(node->versions[static_cast<size_t>(row)]) == digest)
            return createIndex(row, 0, node);
    return {};
}

QModelIndex InventoryModel::index(int row, int column, const QModelIndex& parent) const
{
    auto* node = parent.column() > 0 ? nullptr : nodeOf(parent);
    if (!node || row < 0 || row >= node->rowCount() || column < 0 || column >= kInventoryColumns)
        return {};
    return createIndex(row, column, node);
}

QModelIndex InventoryModel::parent(const QModelIndex& child) const
{
    return child.isValid() ? indexOf(*static_cast<const InventoryNode*>(child.internalPointer())) : QModelIndex();
}

int InventoryModel::rowCount(const QModelIndex& parent) const
{
    const auto* node = parent.column() > 0 ? nullptr : nodeOf(parent);
    return node ? node->rowCount() : 0;
}

int InventoryModel::columnCount(const QModelIndex&) const
{
    return kInventoryColumns;
}

bool InventoryModel::hasChildren(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return false;
    const auto* node = nodeOf(parent);
    if (node && (node->isOpened || !node->holdsVersions()))
        return node->rowCount() > 0;
    const InventoryItem item = itemAt(parent);
    if (item.level == InventoryLevel::Image)
        return !item.image->versions.empty();
    return item.level == InventoryLevel::Version && mayHaveParts(*m_inventory, item.version);
}

bool InventoryModel::canFetchMore(const QModelIndex& parent) const
{
    const auto* node = nodeOf(parent);
    return (!node || (node->holdsVersions() && !node->isOpened)) && hasChildren(parent);
}

void InventoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        openVersions(parent);
}

void InventoryModel::openVersions(const QModelIndex& index)
{
    auto* container = static_cast<InventoryNode*>(index.internalPointer());
    auto* node = container->nodeAt(index.row());
    if (!node) {
        auto opened = std::make_unique<InventoryNode>();
        const InventoryItem item = itemAt(index);
        *opened = {InventoryLevel::Version,
                   container,
                   index.row(),
                   item.hub,
                   item.family,
                   item.image,
                   item.version,
                   {},
                   false,
                   {},
                   {}};
        node = opened.get();
        container->openedVersions.emplace(index.row(), std::move(opened));
    }
    if (node->isOpened)
        return;
    auto below = versionsBelow(*node, *m_arrangement);
    node->isOpened = true;
    if (below.empty())
        return;
    beginInsertRows(indexOf(*node), 0, static_cast<int>(below.size()) - 1);
    node->versions = std::move(below);
    endInsertRows();
}

QVariant InventoryModel::data(const QModelIndex& index, int role) const
{
    const InventoryItem item = itemAt(index);
    const bool isImages = role == Qt::DisplayRole && index.column() == static_cast<int>(InventoryColumn::Tags)
                          && item.level == InventoryLevel::Family;
    if (m_isOutline && !item.isNull())
        if (const auto counting = outlineData(item, static_cast<InventoryColumn>(index.column()), role))
            return *counting;
    if (isImages && isFiltered())
        return imagesText(*nodeOf(index));
    return item.isNull() ? QVariant() : inventoryData(item, static_cast<InventoryColumn>(index.column()), role, m_now);
}

QString InventoryModel::imagesText(const InventoryNode& family) const
{
    const int total = static_cast<int>(family.family->images.size());
    return family.rowCount() == total ? tr("%n image(s)", nullptr, total)
                                      : tr("%1 of %n image(s)", nullptr, total).arg(family.rowCount());
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kInventoryColumns)
        return {};
    return inventoryHeader(static_cast<InventoryColumn>(section), role);
}

} // namespace slipway
