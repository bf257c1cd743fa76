#pragma once

#include <QString>

class QAction;
class QWidget;

namespace slipway
{

/// Shows beside an item of a menu the keys of the window's action that does the same; pressing them is the action's.
void showKeysOf(const QWidget& window, const QString& actionId, QAction& item);

} // namespace slipway
