#include "views/inventory/tabactions.h"

#include <QAction>
#include <QWidget>

namespace slipway
{

using namespace Qt::StringLiterals;

TabActions::TabActions(QWidget& page)
    : QObject(&page)
{
    for (const auto tab : kDetailsTabs) {
        auto* action = new QAction(tr("Show details: %1").arg(tabTitle(tab)), this);
        action->setObjectName(u"inventory.tab."_s + tabName(tab));
        action->setProperty("iconName", u"documentinfo"_s);
        connect(action, &QAction::triggered, this, [this, tab] { Q_EMIT tabWanted(tab); });
        page.addAction(action);
    }
}

} // namespace slipway
