#include "views/inventory/treeplace.h"

#include "views/inventory/inventorytree.h"

#include <QScrollBar>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
/// So many images are brought to sight, and of so many the versions.
constexpr size_t kMostImages = 60;
constexpr size_t kMostOpened = 3;
} // namespace

TreePlace::TreePlace(InventoryTree& tree, InventoryModel& model, QObject* parent)
    : QObject(parent)
    , m_tree(tree)
    , m_model(model)
{
    connect(&model, &QAbstractItemModel::layoutAboutToBeChanged, this, &TreePlace::note);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &TreePlace::restore);
    connect(&model, &InventoryModel::takingOver, this, [this] {
        m_isTakingOver = true;
        m_wasOutline = m_model.isOutline();
        noteChosen();
        const QModelIndex current = m_tree.currentIndex();
        m_besides = {current.parent(), current.row()};
        noteSight();
    });
    connect(&model, &InventoryModel::takenOver, this, [this] {
        m_isTakingOver = false;
        if (m_wasOutline && m_model.isFiltered())
            openBelow({}); // only now the filter says what is found
        keepCurrent();
        scrollBack();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_open.clear();
        m_openedForFilter.clear();
        m_chosen.reset();
    });
}

void TreePlace::note()
{
    if (m_isTakingOver)
        return; // what goes then is gone
    noteAnchor();
    noteBelow({});
    noteChosen();
}

void TreePlace::restore()
{
    if (m_isTakingOver)
        return;
    if (!m_model.isFiltered()) {
        closeBelow({});
        m_openedForFilter.clear();
    }
    openBelow({});
    chooseAgain();
    scrollBack();
}

/// Names tell rows apart: nodes come and go with the filter.
QString TreePlace::keyOf(const QModelIndex& index) const
{
    const InventoryItem item = m_model.itemAt(index);
    switch (item.level) {
    case InventoryLevel::Hub:
        return item.hub->name;
    case InventoryLevel::Family:
        return item.hub->name + u'\n' + item.family->name;
    case InventoryLevel::Image:
        return u"\n\n"_s + item.package()->name.value;
    case InventoryLevel::Root:
    case InventoryLevel::Version:
        break;
    }
    return {};
}

void TreePlace::noteOpen(const QModelIndex& index)
{
    const QString key = keyOf(index);
    if (!m_tree.isExpanded(index)) {
        m_open.remove(key);
        m_openedForFilter.remove(key);
    } else if (!m_openedForFilter.contains(key)) {
        m_open.insert(key);
    }
}

void TreePlace::noteBelow(const QModelIndex& parent)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        const bool isImage = m_model.itemAt(index).level == InventoryLevel::Image;
        if (isImage && m_model.canFetchMore(index))
            continue; // it never was open
        noteOpen(index);
        if (!isImage)
            noteBelow(index);
    }
}

bool TreePlace::opensFor(const QModelIndex& index) const
{
    if (!m_model.isFiltered())
        return false;
    const bool isImage = m_model.itemAt(index).level == InventoryLevel::Image;
    return m_model.arrangement()->imageTotal() <= (isImage ? kMostOpened : kMostImages);
}

void TreePlace::openBelow(const QModelIndex& parent)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        const QString key = keyOf(index);
        const bool isOpen = m_open.contains(key);
        if (!isOpen && opensFor(index) && !m_tree.isExpanded(index))
            m_openedForFilter.insert(key);
        if (isOpen || m_openedForFilter.contains(key))
            m_tree.expand(index);
        if (m_model.itemAt(index).level != InventoryLevel::Image)
            openBelow(index);
    }
}

void TreePlace::closeBelow(const QModelIndex& parent)
{
    if (m_openedForFilter.isEmpty())
        return;
    const QModelIndex current = m_tree.currentIndex().siblingAtColumn(0);
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        bool holdsCurrent = false;
        for (QModelIndex above = current.parent(); above.isValid(); above = above.parent())
            holdsCurrent = holdsCurrent || above == index;
        if (m_openedForFilter.contains(keyOf(index)) && !holdsCurrent)
            m_tree.collapse(index);
        if (m_model.itemAt(index).level != InventoryLevel::Image)
            closeBelow(index);
    }
}

void TreePlace::noteChosen()
{
    const QModelIndex current = m_tree.currentIndex();
    if (!current.isValid())
        return; // it may come back yet
    m_chosen.reset();
    const InventoryItem item = m_model.itemAt(current);
    const bool isVersion = item.level == InventoryLevel::Version && item.parentVersion == kNoRow;
    if (item.level == InventoryLevel::Image || isVersion)
        m_chosen =
            Chosen{item.package()->name, isVersion ? item.inventory->snapshot->digestOf(item.version) : Digest()};
}

/// As where rows are told to go one by one: what stands there now, so that the keys go on from there.
void TreePlace::keepCurrent()
{
    const auto& [parent, row] = m_besides;
    const int rows = parent.isValid() ? m_model.rowCount(parent) : 0;
    if (m_tree.currentIndex().isValid() || rows == 0)
        return;
    m_tree.selectionModel()->setCurrentIndex(m_model.index(std::min(row, rows - 1), 0, parent),
                                             QItemSelectionModel::NoUpdate);
}

void TreePlace::chooseAgain()
{
    if (m_tree.currentIndex().isValid() || !m_chosen)
        return;
    const QModelIndex again = m_chosen->digest.isNull() ? m_model.imageIndex(m_chosen->package)
                                                        : m_model.versionIndex(m_chosen->package, m_chosen->digest);
    if (again.isValid())
        m_tree.setCurrentIndex(again);
}

/// The chosen row if it is in sight, else the topmost one; where it goes, what it stands below.
void TreePlace::noteAnchor()
{
    m_anchors.clear();
    const QRect sight = m_tree.viewport()->rect();
    QModelIndex anchor = m_tree.currentIndex().siblingAtColumn(0);
    if (!anchor.isValid() || !sight.intersects(m_tree.visualRect(anchor)))
        anchor = m_tree.indexAt(sight.topLeft()).siblingAtColumn(0);
    for (; anchor.isValid(); anchor = anchor.parent())
        addAnchor(anchor);
}

/// All rows in sight from the top, then what the topmost stands below.
void TreePlace::noteSight()
{
    m_anchors.clear();
    const QRect sight = m_tree.viewport()->rect();
    const QModelIndex top = m_tree.indexAt(sight.topLeft()).siblingAtColumn(0);
    for (QModelIndex row = top; row.isValid(); row = m_tree.indexBelow(row)) {
        if (!sight.intersects(m_tree.visualRect(row)))
            break;
        addAnchor(row);
    }
    for (QModelIndex above = top.parent(); above.isValid(); above = above.parent())
        addAnchor(above);
    m_tree.putOffLayout(); // else the view looks for each row that is told to have changed
}

void TreePlace::addAnchor(const QModelIndex& index)
{
    const QRect rect = m_tree.visualRect(index);
    const bool isInSight = m_tree.viewport()->rect().intersects(rect);
    m_anchors.append({index, isInSight ? rect.top() : std::max(0, rect.top())});
}

void TreePlace::scrollBack()
{
    for (const auto& anchor : std::as_const(m_anchors)) {
        const QRect rect = anchor.index.isValid() ? m_tree.visualRect(anchor.index) : QRect();
        if (!rect.isValid())
            continue;
        auto* bar = m_tree.verticalScrollBar();
        bar->setValue(bar->value() + rect.top() - anchor.top);
        break;
    }
    m_anchors.clear();
}

} // namespace slipway
