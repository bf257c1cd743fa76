#include "app/choicefit.h"

#include "views/theme/styleitems.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QStyleOptionMenuItem>

namespace slipway
{

QStringList clippedChoices(const QComboBox& box)
{
    QStyleOptionMenuItem option;
    option.menuHasCheckableItems = true;
    const QFontMetrics metrics = box.view()->fontMetrics();
    QStringList clipped;
    for (int item = 0; item < box.count(); ++item)
        if (menuItemWidth(metrics.horizontalAdvance(box.itemText(item)), option) > box.view()->viewport()->width())
            clipped.append(box.itemText(item));
    return clipped;
}

} // namespace slipway
