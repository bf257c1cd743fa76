#pragma once

#include "models/palettesuggestions.h"

namespace slipway
{

class MainWindow;

/// What the palette's suggestions go by, as the window stands now. Whether there is an account it does not know.
[[nodiscard]] WindowFacts windowFacts(MainWindow& window);

} // namespace slipway
