#include "views/inventory/columnfit.h"

#include "views/theme/typography.h"

#include <algorithm>
#include <numeric>

namespace slipway
{

namespace
{

constexpr int kShortestName = 178;

constexpr int neededBy(InventoryColumn column)
{
    switch (column) {
    case InventoryColumn::Name:
        return kShortestName;
    case InventoryColumn::Variant:
        return 52;
    case InventoryColumn::Tags:
        return 134;
    case InventoryColumn::Digest:
        return 112;
    case InventoryColumn::Size:
    case InventoryColumn::Unique:
        return 68;
    case InventoryColumn::Kind:
        return 78;
    case InventoryColumn::Age:
        return 56;
    case InventoryColumn::Signed:
        return 54;
    case InventoryColumn::Sbom:
        return 50;
    }
    return 0;
}

/// The first to go is what the details pane tells as well and people compare least.
constexpr std::array kHideOrder{InventoryColumn::Kind,   InventoryColumn::Sbom, InventoryColumn::Signed,
                                InventoryColumn::Unique, InventoryColumn::Age,  InventoryColumn::Variant,
                                InventoryColumn::Digest, InventoryColumn::Tags};

} // namespace

ColumnChoice allColumns()
{
    return ColumnChoice().set();
}

ColumnFit fitColumns(int width, const std::array<int, kInventoryColumns>& headers, const ColumnChoice& wanted)
{
    ColumnFit fit;
    for (int column = 0; column < kInventoryColumns; ++column) {
        const auto place = static_cast<size_t>(column);
        if (wanted[place] || column == static_cast<int>(InventoryColumn::Name))
            fit.widths[place] = std::max(withText(neededBy(static_cast<InventoryColumn>(column))), headers[place]);
    }
    int needed = std::accumulate(fit.widths.begin(), fit.widths.end(), 0);
    for (const auto column : kHideOrder) {
        if (needed <= width)
            break;
        auto& shown = fit.widths[static_cast<size_t>(column)];
        if (shown == 0)
            continue;
        needed -= shown;
        shown = 0;
        ++fit.hidden;
    }
    fit.widths[static_cast<size_t>(InventoryColumn::Name)] += std::max(0, width - needed);
    return fit;
}

} // namespace slipway
