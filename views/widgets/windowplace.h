#pragma once

class QRect;
class QWidget;

namespace slipway
{

/// After the size of a window of its own has changed: its middle stays where it was, as far as the screen allows. Where
/// it was put by hand it stays, but for what would be outside the screen. `before` is its frame of then.
void keepMiddle(QWidget& window, const QRect& before);

} // namespace slipway
