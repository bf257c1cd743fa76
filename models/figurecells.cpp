#include "models/figurecells.h"

#include "core/format.h"

#include <QCoreApplication>

#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct CellTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

} // namespace

FigureCell bytesCell(Bytes bytes)
{
    return {formatBytes(bytes), QString::number(bytes), {}};
}

FigureCell boundCell(FigureCell cell, AmountBound bound)
{
    switch (bound) {
    case AmountBound::Exact:
        break;
    case AmountBound::Least:
        cell.text = CellTexts::tr("≥ %1", "an amount, at least").arg(cell.text);
        cell.tip = CellTexts::tr("At least: not everything was read");
        break;
    case AmountBound::Most:
        cell.text = CellTexts::tr("≤ %1", "an amount, at most").arg(cell.text);
        cell.tip = CellTexts::tr("At most: what was not read may hold some of it too");
        break;
    case AmountBound::Unsure:
        cell.text = CellTexts::tr("≈ %1", "an amount that may be more or less").arg(cell.text);
        cell.tip = CellTexts::tr("More or less: not everything was read");
        break;
    }
    return cell;
}

FigureCell leastCell(FigureCell cell, bool isLeast)
{
    return boundCell(std::move(cell), isLeast ? AmountBound::Least : AmountBound::Exact);
}

QString nothingWeighedText(size_t withoutManifest)
{
    return withoutManifest == 0
               ? CellTexts::tr("No data yet")
               : CellTexts::tr("%n version(s) without a manifest in the registry: nothing could be weighed", nullptr,
                               static_cast<int>(withoutManifest));
}

FigureCell nothingWeighedCell(size_t withoutManifest)
{
    return {u"–"_s, {}, nothingWeighedText(withoutManifest)};
}

} // namespace slipway
