#include "models/figurecells.h"

#include "core/format.h"

#include <QCoreApplication>

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

FigureCell leastCell(FigureCell cell, bool isLeast, bool isUnknown)
{
    if (isUnknown)
        return {u"–"_s, {}, CellTexts::tr("No data yet")};
    if (isLeast) {
        cell.text = CellTexts::tr("≥ %1", "an amount, at least").arg(cell.text);
        cell.tip = CellTexts::tr("At least: not everything was read");
    }
    return cell;
}

} // namespace slipway
