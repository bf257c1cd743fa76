#include "models/inventoryrecords.h"

#include "core/format.h"
#include "inventory/versiondocument.h"
#include "models/csvline.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct RecordTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::InventoryRecords)
};

/// Calls `visit` with an item of every image a row stands for or holds, as far as it is shown.
template<typename Visit>
void forEachImage(const InventoryArrangement& arrangement, const InventoryItem& item, Visit visit)
{
    const auto visitFamily = [&](const HubEntry& hub, const FamilyEntry& family) {
        for (const auto* image : arrangement.images(hub, family))
            visit(InventoryItem{item.inventory, InventoryLevel::Image, &hub, &family, image, kNoRow, kNoRow});
    };
    switch (item.level) {
    case InventoryLevel::Root:
    case InventoryLevel::Version:
        return;
    case InventoryLevel::Hub:
        for (const auto* family : arrangement.families(*item.hub))
            visitFamily(*item.hub, *family);
        return;
    case InventoryLevel::Family:
        visitFamily(*item.hub, *item.family);
        return;
    case InventoryLevel::Image:
        visit(item);
        return;
    }
}

QString tagsOf(const InventoryItem& item)
{
    QStringList tags;
    const TagList list = item.inventory->snapshot->tagsOf(item.inventory->snapshot->versions[item.version]);
    for (const TagText tag : list)
        tags.append(tag.toString());
    return tags.join(u' ');
}

QStringList csvFields(const InventoryItem& item)
{
    const auto& snapshot = *item.inventory->snapshot;
    const auto& version = snapshot.versions[item.version];
    const auto& facts = item.inventory->factsOf(item.version);
    const auto truth = [](bool is) { return is ? u"true"_s : u"false"_s; };
    return {item.hub->name,
            item.family->name,
            item.package()->name.value,
            variantName(item.image->variant),
            QString::number(version.id.value),
            tagsOf(item),
            snapshot.digestOf(version).toString(),
            manifestKindName(snapshot.kindOf(version)),
            QString::number(facts.size),
            QString::number(facts.exclusiveSize),
            formatTimestamp(version.createdAt()),
            formatTimestamp(version.updatedAt()),
            truth(facts.isSigned),
            truth(facts.hasSbom),
            truth(facts.isAttested)};
}

constexpr int kTextColumns = 6;
using TextLine = std::array<QString, kTextColumns>;

TextLine textLine(const InventoryItem& item)
{
    const auto& snapshot = *item.inventory->snapshot;
    const auto& facts = item.inventory->factsOf(item.version);
    return {item.package()->name.value,
            tagsOf(item),
            snapshot.digestOf(item.version).toString(),
            kindWord(snapshot.kindOf(snapshot.versions[item.version])),
            formatBytes(facts.size),
            formatBytes(facts.exclusiveSize)};
}

} // namespace

std::vector<InventoryItem> versionsMeant(const InventoryArrangement& arrangement,
                                         const std::vector<InventoryItem>& rows)
{
    std::vector<InventoryItem> versions;
    QSet<RowIndex> seen;
    const auto add = [&](InventoryItem item, RowIndex version) {
        if (seen.contains(version))
            return;
        seen.insert(version);
        item.level = InventoryLevel::Version;
        item.version = version;
        versions.push_back(item);
    };
    for (const auto& row : rows) {
        if (row.level == InventoryLevel::Version)
            add(row, row.version);
        forEachImage(arrangement, row, [&](const InventoryItem& image) {
            for (const RowIndex version : arrangement.versions(*image.hub, *image.family, *image.image))
                add(image, version);
        });
    }
    return versions;
}

std::vector<RowIndex> rowsMeant(const InventoryArrangement& arrangement, const std::vector<InventoryItem>& rows)
{
    std::vector<RowIndex> versions;
    for (const auto& row : rows) {
        if (row.level == InventoryLevel::Version)
            versions.push_back(row.version);
        forEachImage(arrangement, row, [&](const InventoryItem& image) {
            if (arrangement.isFiltered()) {
                const auto shown = arrangement.versions(*image.hub, *image.family, *image.image);
                versions.insert(versions.end(), shown.begin(), shown.end());
                return;
            }
            const auto& package = *image.package();
            for (RowIndex i = 0; i < package.versionTotal; ++i)
                versions.push_back(package.firstVersion + i);
        });
    }
    return versions;
}

QString recordsAsText(const std::vector<InventoryItem>& versions)
{
    constexpr int kFirstNumber = 4;
    std::vector<TextLine> lines{{RecordTexts::tr("Image"), RecordTexts::tr("Tags"), RecordTexts::tr("Digest"),
                                 RecordTexts::tr("Kind"), RecordTexts::tr("Size"), RecordTexts::tr("Unique")}};
    for (const auto& version : versions)
        lines.push_back(textLine(version));
    std::array<qsizetype, kTextColumns> widths{};
    for (const auto& line : lines) {
        for (size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QString text;
    for (const auto& line : lines) {
        QStringList cells;
        for (size_t i = 0; i < line.size(); ++i)
            cells.append(i < kFirstNumber ? line[i].leftJustified(widths[i]) : line[i].rightJustified(widths[i]));
        text += cells.join(u"  "_s) + u'\n';
    }
    return text;
}

QByteArray recordsAsCsv(const std::vector<InventoryItem>& versions)
{
    QByteArray csv =
        "hub,family,package,variant,id,tags,digest,kind,size,exclusiveSize,createdAt,updatedAt,signed,sbom,"
        "attested\r\n";
    for (const auto& version : versions)
        csv += csvLine(csvFields(version));
    return csv;
}

QByteArray recordsAsJson(const std::vector<InventoryItem>& versions)
{
    QJsonArray array;
    for (const auto& version : versions) {
        QJsonObject object = versionDocument(*version.inventory, version.version);
        object.insert(u"hub"_s, version.hub->name);
        object.insert(u"family"_s, version.family->name);
        object.insert(u"package"_s, version.package()->name.value);
        object.insert(u"variant"_s, variantName(version.image->variant));
        array.append(object);
    }
    return QJsonDocument(array).toJson();
}

} // namespace slipway
