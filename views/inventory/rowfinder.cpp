#include "views/inventory/rowfinder.h"

#include "models/inventorymodel.h"
#include "views/inventory/inventorytree.h"
#include "views/inventory/treefilter.h"

#include <utility>

namespace slipway
{

RowFinder::RowFinder(InventoryModel& model, InventoryTree& tree, TreeFilter& filter)
    : m_model(model)
    , m_tree(tree)
    , m_filter(filter)
{
}

void RowFinder::goTo(const QModelIndex& index)
{
    m_tree.setCurrentIndex(index);
    m_tree.scrollTo(index);
}

bool RowFinder::clearFilter()
{
    if (!m_model.isFiltered() || m_model.isOutline())
        return false;
    m_filter.clear();
    return true;
}

bool RowFinder::goToImage(const PackageName& package, const QString& tag)
{
    m_awaited.reset();
    if (goToShownImage(package, tag))
        return true;
    if (!clearFilter())
        return false;
    return goToShownImage(package, tag);
}

bool RowFinder::goToShownImage(const PackageName& package, const QString& tag)
{
    if (!m_model.inventory())
        return false;
    const QModelIndex image = m_model.imageIndex(package);
    if (!image.isValid())
        return false;
    if (tag.isEmpty()) {
        goTo(image);
        return true;
    }
    m_tree.expand(image);
    for (int row = 0; row < m_model.rowCount(image); ++row) {
        const QModelIndex version = m_model.index(row, 0, image);
        if (version.data(TagsRole).toStringList().contains(tag)) {
            goTo(version);
            return true;
        }
    }
    return false;
}

bool RowFinder::goToVersion(const PackageName& package, const Digest& digest)
{
    if (!goToImage(package, QString()))
        return false;
    if (m_model.isOutline()) {
        m_awaited = {package, digest};
        return false;
    }
    if (goToShownVersion(package, digest))
        return true;
    if (!clearFilter())
        return false;
    return goToImage(package, QString()) && goToShownVersion(package, digest);
}

void RowFinder::goOn()
{
    if (m_model.isOutline())
        return;
    const auto awaited = std::exchange(m_awaited, std::nullopt);
    const InventoryItem current = m_model.itemAt(m_tree.currentIndex());
    if (awaited && current.level == InventoryLevel::Image && current.image
        && current.package()->name == awaited->package)
        (void)goToShownVersion(awaited->package, awaited->digest);
}

bool RowFinder::goToShownVersion(const PackageName& package, const Digest& digest)
{
    m_tree.expand(m_tree.currentIndex().siblingAtColumn(0));
    const QModelIndex version = m_model.versionIndex(package, digest);
    if (!version.isValid())
        return goToShownPart(package, digest);
    goTo(version);
    return true;
}

/// A part stands below what it belongs to.
bool RowFinder::goToShownPart(const PackageName& package, const Digest& digest)
{
    const Inventory& inventory = *m_model.inventory();
    const PackageRow& row = *m_model.itemAt(m_tree.currentIndex().siblingAtColumn(0)).package();
    for (RowIndex part = row.firstVersion; part < row.firstVersion + row.versionTotal; ++part) {
        if (inventory.snapshot->digestOf(part) != digest)
            continue;
        for (const RowIndex whole : inventory.graph->parents(part)) {
            const QModelIndex index = m_model.versionIndex(package, inventory.snapshot->digestOf(whole));
            if (!index.isValid())
                continue;
            goTo(index);
            goToPart(digest);
            return true;
        }
    }
    return false;
}

bool RowFinder::goToGroup(const QString& hub, const std::optional<QString>& family)
{
    m_awaited.reset();
    if (goToShownGroup(hub, family))
        return true;
    if (!clearFilter())
        return false;
    return goToShownGroup(hub, family);
}

bool RowFinder::goToShownGroup(const QString& hub, const std::optional<QString>& family)
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex hubIndex = m_model.index(row, 0);
        if (m_model.itemAt(hubIndex).hub->name != hub)
            continue;
        if (!family) {
            goTo(hubIndex);
            return true;
        }
        for (int below = 0; below < m_model.rowCount(hubIndex); ++below) {
            const QModelIndex familyIndex = m_model.index(below, 0, hubIndex);
            if (m_model.itemAt(familyIndex).family->name == *family) {
                goTo(familyIndex);
                return true;
            }
        }
    }
    return false;
}

void RowFinder::goToPart(const Digest& digest)
{
    QModelIndex parent = m_tree.currentIndex().siblingAtColumn(0);
    if (m_model.itemAt(parent).level == InventoryLevel::Image)
        parent = m_model.versionIndex(m_model.itemAt(parent).package()->name,
                                      Digest::parse(parent.data(DigestRole).toString()).value_or(Digest()));
    m_tree.expand(parent);
    for (int row = 0; row < m_model.rowCount(parent); ++row)
        if (m_model.index(row, 0, parent).data(DigestRole).toString() == digest.toString())
            goTo(m_model.index(row, 0, parent));
}

} // namespace slipway
