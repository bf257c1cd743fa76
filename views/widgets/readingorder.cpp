#include "views/widgets/readingorder.h"

#include <QLayout>
#include <QSplitter>

#include <algorithm>

namespace slipway
{

namespace
{

void addLayout(const QLayout& layout, QList<QWidget*>& children)
{
    for (int i = 0; i < layout.count(); ++i) {
        const auto* item = layout.itemAt(i);
        if (auto* widget = item->widget())
            children.append(widget);
        else if (const auto* inner = const_cast<QLayoutItem*>(item)->layout())
            addLayout(*inner, children);
    }
}

/// What is directly in `parent`: first what its layout or splitter puts in order, then the rest, by place.
QList<QWidget*> childrenInOrder(const QWidget& parent)
{
    QList<QWidget*> children;
    if (const auto* splitter = qobject_cast<const QSplitter*>(&parent)) {
        for (int i = 0; i < splitter->count(); ++i)
            children.append(splitter->widget(i));
    } else if (parent.layout()) {
        addLayout(*parent.layout(), children);
    }
    auto rest = parent.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    rest.removeIf([&](QWidget* child) { return child->isWindow() || children.contains(child); });
    std::ranges::stable_sort(
        rest, [](const QWidget* a, const QWidget* b) { return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x()); });
    return children + rest;
}

void collect(const QWidget& parent, QList<QWidget*>& found)
{
    const auto children = childrenInOrder(parent);
    for (auto* child : children) {
        if (!child->isVisible() || !child->isEnabled())
            continue;
        if ((child->focusPolicy() & Qt::TabFocus) && !child->focusProxy())
            found.append(child);
        collect(*child, found);
    }
}

} // namespace

QList<QWidget*> readingOrder(const QWidget& window)
{
    QList<QWidget*> found;
    collect(window, found);
    return found;
}

bool focusInReadingOrder(QWidget& window, FocusStep step)
{
    const auto order = readingOrder(window);
    if (order.isEmpty())
        return false;
    const qsizetype current = order.indexOf(window.focusWidget());
    const qsizetype count = order.size();
    if (step == FocusStep::Next)
        order[(current + 1) % count]->setFocus(Qt::TabFocusReason);
    else
        order[current <= 0 ? count - 1 : current - 1]->setFocus(Qt::BacktabFocusReason);
    return true;
}

} // namespace slipway
