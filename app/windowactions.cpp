#include "app/windowactions.h"

#include <QAction>

#include <algorithm>

namespace slipway
{

WindowActions::WindowActions(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    add(tr("Refresh"), {QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)}, &WindowActions::refresh);
    add(tr("Collapse sidebar"), {QKeySequence(Qt::CTRL | Qt::Key_B)}, &WindowActions::toggleSidebar);
    add(tr("Switch organisation"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O)}, &WindowActions::switchOwner);
    add(tr("Copy full digest"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}, &WindowActions::copyDigest);
    add(tr("Show or hide the log"), {QKeySequence(Qt::CTRL | Qt::Key_J)}, &WindowActions::toggleLog);
    add(tr("Next pane"), {QKeySequence(Qt::Key_F6)}, &WindowActions::nextPane);
    add(tr("Previous pane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)}, &WindowActions::previousPane);
    add(tr("Back to the list"), {QKeySequence(Qt::Key_Escape)}, &WindowActions::leave);
}

void WindowActions::add(const QString& text, const QList<QKeySequence>& keys, void (WindowActions::*signal)())
{
    auto* action = new QAction(text, &m_window);
    action->setShortcuts(keys);
    m_window.addAction(action);
    connect(action, &QAction::triggered, this, [this, signal] { Q_EMIT(this->*signal)(); });
}

void WindowActions::addPage(const QString& title, const QKeySequence& keys, QObject* context,
                            const std::function<void()>& open)
{
    auto* action = new QAction(title, &m_window);
    action->setShortcut(keys);
    m_window.addAction(action);
    connect(action, &QAction::triggered, context, open);
}

void focusPane(QWidget& pane)
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
    target->setFocus(Qt::ShortcutFocusReason);
}

} // namespace slipway
