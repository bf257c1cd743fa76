#include "views/page.h"

#include <QAction>
#include <QShortcut>

namespace slipway
{

void Page::setWriteAccess(WriteAccess access)
{
    if (m_writeAccess == access)
        return;
    m_writeAccess = access;
    Q_EMIT writeAccessChanged();
}

QAction* Page::makeAction(const QString& id, const QString& text, const QString& iconName)
{
    auto* action = new QAction(text, this);
    action->setObjectName(id);
    action->setProperty("iconName", iconName);
    action->setEnabled(false);
    addAction(action);
    return action;
}

void Page::findBy(QAction& action)
{
    // No action's own keys: those are one action's in the whole window, and the inventory's filter has these.
    for (const auto& keys : {QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)})
        connect(new QShortcut(keys, this), &QShortcut::activated, &action, &QAction::trigger);
}

} // namespace slipway
