#pragma once

#include "views/theme/tokens.h"

class QProgressBar;
class QWidget;

namespace slipway
{

/// What the length of a progress bar means: accent while it runs, which is usual, ok when it is done, warn and bad
/// where an amount nears its limit and passes it.
void setBarTone(QProgressBar& bar, Tone tone);
/// The fill of a progress bar in these colours.
[[nodiscard]] QColor barColor(const QWidget* bar, const QPalette& palette);

} // namespace slipway
