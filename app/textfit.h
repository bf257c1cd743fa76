#pragma once

#include <QStringList>

class QWidget;

namespace slipway
{

/// Every label, button, field, combo box, column title and row of tabs in sight whose text needs more room than it has,
/// by text. One that is cut is right where a tooltip tells the whole; of a column's title it has to say that, not only
/// what the column is.
[[nodiscard]] QStringList clippedTexts(const QWidget& window);
/// Every two texts in sight that lie over one another, as "one / other"; a toast may.
[[nodiscard]] QStringList overlappingTexts(const QWidget& window);

} // namespace slipway
