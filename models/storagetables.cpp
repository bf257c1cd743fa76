#include "models/storagetables.h"

#include "core/format.h"
#include "core/quantity.h"
#include "models/figurecells.h"
#include "models/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct StorageTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

FigureCell countCell(size_t count, AmountBound bound)
{
    const QString number = QString::number(count);
    return boundCell({number, number, {}}, bound);
}

FigureCell moneyCell(double amount, const QString& currency)
{
    return {formatMoney(amount, currency), QString::number(amount, 'f', 2), {}};
}

/// What was pulled in the month, where GitHub's billing tells: gigabytes of 10^9 bytes (docs/storage.md, "Billed").
std::optional<Bytes> egressOf(const std::optional<BillingReading>& billing)
{
    constexpr double kGigabyte = 1e9;
    const auto* usage = billing ? std::get_if<BilledUsage>(&billing->billing) : nullptr;
    if (!usage || !usage->transferGigabytes)
        return std::nullopt;
    return std::llround(*usage->transferGigabytes * kGigabyte);
}

FigureCell billedCell(const std::optional<BillingReading>& billing)
{
    if (!billing)
        return {u"–"_s, {}, StorageTexts::tr("No data yet")};
    if (const auto* refused = std::get_if<BillingNotPermitted>(&billing->billing))
        return {StorageTexts::tr("not permitted"), {}, refused->why};
    return moneyCell(std::get<BilledUsage>(billing->billing).net(), u"USD"_s);
}

/// What GitHub counts of storage, in its own unit.
FigureCell billedAmount(const std::optional<BillingReading>& billing)
{
    const auto* usage = billing ? std::get_if<BilledUsage>(&billing->billing) : nullptr;
    if (!usage)
        return {};
    if (!usage->storageGigabyteHours)
        return {u"–"_s, {}, StorageTexts::tr("GitHub's billing says nothing of storage")};
    const double hours = *usage->storageGigabyteHours;
    return {StorageTexts::tr("%1 GB-hours").arg(formatQuantity(hours)), QString::number(hours, 'g', 17),
            StorageTexts::tr("Storage in this month so far, as GitHub counts it")};
}

} // namespace

FigureTable layerTable(const StorageOverview& overview)
{
    FigureTable table{{{StorageTexts::tr("Layer"), FigureKind::Mono, {}},
                       {StorageTexts::tr("Size"), FigureKind::Number, StorageTexts::tr("Compressed, as it is stored")},
                       {StorageTexts::tr("Images"), FigureKind::Number, StorageTexts::tr("Images that have it")},
                       {StorageTexts::tr("Versions"), FigureKind::Number, StorageTexts::tr("Versions that have it")}},
                      {}};
    // What could not be read may have them too.
    const bool isRead = overview.isComplete && overview.unreadVersions == 0;
    const AmountBound bound = isRead ? AmountBound::Exact : AmountBound::Least;
    for (const auto& layer : overview.layers) {
        FigureRow row;
        row.cells = {{layer.digest.shortForm(), layer.digest.toString(), layer.digest.toString()},
                     bytesCell(layer.size),
                     countCell(layer.images, bound),
                     countCell(layer.versions, bound)};
        row.filter = u"layer:"_s + layer.digest.toString();
        table.rows.push_back(std::move(row));
    }
    return table;
}

FigureTable costTable(const StorageOverview& overview, const Prices& prices,
                      const std::optional<BillingReading>& billing)
{
    const auto egress = egressOf(billing);
    const MonthlyCost cost = monthlyCost(overview.size.stored, egress, prices);
    const auto rate = [&](double price) {
        return FigureCell{formatPrice(price, prices.currency), QString::number(price), {}};
    };
    const FigureCell none{u"–"_s, {}, {}};
    const FigureCell unknown{u"–"_s, {}, StorageTexts::tr("No data yet")};
    const auto money = [&](std::optional<double> amount) {
        return amount ? moneyCell(*amount, cost.currency) : unknown;
    };
    const auto row = [](const QString& item, const FigureCell& amount, const FigureCell& price, const FigureCell& sum) {
        FigureRow made;
        made.cells = {{item, {}, {}}, amount, price, sum};
        return made;
    };
    FigureTable table{{{StorageTexts::tr("Item"), FigureKind::Text, {}},
                       {StorageTexts::tr("Amount"), FigureKind::Number, {}},
                       {StorageTexts::tr("Rate"), FigureKind::Number, {}},
                       {StorageTexts::tr("Cost"), FigureKind::Number, {}}},
                      {}};
    const bool isLeast = !overview.isWhole();
    const auto least = [&](const FigureCell& cell) {
        return overview.isUnknown() ? nothingWeighedCell(overview.withoutManifest) : leastCell(cell, isLeast);
    };
    table.rows = {row(StorageTexts::tr("Storage"), least(bytesCell(overview.size.stored)),
                      rate(prices.storagePerGibMonth), least(money(cost.storage))),
                  row(StorageTexts::tr("Egress"), egress ? bytesCell(*egress) : unknown, rate(prices.egressPerGib),
                      money(cost.egress)),
                  row(StorageTexts::tr("Runner"), none, none, money(cost.runner)),
                  row(StorageTexts::tr("Total"), {}, {}, leastCell(money(cost.total()), isLeast))};
    table.rows.back().isTotal = true;
    table.rows.push_back(row(StorageTexts::tr("Billed"), billedAmount(billing), {}, billedCell(billing)));
    return table;
}

QString billingText(const std::optional<BillingReading>& billing, const QDateTime& now)
{
    if (!billing)
        return StorageTexts::tr("GitHub's billing was not read");
    const QString when = whenText(billing->readAt, now);
    if (std::holds_alternative<BillingNotPermitted>(billing->billing))
        return StorageTexts::tr("GitHub's billing: not permitted, asked %1. It tells owners and billing managers only.")
            .arg(when);
    const QString month = QLocale().toString(QDate(billing->month.year, billing->month.month, 1),
                                             StorageTexts::tr("MMMM yyyy", "a month"));
    return StorageTexts::tr("Egress and billed: GitHub's billing of %1 so far, read %2").arg(month, when);
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
