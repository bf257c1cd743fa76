#include "views/storage/storagearrangement.h"

#include "views/storage/growthcard.h"
#include "views/storage/reclaimcard.h"
#include "views/storage/storagepage.h"
#include "views/storage/usecard.h"

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array<std::pair<UseGrouping, QLatin1StringView>, 4> kUseWords{{{UseGrouping::Hub, "hub"_L1},
                                                                              {UseGrouping::Family, "family"_L1},
                                                                              {UseGrouping::Kind, "kind"_L1},
                                                                              {UseGrouping::Age, "age"_L1}}};

} // namespace

QJsonObject storageArrangement(const StoragePage& page)
{
    QJsonObject state{{u"days"_s, daysOf(page.growth().range())},
                      {u"reclaim"_s, page.reclaim().grouping() == PartGrouping::Image ? u"image"_s : u"family"_s}};
    for (const auto& [grouping, word] : kUseWords)
        if (grouping == page.use().grouping())
            state.insert(u"use"_s, word);
    if (page.growth().isTable())
        state.insert(u"table"_s, true);
    return state;
}

void arrangeStorage(StoragePage& page, const QJsonObject& state)
{
    const int days = state["days"_L1].toInt();
    const auto found = std::ranges::find(kGrowthRanges, days, daysOf);
    page.growth().setRange(found == kGrowthRanges.end() ? GrowthRange::Quarter : *found);
    page.growth().setTable(state["table"_L1].toBool());
    page.reclaim().setGrouping(state["reclaim"_L1] == u"image"_s ? PartGrouping::Image : PartGrouping::Family);
    page.use().setGrouping(UseGrouping::Family);
    for (const auto& [grouping, word] : kUseWords)
        if (state["use"_L1].toString() == word)
            page.use().setGrouping(grouping);
}

} // namespace slipway
