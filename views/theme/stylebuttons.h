#pragma once

#include <QSize>

class QPainter;
class QStyleOption;
class QStyleOptionToolButton;
class QWidget;

namespace slipway
{

/// The buttons of Style: sizes and painting.
[[nodiscard]] QSize pushButtonSize(const QStyleOption* option, const QWidget* widget, int height);
[[nodiscard]] QSize toolButtonSize(const QStyleOption* option, const QSize& contents, int height);
void paintPushButton(QPainter& painter, const QStyleOption* option, const QWidget* widget);
void paintToolButton(QPainter& painter, const QStyleOptionToolButton& option, const QWidget* widget);

} // namespace slipway
