#include "views/inventory/sortactions.h"

#include "views/inventory/columnstate.h"
#include "views/inventory/inventorytree.h"

#include <QAction>

namespace slipway
{

using namespace Qt::StringLiterals;

SortActions::SortActions(InventoryTree& tree, QWidget& page)
    : QObject(&page)
    , m_tree(tree)
{
    for (int place = 0; place < kInventoryColumns; ++place) {
        const auto column = static_cast<InventoryColumn>(place);
        const QString title = tree.model()->headerData(place, Qt::Horizontal).toString();
        auto* action = new QAction(tr("Sort by %1").arg(title), this);
        action->setObjectName(u"inventory.sort."_s + columnId(column));
        action->setProperty("iconName", u"view-list-tree"_s);
        connect(action, &QAction::triggered, &tree, [&tree, column] { tree.turnOrder(column); });
        m_actions[static_cast<size_t>(place)] = action;
        page.addAction(action);
    }
    connect(&tree, &InventoryTree::columnStateChanged, this, &SortActions::showOrder);
    showOrder();
}

void SortActions::showOrder()
{
    const ColumnState state = m_tree.columnState();
    const QString order = state.sortOrder == Qt::AscendingOrder ? tr("ascending") : tr("descending");
    for (int place = 0; place < kInventoryColumns; ++place)
        m_actions[static_cast<size_t>(place)]->setProperty(
            "state", state.sortedBy == static_cast<InventoryColumn>(place) ? order : QString());
}

} // namespace slipway
