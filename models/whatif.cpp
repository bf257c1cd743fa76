#include "models/whatif.h"

#include "core/format.h"
#include "domain/packagegroups.h"
#include "storage/monthlycost.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct WhatIfTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::WhatIf)
};

constexpr std::chrono::days kUsualUntagged{90};
constexpr size_t kUsualTagged = 5;

std::vector<PackageClass> classesOf(const Inventory& inventory)
{
    std::vector<PackageClass> classes(inventory.snapshot->packages.size());
    for (const auto& hub : inventory.hubs)
        for (const auto& family : hub.families)
            for (const auto& image : family.images)
                classes[image.package] = {hub.name, family.name, image.variant};
    return classes;
}

/// The first tag that is no referrer tag stands for a version.
QString titleOf(const Snapshot& snapshot, RowIndex version)
{
    const VersionRow& row = snapshot.versions[version];
    const QString name = snapshot.packages[row.package].name.value;
    for (const TagText tag : snapshot.tagsOf(row))
        return name + u':' + QString::fromUtf8(tag.utf8);
    return name + u'@' + snapshot.digestOf(row).shortForm();
}

void addOffers(const Inventory& inventory, const ImageEntry& image, std::span<const RowIndex> proposed,
               std::vector<BaseOffer>& offers)
{
    const Snapshot& snapshot = *inventory.snapshot;
    size_t offered = 0;
    for (const RowIndex version : image.versions) {
        const ManifestKind kind = snapshot.kindOf(snapshot.versions[version]);
        const bool isProposed = std::ranges::contains(proposed, version);
        if ((kind != ManifestKind::Image && kind != ManifestKind::Index)
            || !hasPolicyTag(snapshot, snapshot.versions[version]) || (offered >= kOfferedBases && !isProposed))
            continue;
        offers.push_back(
            {version, image.variant, titleOf(snapshot, version), inventory.factsOf(version).size, isProposed});
        ++offered;
    }
}

QString percentText(Bytes before, Bytes after)
{
    const double saved = 100.0 * static_cast<double>(before - after) / static_cast<double>(std::max<Bytes>(before, 1));
    return QString::number(static_cast<int>(std::floor(saved)));
}

FigureCell bytesCell(Bytes bytes)
{
    return {formatBytes(bytes), QString::number(bytes), {}};
}

FigureCell moneyCell(double amount, const QString& currency)
{
    return {formatMoney(amount, currency), QString::number(amount, 'f', 2), {}};
}

FigureCell savedCell(Bytes saved)
{
    return saved == 0 ? bytesCell(0) : FigureCell{u'−' + formatBytes(saved), QString::number(-saved), {}};
}

FigureRow stepRow(const QString& name, Bytes stored, std::optional<Bytes> saved, const MonthlyCost& cost)
{
    FigureRow row;
    row.cells = {{name, {}, {}},
                 bytesCell(stored),
                 saved ? savedCell(*saved) : FigureCell{u"–"_s, {}, {}},
                 moneyCell(cost.storage, cost.currency),
                 moneyCell(cost.total(), cost.currency)};
    return row;
}

QString retentionText(const Retention& retention)
{
    const QString untagged = retention.untaggedFor ? WhatIfTexts::tr("untagged versions kept for %n day(s)", nullptr,
                                                                     static_cast<int>(retention.untaggedFor->count()))
                                                   : WhatIfTexts::tr("all untagged versions kept");
    const QString tagged = retention.taggedPerPackage
                               ? WhatIfTexts::tr("the newest %n tagged version(s) of each image kept", nullptr,
                                                 static_cast<int>(*retention.taggedPerPackage))
                               : WhatIfTexts::tr("all tagged versions kept");
    return untagged + u", "_s + tagged;
}

} // namespace

WhatIfGround whatIfGround(const InventoryPtr& inventory)
{
    WhatIfGround ground{inventory, classesOf(*inventory), {}, {}};
    const auto proposed = proposeBases(*inventory->snapshot, *inventory->graph, ground.classes);
    for (const auto& hub : inventory->hubs) {
        if (hub.name != kBaseHub && !hub.name.isEmpty())
            ground.hubs.push_back(hub.name);
        for (const auto& family : hub.families)
            for (const auto& image : family.images)
                if (image.variant == Variant::BaseCpu || image.variant == Variant::BaseGpu)
                    addOffers(*inventory, image, proposed, ground.bases);
    }
    std::ranges::stable_partition(ground.bases, &BaseOffer::isProposed);
    return ground;
}

WhatIf usualWhatIf(const WhatIfGround& ground, const Prices& prices)
{
    WhatIf wish;
    for (const auto& base : ground.bases)
        if (base.isProposed)
            wish.bases.push_back(base.version);
    wish.hubs = ground.hubs;
    wish.retention = {kUsualUntagged, kUsualTagged};
    wish.runnerPerMonth = prices.runnerPerMonth;
    return wish;
}

Consolidation consolidationOf(const WhatIf& wish)
{
    Consolidation consolidation;
    for (const auto& hub : wish.hubs)
        consolidation.sharing.push_back({hub, std::nullopt});
    consolidation.bases = wish.bases;
    consolidation.retention = wish.retention;
    return consolidation;
}

FigureTable whatIfTable(const StoredSteps& steps, const Prices& prices, double runnerAfter)
{
    Prices after = prices;
    after.runnerPerMonth = runnerAfter;
    const auto cost = [](Bytes stored, const Prices& at) { return monthlyCost(stored, std::nullopt, at); };
    FigureTable table{{{WhatIfTexts::tr("Step"), FigureKind::Text, {}},
                       {WhatIfTexts::tr("Stored"), FigureKind::Number, {}},
                       {WhatIfTexts::tr("Saved"), FigureKind::Number, {}},
                       {WhatIfTexts::tr("Storage a month"), FigureKind::Number, {}},
                       {WhatIfTexts::tr("With runner"), FigureKind::Number, {}}},
                      {}};
    table.rows = {stepRow(WhatIfTexts::tr("As it is"), steps.before, std::nullopt, cost(steps.before, prices)),
                  stepRow(WhatIfTexts::tr("Versions dropped"), steps.afterDropping, steps.savedByDropping(),
                          cost(steps.afterDropping, after)),
                  stepRow(WhatIfTexts::tr("Bases shared"), steps.afterSharing, steps.savedBySharing(),
                          cost(steps.afterSharing, after)),
                  stepRow(WhatIfTexts::tr("Together"), steps.afterSharing, steps.before - steps.afterSharing,
                          cost(steps.afterSharing, after))};
    table.rows.back().isTotal = true;
    return table;
}

QString whatIfSentence(const StoredSteps& steps)
{
    if (steps.afterSharing >= steps.before)
        return WhatIfTexts::tr("%1 stay %1").arg(formatBytes(steps.before));
    return WhatIfTexts::tr("%1 become %2, %3 % less")
        .arg(formatBytes(steps.before), formatBytes(steps.afterSharing), percentText(steps.before, steps.afterSharing));
}

QStringList whatIfNotes(const ConsolidationResult& result)
{
    const auto count = [](size_t number) { return static_cast<int>(number); };
    QStringList notes{
        WhatIfTexts::tr("%n version(s) dropped", nullptr, count(result.dropped.size())),
        WhatIfTexts::tr("%n image version(s) on another base", nullptr, count(result.imagesMoved)),
    };
    if (result.basesReplaced > 0)
        notes.append(WhatIfTexts::tr("%n base version(s) no longer needed", nullptr, count(result.basesReplaced)));
    if (result.imagesWithoutBase > 0)
        notes.append(WhatIfTexts::tr("%n image version(s) stand on no known base and stay", nullptr,
                                     count(result.imagesWithoutBase)));
    if (result.imagesWithoutChosenBase > 0)
        notes.append(WhatIfTexts::tr("%n image version(s) have no chosen base and stay", nullptr,
                                     count(result.imagesWithoutChosenBase)));
    if (!result.basesRefused.empty())
        notes.append(WhatIfTexts::tr("%n chosen base(s) cannot be used: nothing of them was read", nullptr,
                                     count(result.basesRefused.size())));
    if (!result.isListWhole)
        notes.append(WhatIfTexts::tr("at least: not all images and versions of the owner could be read"));
    if (result.versionsUnread > 0 || !result.unsizedBlobs.empty())
        notes.append(WhatIfTexts::tr("at least: %n version(s) could not be read, or tell no sizes", nullptr,
                                     count(result.versionsUnread + result.unsizedBlobs.size())));
    return notes;
}

QString whatIfText(const WhatIfGround& ground, const WhatIf& wish, const ConsolidationResult& result,
                   const Prices& prices)
{
    QStringList bases;
    for (const auto& base : ground.bases)
        if (std::ranges::contains(wish.bases, base.version))
            bases.append(base.title);
    QStringList hubs;
    for (const auto& hub : wish.hubs)
        hubs.append(hub);
    const QString none = WhatIfTexts::tr("none");
    QStringList lines{
        whatIfSentence(result.stored),
        {},
        WhatIfTexts::tr("Shared bases: %1").arg(bases.isEmpty() ? none : bases.join(u", "_s)),
        WhatIfTexts::tr("Hubs that share them: %1").arg(hubs.isEmpty() ? none : hubs.join(u", "_s)),
        WhatIfTexts::tr("Kept: %1").arg(retentionText(wish.retention)),
        WhatIfTexts::tr("Runner: %1 a month").arg(formatMoney(wish.runnerPerMonth, prices.currency)),
        {},
    };
    const auto table = whatIfTable(result.stored, prices, wish.runnerPerMonth);
    for (const auto& row : table.rows) {
        QStringList cells;
        for (size_t i = 1; i < row.cells.size(); ++i)
            cells.append(u"%1 %2"_s.arg(table.columns[i].title, row.cells[i].text));
        lines.append(u"%1: %2"_s.arg(row.cells[0].text, cells.join(u"; "_s)));
    }
    lines.append(QString());
    for (const auto& hub : result.hubs)
        lines.append(
            u"%1: %2"_s.arg(hub.name.isEmpty() ? WhatIfTexts::tr("Unassigned") : hub.name, whatIfSentence(hub.stored)));
    lines.append(QString());
    lines += whatIfNotes(result);
    lines.append(WhatIfTexts::tr("An estimate: layers above a base keep their sizes."));
    return lines.join(u'\n') + u'\n';
}

} // namespace slipway
