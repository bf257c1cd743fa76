#include "views/inventory/inventoryplace.h"

namespace slipway
{

using namespace Qt::StringLiterals;

QStringList inventorySteps(const InventoryItem& item)
{
    QStringList steps;
    if (item.isNull())
        return steps;
    if (item.hub)
        steps.append(groupName(item.hub->name));
    if (item.image)
        steps.append(item.package()->name.value);
    else if (item.family)
        steps.append(groupName(item.family->name));
    return steps;
}

QJsonObject inventoryPlace(const InventoryItem& item, const QString& digest)
{
    QJsonObject place;
    if (item.hub)
        place.insert(u"hub"_s, item.hub->name);
    if (item.family)
        place.insert(u"family"_s, item.family->name);
    if (item.image)
        place.insert(u"package"_s, item.package()->name.value);
    if (item.level == InventoryLevel::Version)
        place.insert(u"digest"_s, digest);
    return place;
}

} // namespace slipway
