#pragma once

namespace slipway
{

class Jumps;
class MainWindow;
class PaletteDesk;
class TopBar;

/// The window's command palette, with what it is opened by, what it is filled from and where it leads. It belongs to
/// the window, which has its actions and pages by now.
[[nodiscard]] PaletteDesk* makePaletteDesk(MainWindow& window, TopBar& topBar, Jumps& jumps);

} // namespace slipway
