#include "models/reclaimtable.h"

#include "core/errortext.h"
#include "core/format.h"
#include "inventory/filterwords.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct ReclaimTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

FigureRow reclaimRow(const QString& name, std::size_t versions, Bytes bytes)
{
    FigureRow row;
    row.cells = {
        {name, {}, name}, {QString::number(versions), {}, {}}, {formatBytes(bytes), QString::number(bytes), {}}};
    return row;
}

} // namespace

FigureTable reclaimTable(const Reclaimable& found, PartGrouping grouping)
{
    const bool isFamily = grouping == PartGrouping::Family;
    FigureTable table{{{isFamily ? ReclaimTexts::tr("Family") : ReclaimTexts::tr("Image"), FigureKind::Text, {}},
                       {ReclaimTexts::tr("Versions"), FigureKind::Number, {}},
                       {ReclaimTexts::tr("Frees"), FigureKind::Number, {}}},
                      {}};
    const auto& parts = isFamily ? found.families : found.packages;
    for (const auto& part : parts) {
        FigureRow row =
            reclaimRow(part.name.isEmpty() ? ReclaimTexts::tr("Unassigned") : part.name, part.versions, part.bytes);
        row.filter = exactTerm(isFamily ? u"family" : u"name", part.name);
        table.rows.push_back(std::move(row));
    }
    if (parts.empty())
        return table;
    FigureRow whole = reclaimRow(ReclaimTexts::tr("Together"), found.versions, found.bytes);
    whole.isTotal = true;
    table.rows.push_back(std::move(whole));
    return table;
}

QString reclaimPolicyText(const Reclaimable& found)
{
    if (found.isUsualPolicy)
        return ReclaimTexts::tr("by the usual policy: untagged for 90 days");
    QStringList names;
    for (const auto& file : found.files)
        names.append(QFileInfo(file).fileName());
    return ReclaimTexts::tr("by %1").arg(names.join(u", "_s));
}

QString reclaimCaveat(const Reclaimable& found)
{
    const bool isUnread = found.unknownVersions > 0 || (!found.isComplete && found.skippedPackages == 0);
    // More may go, or be freed, than is counted: then it is no upper bound.
    const bool isMost = found.skippedPackages == 0 && found.unsizedBlobs == 0 && !isUnread;
    QStringList caveats;
    const QStringList unasked = found.unaskedOtherwise();
    const auto locks = static_cast<int>(found.unreadLocks.size());
    if (!unasked.isEmpty())
        caveats.append((isMost ? ReclaimTexts::tr("At most; not asked: %1") : ReclaimTexts::tr("Not asked: %1"))
                           .arg(unasked.join(u", "_s)));
    if (locks > 0)
        caveats.append(isMost && unasked.isEmpty()
                           ? ReclaimTexts::tr("At most; %n lock file(s) not read", nullptr, locks)
                           : ReclaimTexts::tr("%n lock file(s) not read", nullptr, locks));
    if (found.skippedPackages > 0)
        caveats.append(ReclaimTexts::tr("%n image(s) not judged", nullptr, static_cast<int>(found.skippedPackages)));
    if (found.unsizedBlobs > 0)
        caveats.append(ReclaimTexts::tr("%n blob(s) of unknown size", nullptr, static_cast<int>(found.unsizedBlobs)));
    if (isUnread)
        caveats.append(ReclaimTexts::tr("Not everything was read"));
    return caveats.join(u". "_s);
}

QString reclaimUnreadText(const Reclaimable& found)
{
    QStringList lines;
    for (const auto& [file, error] : found.unreadLocks)
        lines.append(ReclaimTexts::tr("%1 was not read: %2", "a lock file, why").arg(file, errorLine(error)));
    return lines.join(u'\n');
}

} // namespace slipway
