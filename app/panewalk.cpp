#include "app/panewalk.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace slipway
{

namespace
{

/// Gives the keyboard to a pane: to itself if it takes it, else to the first thing in it that does. False where nothing
/// in it does. A pane in another window has it as soon as that window is active.
bool focusPane(QWidget& pane)
{
    QWidget* target = &pane;
    if (pane.focusPolicy() == Qt::NoFocus && !pane.focusProxy()) {
        const auto children = pane.findChildren<QWidget*>();
        const auto takesFocus = [](const QWidget* child) {
            return child->isVisible() && child->isEnabled() && (child->focusPolicy() & Qt::TabFocus);
        };
        if (const auto first = std::ranges::find_if(children, takesFocus); first != children.end())
            target = *first;
    }
    target->activateWindow();
    target->setFocus(Qt::ShortcutFocusReason);
    const QWidget* focus = pane.window()->focusWidget();
    return focus && focus->isVisible() && focus->isEnabled() && (focus == &pane || pane.isAncestorOf(focus));
}

} // namespace

void walkPanes(const QList<QWidget*>& panes, qsizetype first, int step)
{
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (panes[i] == QApplication::focusWidget() || panes[i]->isAncestorOf(QApplication::focusWidget()))
            current = i;
    const qsizetype next = current < 0 ? first : current + step;
    const int direction = step < 0 ? -1 : 1;
    bool hasFocus = false;
    for (qsizetype tried = 0; tried < panes.size() && !hasFocus; ++tried)
        hasFocus = focusPane(*panes[(next + direction * tried + 2 * panes.size()) % panes.size()]);
}

} // namespace slipway
