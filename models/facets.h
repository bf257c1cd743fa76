#pragma once

#include "inventory/inventory.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace slipway
{

/// One value of a facet, with the filter term that leaves it alone.
struct FacetValue final {
    QString text;
    QString term;
    qsizetype images = 0; ///< that have it; of what versions differ in, the current one of each counts
};

/// A property by which an inventory's images can be told apart, for a filter to be chosen instead of typed.
struct Facet final {
    QString name;
    std::vector<FacetValue> values;

    [[nodiscard]] QStringList terms() const;
    /// What there is in few words: "CPU 18, GPU 13", or how many values.
    [[nodiscard]] QString summary() const;
};

/// Variant, family, signature, SBOM, hub, tags and kind, in this order; those all images agree in are left out.
[[nodiscard]] std::vector<Facet> facetsOf(const Inventory& inventory);

} // namespace slipway
