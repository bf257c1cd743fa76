#pragma once

#include "views/theme/tokens.h"

class QProgressBar;
class QWidget;

namespace slipway
{

/// What the length of a progress bar means: accent while it runs, which is usual, ok when it is done, warn and bad
/// where an amount nears its limit and passes it.
void setBarTone(QProgressBar& bar, Tone tone);
/// The end of what a progress bar has reached is hatched: a share of the whole bar (0 to 1) that could be taken away.
void setBarHatched(QProgressBar& bar, double share);
/// That share; 0: none of it.
[[nodiscard]] double barHatched(const QWidget* bar);
/// The fill of a progress bar in these colours.
[[nodiscard]] QColor barColor(const QWidget* bar, const QPalette& palette);

} // namespace slipway
