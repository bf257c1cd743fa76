#include "views/widgets/menukeys.h"

#include <QAction>
#include <QKeySequence>
#include <QWidget>

namespace slipway
{

void showKeysOf(const QWidget& window, const QString& actionId, QAction& item)
{
    const auto* action = window.findChild<QAction*>(actionId);
    const QString keys = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
    if (!keys.isEmpty())
        item.setText(item.text() + u'\t' + keys);
}

} // namespace slipway
