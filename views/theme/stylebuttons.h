#pragma once

#include <QSize>

class QPainter;
class QStyleOption;
class QStyleOptionToolButton;
class QWidget;

namespace slipway
{

struct Tokens;

/// The buttons of Style: sizes and painting.
[[nodiscard]] QSize pushButtonSize(const QStyleOption* option, const QWidget* widget, int height);
[[nodiscard]] QSize toolButtonSize(const QStyleOption* option, const QSize& contents, int height);
/// A box with a tick, filled with the accent when it is on.
void paintCheckBox(QPainter& painter, const QStyleOption& option, const Tokens& tokens);
void paintPushButton(QPainter& painter, const QStyleOption* option, const QWidget* widget);
void paintToolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget);

} // namespace slipway
