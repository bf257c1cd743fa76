#include "models/outlinedata.h"

#include "models/roles.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct OutlineWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::Inventory)
};

std::optional<QVariant> countedData(int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return u"…"_s;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return OutlineWords::tr("Still being counted");
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<QVariant> outlineData(const InventoryItem& item, InventoryColumn column, int role)
{
    switch (column) {
    case InventoryColumn::Size:
    case InventoryColumn::Unique:
    case InventoryColumn::Age:
        return countedData(role);
    case InventoryColumn::Variant:
        // Where the name does not say it, a config may.
        if (item.image && item.image->variant == Variant::Other && (role == Qt::DisplayRole || role == VariantRole))
            return QString();
        return std::nullopt;
    case InventoryColumn::Tags:
        return item.level == InventoryLevel::Image ? countedData(role) : std::nullopt;
    case InventoryColumn::Name:
    case InventoryColumn::Digest:
    case InventoryColumn::Kind:
    case InventoryColumn::Signed:
    case InventoryColumn::Sbom:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace slipway
