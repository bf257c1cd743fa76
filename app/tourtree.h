#pragma once

namespace slipway
{

class InventoryPage;

/// Opens the tree as the pictures show it: the first hub to its families, the next ones to their images; the version
/// that is shown is the current one of the first GPU image, or of the first image where there is none.
void openTourHubs(InventoryPage& page);

} // namespace slipway
