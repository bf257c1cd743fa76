#include "models/sincetable.h"

#include "core/format.h"
#include "inventory/filterwords.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct SinceTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

FigureCell bytesOf(Bytes bytes)
{
    return {formatBytes(bytes), QString::number(bytes), {}};
}

FigureRow sinceRow(const QString& name, Bytes then, Bytes now)
{
    const Bytes change = now - then;
    FigureCell grown{
        change < 0 ? u'−' + formatBytes(-change) : u'+' + formatBytes(change), QString::number(change), {}};
    FigureRow row;
    row.cells = {{name, {}, name}, bytesOf(then), bytesOf(now), std::move(grown)};
    return row;
}

} // namespace

FigureTable sinceTable(const StorageGrowth& growth, PartGrouping grouping)
{
    const bool isFamily = grouping == PartGrouping::Family;
    FigureTable table{{{isFamily ? SinceTexts::tr("Family") : SinceTexts::tr("Image"), FigureKind::Text, {}},
                       {SinceTexts::tr("Then"), FigureKind::Number, {}},
                       {SinceTexts::tr("Now"), FigureKind::Number, {}},
                       {SinceTexts::tr("Growth"), FigureKind::Number, {}}},
                      {}};
    for (const auto& part : isFamily ? growth.families : growth.packages) {
        if (part.change() < 0)
            break; // the most growth first
        FigureRow row = sinceRow(part.name.isEmpty() ? SinceTexts::tr("Unassigned") : part.name, part.then, part.now);
        row.filter = exactTerm(isFamily ? u"family" : u"name", part.name);
        table.rows.push_back(std::move(row));
    }
    FigureRow whole = sinceRow(SinceTexts::tr("Stored"), growth.then, growth.now);
    whole.isTotal = true;
    table.rows.push_back(std::move(whole));
    return table;
}

} // namespace slipway
