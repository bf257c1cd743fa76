#pragma once

#include "models/facets.h"
#include "models/palettesearch.h"

#include <optional>

namespace slipway
{

/// The facets of the inventory as its filter's text leaves them.
struct FacetChoices final {
    std::vector<Facet> facets;
    QString text; ///< of the filter
};

/// What each facet can be narrowed to, facet by facet, with how many images that leaves, and for one that is narrowed a
/// way back. A value that leaves none cannot be chosen. Their keys begin with `facet/`.
[[nodiscard]] std::vector<PaletteEntry> facetEntries(const FacetChoices& choices);

/// The filter's text once the entry with this key is chosen; nullopt if it is none of facetEntries().
[[nodiscard]] std::optional<QString> textOfFacet(const FacetChoices& choices, const QString& key);

} // namespace slipway
