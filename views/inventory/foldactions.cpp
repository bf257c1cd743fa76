#include "views/inventory/foldactions.h"

#include "views/inventory/inventorypage.h"

#include <QAction>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The id is the icon's name too.
void addAction(InventoryPage& page, const QString& id, const QString& text, void (InventoryPage::*fold)())
{
    auto* action = new QAction(text, &page);
    action->setObjectName(id);
    action->setProperty("iconName", id);
    QObject::connect(action, &QAction::triggered, &page, fold);
    page.addAction(action);
}

} // namespace

void addFoldActions(InventoryPage& page)
{
    addAction(page, u"expand-all"_s, InventoryPage::tr("Expand all"), &InventoryPage::expandAll);
    addAction(page, u"collapse-all"_s, InventoryPage::tr("Collapse all"), &InventoryPage::collapseAll);
}

} // namespace slipway
