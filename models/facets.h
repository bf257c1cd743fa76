#pragma once

#include "inventory/inventory.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace slipway
{

/// One value of a facet, with the filter term that leaves it alone.
struct FacetValue final {
    QString text;
    QString term;
    qsizetype images = 0; ///< that are shown once it is chosen: each that has a version of it
};

/// A property by which an inventory's images can be told apart, for a filter to be chosen instead of typed.
struct Facet final {
    QString name;
    std::vector<FacetValue> values;
    /// What is counted, in a sentence.
    QString meaning = {};

    [[nodiscard]] QStringList terms() const;
    /// What there is in few words: "CPU 18, GPU 13", or how many values.
    [[nodiscard]] QString summary() const;
    /// The values a menu has room for, in the facet's order: those most images have, and the one with this term.
    [[nodiscard]] std::vector<FacetValue> offered(const QString& chosen) const;
};

/// Variant, family, signature, SBOM, hub, tags and kind, in this order; those all images agree in are left out.
[[nodiscard]] std::vector<Facet> facetsOf(const Inventory& inventory);

/// The same facets, as facetsOf() gave them, each counted under the filter's text without what is chosen of that facet
/// itself: what a person would see who chose another value of it. Looks at every version, so it is for the pool (some
/// runs of the filter's own work); of no use once `stop` was asked for.
[[nodiscard]] std::vector<Facet> facetsUnder(const Inventory& inventory, std::vector<Facet> facets, const QString& text,
                                             const QDateTime& now, const std::stop_token& stop = {});

} // namespace slipway
