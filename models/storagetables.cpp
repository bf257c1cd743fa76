#include "models/storagetables.h"

#include "core/format.h"
#include "inventory/filterwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct StorageTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

FigureCell bytesCell(Bytes bytes)
{
    return {formatBytes(bytes), QString::number(bytes), {}};
}

FigureCell countCell(size_t count)
{
    return {QString::number(count), {}, {}};
}

} // namespace

FigureTable familyTable(const StorageOverview& overview)
{
    FigureTable table{{{StorageTexts::tr("Family"), FigureKind::Text},
                       {QString(), FigureKind::Bar},
                       {StorageTexts::tr("Unique"), FigureKind::Number},
                       {StorageTexts::tr("Shared"), FigureKind::Number},
                       {StorageTexts::tr("Stored"), FigureKind::Number}},
                      {}};
    Bytes most = 1;
    for (const auto& family : overview.families)
        most = std::max(most, family.size.stored);
    for (const auto& family : overview.families) {
        const Bytes unique = family.size.exclusive;
        const Bytes shared = family.size.stored - unique;
        FigureRow row;
        row.cells = {
            {family.name.isEmpty() ? StorageTexts::tr("Unassigned") : family.name, family.name, {}},
            {StorageTexts::tr("%1 unique, %2 shared with other families").arg(formatBytes(unique), formatBytes(shared)),
             {},
             {}},
            bytesCell(unique),
            bytesCell(shared),
            bytesCell(family.size.stored)};
        row.filter = exactTerm(u"family", family.name);
        row.bar = {static_cast<double>(unique) / static_cast<double>(most),
                   static_cast<double>(shared) / static_cast<double>(most)};
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable layerTable(const StorageOverview& overview)
{
    FigureTable table{{{StorageTexts::tr("Layer"), FigureKind::Mono},
                       {StorageTexts::tr("Size"), FigureKind::Number},
                       {StorageTexts::tr("Images"), FigureKind::Number},
                       {StorageTexts::tr("Versions"), FigureKind::Number}},
                      {}};
    for (const auto& layer : overview.layers) {
        FigureRow row;
        row.cells = {{layer.digest.shortForm(), layer.digest.toString(), layer.digest.toString()},
                     bytesCell(layer.size),
                     countCell(layer.images),
                     countCell(layer.versions)};
        row.filter = u"layer:"_s + layer.digest.toString();
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable costTable(const StorageOverview& overview, const Prices& prices)
{
    const MonthlyCost cost = monthlyCost(overview.size.stored, std::nullopt, prices);
    const auto money = [&](std::optional<double> amount) {
        return amount ? FigureCell{formatMoney(*amount, cost.currency), QString::number(*amount, 'f', 2), {}}
                      : FigureCell{u"–"_s, {}, StorageTexts::tr("No data yet")};
    };
    const auto rate = [&](double price) {
        return FigureCell{formatPrice(price, prices.currency), QString::number(price), {}};
    };
    const FigureCell none{u"–"_s, {}, {}};
    const auto row = [](const QString& item, const FigureCell& amount, const FigureCell& price, const FigureCell& sum) {
        FigureRow made;
        made.cells = {{item, {}, {}}, amount, price, sum};
        return made;
    };
    FigureTable table{{{StorageTexts::tr("Item"), FigureKind::Text},
                       {StorageTexts::tr("Amount"), FigureKind::Number},
                       {StorageTexts::tr("Rate"), FigureKind::Number},
                       {StorageTexts::tr("Cost"), FigureKind::Number}},
                      {}};
    table.rows = {row(StorageTexts::tr("Storage"), bytesCell(overview.size.stored), rate(prices.storagePerGibMonth),
                      money(cost.storage)),
                  row(StorageTexts::tr("Egress"), money(std::nullopt), rate(prices.egressPerGib), money(cost.egress)),
                  row(StorageTexts::tr("Runner"), none, none, money(cost.runner)),
                  row(StorageTexts::tr("Total"), {}, {}, money(cost.total()))};
    table.rows.back().isTotal = true;
    return table;
}

QString unweighedText(const StorageOverview& overview)
{
    QStringList parts;
    if (overview.unreadVersions > 0)
        parts.append(
            StorageTexts::tr("%n version(s) could not be read", nullptr, static_cast<int>(overview.unreadVersions)));
    if (overview.unsizedBlobs > 0)
        parts.append(StorageTexts::tr("%n layer(s) tell no size", nullptr, static_cast<int>(overview.unsizedBlobs)));
    if (parts.isEmpty() && !overview.isComplete)
        parts.append(StorageTexts::tr("not all of the owner could be read"));
    return parts.isEmpty() ? QString() : StorageTexts::tr("At least: %1").arg(parts.join(u", "_s));
}

} // namespace slipway
