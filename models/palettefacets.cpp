#include "models/palettefacets.h"

#include "inventory/filterwords.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct FacetTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::PaletteFacets)
};

/// By its terms: names are in people's language, and a key is kept.
QString anyKey(const Facet& facet)
{
    return u"facet/any/"_s + facet.values.front().term;
}

QString valueKey(const FacetValue& value)
{
    return u"facet/"_s + value.term;
}

PaletteEntry entryOf(const QString& key, const QString& title, const QString& detail, bool isEnabled)
{
    PaletteEntry entry;
    entry.kind = PaletteKind::Command;
    entry.key = key;
    entry.title = title;
    entry.detail = detail;
    entry.iconName = u"view-filter"_s;
    entry.isEnabled = isEnabled;
    return entry;
}

} // namespace

std::vector<PaletteEntry> facetEntries(const FacetChoices& choices)
{
    std::vector<PaletteEntry> entries;
    const QString title = FacetTexts::tr("Filter by %1: %2");
    for (const auto& facet : choices.facets) {
        const QString chosen = choiceIn(choices.text, facet.terms());
        for (const auto& value : facet.offered(chosen)) {
            const bool isChosen = value.term == chosen;
            entries.push_back(entryOf(valueKey(value), title.arg(facet.name, value.text),
                                      isChosen ? FacetTexts::tr("chosen")
                                               : FacetTexts::tr("%n image(s)", nullptr, static_cast<int>(value.images)),
                                      isChosen || value.images > 0));
        }
        if (!chosen.isEmpty())
            entries.push_back(entryOf(anyKey(facet), title.arg(facet.name, FacetTexts::tr("Any")), {}, true));
    }
    return entries;
}

std::optional<QString> textOfFacet(const FacetChoices& choices, const QString& key)
{
    for (const auto& facet : choices.facets) {
        if (key == anyKey(facet))
            return withChoice(choices.text, facet.terms(), {});
        for (const auto& value : facet.values)
            if (key == valueKey(value))
                return withChoice(choices.text, facet.terms(), value.term);
    }
    return std::nullopt;
}

} // namespace slipway
