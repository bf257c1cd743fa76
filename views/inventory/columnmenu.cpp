#include "views/inventory/columnmenu.h"

#include "views/inventory/inventorytree.h"

namespace slipway
{

ColumnMenu::ColumnMenu(InventoryTree& tree, QWidget* parent)
    : QMenu(tr("Columns"), parent)
    , m_tree(tree)
{
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    fill(); // a menu without an entry does not open
}

void ColumnMenu::fill()
{
    clear();
    for (int i = 0; i < kInventoryColumns; ++i) {
        const auto column = static_cast<InventoryColumn>(i);
        auto* action = addAction(m_tree.model()->headerData(i, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(m_tree.isColumnWanted(column));
        // A table without its names would be none: the last column that goes is the second.
        action->setEnabled(column != InventoryColumn::Name);
        connect(action, &QAction::toggled, &m_tree,
                [&tree = m_tree, column](bool isWanted) { tree.setColumnWanted(column, isWanted); });
    }
    addSeparator();
    addAction(tr("Fit columns to the width"), &m_tree, &InventoryTree::fitToWidth);
    addAction(tr("Reset columns"), &m_tree, &InventoryTree::resetColumns);
}

} // namespace slipway
