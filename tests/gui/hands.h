#pragma once

#include <QKeySequence>
#include <QPoint>
#include <QString>

class QWidget;
class QWindow;

namespace slipway::test
{

/// Keys and clicks as the window system sends them: to the window that has the keyboard or lies under the pointer, so
/// that menus, dialogs and shortcuts get them as they do for a person.

/// True once the keyboard is with `window`, or with a dialog or menu over it. Offscreen nobody gives it back when a
/// menu closes: then it is asked for, and comes in the turn after.
[[nodiscard]] bool hasKeyboard(QWidget& window);
/// True while some of several keys are still to come: each lets events pass, timers among them, and who goes on in one
/// of those gets the rest of the keys where they do not belong. The last key does not count, for it may open a menu,
/// which stays in it.
[[nodiscard]] bool isTyping();
/// As menus write them, one after another: "Ctrl+K", "Down, Down, Return".
void pressKeys(const QString& keys);
void typeText(const QString& text);
/// Where a pointer that was at `place` in a window may still be: a press can open a menu in which somebody else makes
/// the window smaller before the button is released.
[[nodiscard]] QPoint stillInside(const QWindow& window, QPoint place);
/// `place` in the widget's own pixels.
void clickAt(QWidget& widget, QPoint place, Qt::MouseButton button = Qt::LeftButton,
             Qt::KeyboardModifiers modifiers = {});

} // namespace slipway::test
