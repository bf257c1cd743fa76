#pragma once

#include <QList>

class QWidget;

namespace slipway
{

/// What takes the keyboard in `window` and is in sight, in the order one reads: as the layouts put things, whenever and
/// in whatever order they were made.
[[nodiscard]] QList<QWidget*> readingOrder(const QWidget& window);

/// Gives the keyboard to the one after the one that has it; after the last comes the first. Windows call it from
/// focusNextPrevChild(), since Qt's own order is that in which widgets were made. False where nothing takes it.
enum class FocusStep { Next, Previous };
bool focusInReadingOrder(QWidget& window, FocusStep step);

} // namespace slipway
