#include "app/keyhints.h"

#include "app/actionkeys.h"
#include "views/widgets/keyhint.h"

#include <QMainWindow>

namespace slipway
{

KeyHints::KeyHints(QMainWindow& window)
    : QObject(&window)
    , m_window(window)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &KeyHints::tell);
    const auto actions = actionsOf(window);
    for (const auto* action : actions)
        connect(action, &QAction::changed, &m_soon, qOverload<>(&QTimer::start));
    tell();
}

void KeyHints::tell()
{
    QHash<QString, QString> keys;
    const auto actions = actionsOf(m_window);
    for (const auto* action : actions)
        keys.insert(action->objectName(), action->shortcut().toString(QKeySequence::NativeText));
    showKeys(m_window, keys);
}

} // namespace slipway
