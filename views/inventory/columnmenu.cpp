#include "views/inventory/columnmenu.h"

#include "views/inventory/columnstate.h"
#include "views/inventory/inventorytree.h"

#include <QSignalBlocker>

namespace slipway
{

using namespace Qt::StringLiterals;

ColumnMenu::ColumnMenu(InventoryTree& tree, QWidget* parent)
    : QMenu(tr("Columns"), parent)
    , m_tree(tree)
{
    for (int column = 0; column < kInventoryColumns; ++column)
        addColumn(column);
    addSeparator();
    addAction(tr("Fit columns to the width"), &tree, &InventoryTree::fitToWidth)
        ->setObjectName(u"inventory.columns.fit"_s);
    addAction(tr("Reset columns"), &tree, &InventoryTree::resetColumns)->setObjectName(u"inventory.columns.reset"_s);
    connect(&tree, &InventoryTree::columnChoiceChanged, this, &ColumnMenu::showChoice);
    showChoice();
}

void ColumnMenu::addColumn(int place)
{
    const auto column = static_cast<InventoryColumn>(place);
    const QString title = m_tree.model()->headerData(place, Qt::Horizontal).toString();
    auto* action = addAction(title);
    action->setObjectName(u"inventory.column."_s + columnId(column));
    action->setProperty("fullText", tr("Show or hide column %1").arg(title));
    action->setCheckable(true);
    // A table without its names would be none: the last column that goes is the second.
    action->setEnabled(column != InventoryColumn::Name);
    action->setProperty("whyNot", tr("always shown"));
    connect(action, &QAction::toggled, this,
            [this, column](bool isWanted) { m_tree.setColumnWanted(column, isWanted); });
    m_columns.append(action);
}

void ColumnMenu::showChoice()
{
    for (int column = 0; column < kInventoryColumns; ++column) {
        const QSignalBlocker blocker(m_columns[column]);
        const bool isWanted = m_tree.isColumnWanted(static_cast<InventoryColumn>(column));
        m_columns[column]->setChecked(isWanted);
        m_columns[column]->setProperty("state", isWanted ? tr("shown") : tr("hidden"));
    }
}

} // namespace slipway
