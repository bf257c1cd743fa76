#include "models/usetable.h"

#include "inventory/filterwords.h"
#include "models/figurecells.h"
#include "models/inventoryitem.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct UseTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::StoragePage)
};

/// A part of an owner, whatever it is.
struct Part {
    FigureCell name;
    QString filter;
    SetSize size;
    PartBounds bounds = {};
};

QString ageText(AgeClass age)
{
    switch (age) {
    case AgeClass::UnderWeek:
        return UseTexts::tr("Under 7 days");
    case AgeClass::UnderMonth:
        return UseTexts::tr("7 to 30 days");
    case AgeClass::UnderQuarter:
        return UseTexts::tr("30 to 90 days");
    case AgeClass::UnderYear:
        return UseTexts::tr("90 days to a year");
    case AgeClass::OverYear:
        return UseTexts::tr("A year and more");
    case AgeClass::NotKnown:
        return UseTexts::tr("Not known", "an age");
    }
    return {};
}

std::vector<Part> placesOf(const std::vector<PlaceUse>& places, QStringView field)
{
    std::vector<Part> parts;
    parts.reserve(places.size());
    for (const auto& place : places)
        parts.push_back({{place.name.isEmpty() ? UseTexts::tr("Unassigned") : place.name, place.name, {}},
                         exactTerm(field, place.name),
                         place.size,
                         place.bounds});
    return parts;
}

std::vector<Part> partsOf(const StorageOverview& overview, UseGrouping grouping)
{
    std::vector<Part> parts;
    switch (grouping) {
    case UseGrouping::Hub:
        return placesOf(overview.hubs, u"hub");
    case UseGrouping::Family:
        return placesOf(overview.families, u"family");
    case UseGrouping::Kind:
        for (const auto& use : overview.kinds)
            parts.push_back({{kindWord(use.kind), manifestKindName(use.kind), {}},
                             exactTerm(u"kind", manifestKindName(use.kind)),
                             use.size,
                             use.bounds});
        return parts;
    case UseGrouping::Age:
        for (const auto& use : overview.ages)
            parts.push_back({{ageText(use.age), ageClassName(use.age), {}}, ageFilter(use.age), use.size, use.bounds});
        return parts;
    }
    return parts;
}

QString partTitle(UseGrouping grouping)
{
    switch (grouping) {
    case UseGrouping::Hub:
        return UseTexts::tr("Hub");
    case UseGrouping::Family:
        return UseTexts::tr("Family");
    case UseGrouping::Kind:
        return UseTexts::tr("Kind");
    case UseGrouping::Age:
        return UseTexts::tr("Age");
    }
    return {};
}

/// What the bar shows, in words.
QString barText(const SetSize& size, Bytes both, const PartBounds& bounds)
{
    const auto text = [](Bytes bytes, AmountBound bound) { return boundCell(bytesCell(bytes), bound).text; };
    const QString parts = UseTexts::tr("%1 unique, %2 shared")
                              .arg(text(size.exclusive, bounds.exclusive), text(size.shared, bounds.shared));
    // It is a part of the unique ones: what makes those less or more, makes it so.
    return both == 0
               ? parts
               : UseTexts::tr("%1; %2 of it is both", "the unique and the shared bytes; those shared by own versions")
                     .arg(parts, text(both, bounds.exclusive));
}

FigureRow useRow(const Part& part, Bytes most)
{
    const auto& [name, filter, size, bounds] = part;
    const bool isUnknown = !bounds.isWhole() && size.stored == 0;
    const size_t lacking = bounds.withoutManifest;
    const auto cell = [isUnknown, lacking](Bytes bytes, AmountBound bound) {
        return isUnknown ? nothingWeighedCell(lacking) : boundCell(bytesCell(bytes), bound);
    };
    // One version has it, several versions of this part have it and nothing else, something else has it too.
    const Bytes single = size.stored - size.shared;
    const Bytes both = std::max<Bytes>(size.exclusive - single, 0);
    FigureRow row;
    row.cells = {name,
                 {isUnknown ? nothingWeighedText(lacking) : barText(size, both, bounds), {}, {}},
                 cell(size.exclusive, bounds.exclusive),
                 cell(size.shared, bounds.shared),
                 cell(size.stored, bounds.stored)};
    row.filter = filter;
    const auto share = [most](Bytes bytes) { return static_cast<double>(bytes) / static_cast<double>(most); };
    row.bar = {share(single), share(both), share(size.stored - size.exclusive), 0};
    return row;
}

} // namespace

FigureTable useTable(const StorageOverview& overview, UseGrouping grouping)
{
    FigureTable table{
        {{partTitle(grouping), FigureKind::Text, {}},
         {QString(), FigureKind::Bar, UseTexts::tr("Dark: unique. Light: shared. One above the other: both")},
         {UseTexts::tr("Unique"), FigureKind::Number,
          UseTexts::tr("What nothing else has: deleting all of it frees this much")},
         {UseTexts::tr("Shared"), FigureKind::Number,
          UseTexts::tr(
              "What two or more versions have. Where all of these are of one row, it is unique to that as well")},
         {UseTexts::tr("Stored"), FigureKind::Number, UseTexts::tr("Each layer once, however many images have it")}},
        {}};
    const auto parts = partsOf(overview, grouping);
    Bytes most = 1;
    for (const auto& part : parts)
        most = std::max(most, part.size.stored);
    for (const auto& part : parts)
        table.rows.push_back(useRow(part, most));
    return table;
}

QString ageFilter(AgeClass age)
{
    switch (age) {
    case AgeClass::UnderWeek:
        return u"age:<7d"_s;
    case AgeClass::UnderMonth:
        return u"age:>=7d age:<30d"_s;
    case AgeClass::UnderQuarter:
        return u"age:>=30d age:<90d"_s;
    case AgeClass::UnderYear:
        return u"age:>=90d age:<365d"_s;
    case AgeClass::OverYear:
        return u"age:>=365d"_s;
    case AgeClass::NotKnown:
        return {};
    }
    return {};
}

} // namespace slipway
