#include "app/tourtree.h"

#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// So many hubs are opened to their images: what fits one screen.
constexpr int kOpenHubs = 3;

} // namespace

void openTourHubs(InventoryPage& page)
{
    auto& tree = page.tree();
    auto& model = page.model();
    tree.collapseAll();
    QModelIndex shown;
    for (int hub = 0; hub < std::min(kOpenHubs, model.rowCount()); ++hub) {
        const QModelIndex hubIndex = model.index(hub, 0);
        tree.expand(hubIndex);
        const bool isOpened = hub > 0 || model.rowCount() == 1;
        for (int family = 0; isOpened && family < model.rowCount(hubIndex); ++family) {
            const QModelIndex familyIndex = model.index(family, 0, hubIndex);
            tree.expand(familyIndex);
            for (int image = 0; image < model.rowCount(familyIndex); ++image) {
                const QModelIndex imageIndex = model.index(image, 0, familyIndex);
                // A package whose versions could not be read has nothing to show.
                if (model.itemAt(imageIndex).image->current == kNoRow)
                    continue;
                const bool isGpu = model.itemAt(imageIndex).image->variant == Variant::Gpu;
                if (!shown.isValid() || (isGpu && model.itemAt(shown).image->variant != Variant::Gpu))
                    shown = imageIndex;
            }
        }
    }
    if (!shown.isValid())
        return;
    const auto item = model.itemAt(shown);
    tree.expand(shown);
    tree.setCurrentIndex(
        model.versionIndex(item.package()->name, model.inventory()->snapshot->digestOf(item.image->current)));
    tree.scrollToTop();
}

} // namespace slipway
