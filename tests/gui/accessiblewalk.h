#pragma once

#include <QStringList>

class QWidget;

namespace slipway::test
{

/// What the window's QAccessible tree lacks: a name of what takes the keyboard or can be pressed, and a name or
/// description of what paints itself. A line each, by class.
[[nodiscard]] QStringList accessibleFaults(QWidget& window);

/// Where the Tab key goes.
enum class TabDirection { Forward, Backward };
struct TabWalk final {
    QList<QWidget*> order; ///< each widget that had the keyboard, once
    QStringList faults;    ///< traps, and what is never reached, by class and name
};
/// Presses Tab (or Shift+Tab) until it comes round.
[[nodiscard]] TabWalk walkByTab(QWidget& window, TabDirection direction = TabDirection::Forward);

} // namespace slipway::test
