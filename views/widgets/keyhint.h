#pragma once

#include <QHash>
#include <QString>

class QWidget;

namespace slipway
{

/// The tooltip of a widget that does what an action does: the text, and behind it the action's keys as they are now.
/// An empty id: the text alone.
void setKeyHint(QWidget& widget, const QString& actionId, const QString& text);
/// Tells every widget in a window the keys of its action. `keys` by the action's id, as people read them.
void showKeys(const QWidget& window, const QHash<QString, QString>& keys);

} // namespace slipway
