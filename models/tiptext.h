#pragma once

#include <QString>

namespace slipway
{

/// A text of other people's for a tooltip: shown as it is, whatever markup it looks like, and broken into lines.
[[nodiscard]] QString tipText(const QString& text);

/// Of a column whose title may be cut: the whole title, and what it means below it, where there is more to say.
[[nodiscard]] QString titleTip(const QString& title, const QString& meaning);

} // namespace slipway
