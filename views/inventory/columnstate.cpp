#include "views/inventory/columnstate.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kWidest = 4'000;

std::optional<InventoryColumn> columnOf(const QJsonValue& id)
{
    const ColumnOrder columns = usualColumnOrder();
    const auto found = std::ranges::find(columns, id.toString(), &columnId);
    return found == columns.end() ? std::nullopt : std::optional(*found);
}

/// A column that is not named stands where it usually does, behind those that are.
ColumnOrder readOrder(const QJsonArray& ids)
{
    std::vector<InventoryColumn> order;
    const auto add = [&order](InventoryColumn column) {
        if (!std::ranges::contains(order, column))
            order.push_back(column);
    };
    for (const auto& id : ids)
        if (const auto column = columnOf(id))
            add(*column);
    std::ranges::for_each(usualColumnOrder(), add);
    ColumnOrder whole{};
    std::ranges::copy(order, whole.begin());
    return whole;
}

/// All or none: half of them would be neither a person's widths nor fitting ones.
std::optional<std::array<int, kInventoryColumns>> readWidths(const QJsonObject& json, const ColumnChoice& wanted)
{
    std::array<int, kInventoryColumns> widths{};
    for (const auto column : usualColumnOrder()) {
        const auto place = static_cast<size_t>(column);
        const int width = json[columnId(column)].toInt();
        if (wanted[place] && width > 0)
            widths[place] = std::clamp(width, kNarrowestColumn, kWidest);
    }
    if (widths[static_cast<size_t>(InventoryColumn::Name)] == 0)
        return std::nullopt;
    return widths;
}

} // namespace

ColumnOrder usualColumnOrder()
{
    ColumnOrder order{};
    for (int column = 0; column < kInventoryColumns; ++column)
        order[static_cast<size_t>(column)] = static_cast<InventoryColumn>(column);
    return order;
}

QJsonObject toJson(const ColumnState& state)
{
    QJsonArray order;
    QJsonArray hidden;
    QJsonObject widths;
    for (const auto column : state.order) {
        const auto place = static_cast<size_t>(column);
        order.append(columnId(column));
        if (!state.wanted[place])
            hidden.append(columnId(column));
        if (state.widths)
            widths.insert(columnId(column), (*state.widths)[place]);
    }
    return {{u"order"_s, order},
            {u"hidden"_s, hidden},
            {u"widths"_s, widths},
            {u"sortedBy"_s, state.sortedBy ? columnId(*state.sortedBy) : QString()},
            {u"descending"_s, state.sortOrder == Qt::DescendingOrder}};
}

ColumnState columnState(const QJsonObject& json)
{
    ColumnState state;
    state.order = readOrder(json["order"_L1].toArray());
    const QJsonArray hidden = json["hidden"_L1].toArray();
    for (const auto& id : hidden)
        if (const auto column = columnOf(id); column && *column != InventoryColumn::Name)
            state.wanted.reset(static_cast<size_t>(*column));
    state.widths = readWidths(json["widths"_L1].toObject(), state.wanted);
    state.sortedBy = columnOf(json["sortedBy"_L1]);
    if (state.sortedBy && json["descending"_L1].toBool())
        state.sortOrder = Qt::DescendingOrder;
    return state;
}

QString columnId(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Name:
        return u"name"_s;
    case InventoryColumn::Variant:
        return u"variant"_s;
    case InventoryColumn::Tags:
        return u"tags"_s;
    case InventoryColumn::Digest:
        return u"digest"_s;
    case InventoryColumn::Size:
        return u"size"_s;
    case InventoryColumn::Unique:
        return u"unique"_s;
    case InventoryColumn::Kind:
        return u"kind"_s;
    case InventoryColumn::Age:
        return u"age"_s;
    case InventoryColumn::Signed:
        return u"signed"_s;
    case InventoryColumn::Sbom:
        return u"sbom"_s;
    }
    return {};
}

} // namespace slipway
