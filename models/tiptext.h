#pragma once

#include <QString>

namespace slipway
{

/// A text of other people's for a tooltip: shown as it is, whatever markup it looks like, and broken into lines.
[[nodiscard]] QString tipText(const QString& text);

} // namespace slipway
