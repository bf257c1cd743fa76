#include "inventory/selectionsize.h"

#include "domain/versiontrees.h"

namespace slipway
{

SetSize measureSelection(const Inventory& inventory, std::span<const RowIndex> versions)
{
    BlobUsage usage(*inventory.snapshot, inventory.references);
    SetSize size = usage.measure(withEntries(*inventory.graph, versions).rows());
    size.exclusive = usage.measure(withOwnEntries(*inventory.graph, versions).rows()).exclusive;
    return size;
}

} // namespace slipway
