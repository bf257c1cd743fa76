#include "models/inventorydata.h"

#include "core/format.h"
#include "models/timetext.h"
#include "models/tiptext.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct InventoryWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::Inventory)
};

/// Longer lists make a tooltip nobody reads.
constexpr qsizetype kTipTags = 24;

const VersionRow* versionRow(const InventoryItem& item)
{
    const RowIndex row = item.shownVersion();
    return row == kNoRow ? nullptr : &item.inventory->snapshot->versions[row];
}

const Digest& digestOf(const InventoryItem& item)
{
    return item.inventory->snapshot->digestOf(item.shownVersion());
}

ManifestKind kindOf(const InventoryItem& item)
{
    const auto* row = versionRow(item);
    return row ? item.inventory->snapshot->kindOf(*row) : ManifestKind::Unreadable;
}

/// Signatures and SBOMs are counted on images people pull: parts and other kinds answer only where they have one.
Presence presenceOf(const InventoryItem& item, bool isThere)
{
    if (isThere)
        return Presence::Yes;
    const ManifestKind kind = kindOf(item);
    const bool isPulled = kind == ManifestKind::Image || kind == ManifestKind::Index;
    return isPulled && item.parentVersion == kNoRow ? Presence::No : Presence::NotApplicable;
}

Presence presenceOf(const InventoryItem& item, InventoryColumn column)
{
    const RowIndex row = item.shownVersion();
    if (row == kNoRow)
        return Presence::NotApplicable;
    const auto& facts = item.inventory->factsOf(row);
    return presenceOf(item, column == InventoryColumn::Signed ? facts.isSigned : facts.hasSbom);
}

QString presenceText(Presence presence)
{
    switch (presence) {
    case Presence::Yes:
        return InventoryWords::tr("Yes");
    case Presence::No:
        return InventoryWords::tr("No");
    case Presence::NotApplicable:
        return {};
    }
    return {};
}

QStringList tagsOf(const InventoryItem& item)
{
    const RowIndex row = item.shownVersion();
    return row == kNoRow ? QStringList() : peopleTags(*item.inventory->snapshot, row);
}

qsizetype hiddenTags(const InventoryItem& item)
{
    if (item.level != InventoryLevel::Image)
        return 0;
    const Snapshot& snapshot = *item.inventory->snapshot;
    qsizetype total = 0;
    for (const RowIndex row : item.image->versions)
        total += static_cast<qsizetype>(snapshot.tagsOf(snapshot.versions[row]).size());
    return std::max<qsizetype>(0, total - tagsOf(item).size());
}

QString tagsText(const InventoryItem& item)
{
    if (item.level == InventoryLevel::Family)
        return InventoryWords::tr("%n image(s)", nullptr, static_cast<int>(item.imageTotal()));
    return item.level == InventoryLevel::Hub ? QString() : tagsOf(item).join(u", "_s);
}

/// What runs has a variant; signatures and the like have none.
QString variantText(const InventoryItem& item)
{
    const ManifestKind kind = kindOf(item);
    const bool runs =
        item.level != InventoryLevel::Version || kind == ManifestKind::Image || kind == ManifestKind::Index;
    return item.image && runs ? variantWord(item.image->variant) : QString();
}

QString displayText(const InventoryItem& item, InventoryColumn column, const QDateTime& now)
{
    switch (column) {
    case InventoryColumn::Name:
        return item.name();
    case InventoryColumn::Variant:
        return variantText(item);
    case InventoryColumn::Tags:
        return tagsText(item);
    case InventoryColumn::Digest:
        return versionRow(item) ? digestOf(item).shortForm() : QString();
    case InventoryColumn::Size:
        return formatBytes(item.size().stored);
    case InventoryColumn::Unique:
        return formatBytes(item.size().exclusive);
    case InventoryColumn::Kind:
        return item.level == InventoryLevel::Version ? kindWord(kindOf(item)) : QString();
    case InventoryColumn::Age:
        return item.newest().isValid() ? formatAge(item.newest(), now) : u"–"_s;
    case InventoryColumn::Signed:
    case InventoryColumn::Sbom:
        return presenceText(presenceOf(item, column));
    }
    return {};
}

QVariant sortValue(const InventoryItem& item, InventoryColumn column, const QDateTime& now)
{
    switch (column) {
    case InventoryColumn::Size:
        return static_cast<qlonglong>(item.size().stored);
    case InventoryColumn::Unique:
        return static_cast<qlonglong>(item.size().exclusive);
    case InventoryColumn::Age:
        return item.newest().isValid() ? item.newest().toMSecsSinceEpoch() : 0;
    case InventoryColumn::Name:
    case InventoryColumn::Variant:
    case InventoryColumn::Tags:
    case InventoryColumn::Digest:
    case InventoryColumn::Kind:
    case InventoryColumn::Signed:
    case InventoryColumn::Sbom:
        return displayText(item, column, now);
    }
    return {};
}

QString timesTip(const InventoryItem& item)
{
    const auto* row = versionRow(item);
    if (!row)
        return {};
    return InventoryWords::tr("Created %1\nUpdated %2").arg(momentText(row->createdAt()), momentText(row->updatedAt()));
}

QString tipText(const InventoryItem& item, InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Name:
        return item.level == InventoryLevel::Version && item.inventory->factsOf(item.version).isBroken
                   ? InventoryWords::tr("%1: cannot be pulled whole").arg(item.name())
                   : item.name();
    case InventoryColumn::Tags: {
        QStringList tags = tagsOf(item);
        if (tags.size() > kTipTags)
            tags = tags.first(kTipTags) + QStringList{u"…"_s};
        return tags.join(u'\n');
    }
    case InventoryColumn::Digest:
        return versionRow(item) ? digestOf(item).toString() : QString();
    case InventoryColumn::Age:
        return timesTip(item);
    case InventoryColumn::Variant:
    case InventoryColumn::Size:
    case InventoryColumn::Unique:
    case InventoryColumn::Kind:
    case InventoryColumn::Signed:
    case InventoryColumn::Sbom:
        return {};
    }
    return {};
}

bool isQuiet(const InventoryItem& item)
{
    return item.level == InventoryLevel::Version && tagsOf(item).isEmpty();
}

bool isNumber(InventoryColumn column)
{
    return column == InventoryColumn::Size || column == InventoryColumn::Unique || column == InventoryColumn::Age;
}

bool isBroken(const InventoryItem& item)
{
    return item.shownVersion() != kNoRow && item.inventory->factsOf(item.shownVersion()).isBroken;
}

QString digestText(const InventoryItem& item)
{
    return versionRow(item) ? digestOf(item).toString() : QString();
}

/// What a column's figures are, where its title does not say it.
QString meaningOf(InventoryColumn column)
{
    if (column == InventoryColumn::Unique)
        return InventoryWords::tr("Bytes nothing else references: what deleting frees");
    if (column == InventoryColumn::Size)
        return InventoryWords::tr("Bytes stored, each blob counted once");
    if (column == InventoryColumn::Age)
        return InventoryWords::tr("Time since it was created or its tags last moved");
    return {};
}

} // namespace

QVariant inventoryData(const InventoryItem& item, InventoryColumn column, int role, const QDateTime& now)
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(item, column, now);
    case Qt::ToolTipRole:
        return tipText(item, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    case LevelRole:
        return static_cast<int>(item.level);
    case DigestRole:
        return digestText(item);
    case TagsRole:
        return tagsOf(item);
    case HiddenTagsRole:
        return static_cast<qlonglong>(hiddenTags(item));
    case VariantRole:
        return displayText(item, InventoryColumn::Variant, now);
    case GpuRole:
        return item.image && isGpu(item.image->variant);
    case SortRole:
        return sortValue(item, column, now);
    case PresenceRole:
        return static_cast<int>(presenceOf(item, column));
    case BrokenRole:
        return isBroken(item);
    case QuietRole:
        return isQuiet(item);
    default:
        return {};
    }
}

QVariant inventoryHeader(InventoryColumn column, int role)
{
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::InitialSortOrderRole) // the largest is what people look for
        return static_cast<int>(column == InventoryColumn::Size || column == InventoryColumn::Unique
                                    ? Qt::DescendingOrder
                                    : Qt::AscendingOrder);
    if (role == Qt::ToolTipRole) {
        const QString meaning = meaningOf(column);
        const QString title = inventoryHeader(column, Qt::DisplayRole).toString();
        return meaning.isEmpty() ? QVariant() : titleTip(title, meaning);
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case InventoryColumn::Name:
        return InventoryWords::tr("Name");
    case InventoryColumn::Variant:
        return InventoryWords::tr("Variant");
    case InventoryColumn::Tags:
        return InventoryWords::tr("Tags");
    case InventoryColumn::Digest:
        return InventoryWords::tr("Digest");
    case InventoryColumn::Size:
        return InventoryWords::tr("Size");
    case InventoryColumn::Unique:
        return InventoryWords::tr("Unique");
    case InventoryColumn::Kind:
        return InventoryWords::tr("Kind");
    case InventoryColumn::Age:
        return InventoryWords::tr("Age");
    case InventoryColumn::Signed:
        return InventoryWords::tr("Signed");
    case InventoryColumn::Sbom:
        return InventoryWords::tr("SBOM");
    }
    return {};
}

} // namespace slipway
