#pragma once

namespace slipway
{

class InventoryPage;

/// Puts opening and closing the whole tree on its page as actions, for the palette, which goes to the page first, and
/// for keys of its own.
void addFoldActions(InventoryPage& page);

} // namespace slipway
