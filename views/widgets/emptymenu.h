#pragma once

#include <QAction>
#include <QMenu>

namespace slipway
{

/// Takes everything out of a menu that may be open, and in one of its actions at that moment: those go later. A new
/// menu in its place would leave the button that opened it without one.
inline void emptyMenu(QMenu& menu)
{
    const auto actions = menu.actions();
    for (auto* action : actions) {
        menu.removeAction(action);
        action->deleteLater();
    }
}

} // namespace slipway
