#pragma once

#include "inventory/inventory.h"

#include <QStringView>

#include <vector>

namespace slipway
{

// What `layer:` looks for: layers and configs whose digest begins with some hexadecimal digits, in lower case. An index
// has what the versions it lists have.

/// Whether one version has such a layer.
[[nodiscard]] bool hasLayer(const Inventory& inventory, RowIndex version, QStringView digits);

/// The same for many versions: the layers are found once. Linear in blobs to make.
class LayerTerm final
{
public:
    /// No version has any.
    LayerTerm() = default;
    LayerTerm(const Snapshot& snapshot, QStringView digits);

    [[nodiscard]] bool holds(const Inventory& inventory, RowIndex version) const;

private:
    std::vector<bool> m_isWanted; ///< beside Snapshot::blobs; empty: none is
};

} // namespace slipway
