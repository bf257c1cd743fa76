#pragma once

#include <QStyle>

class QColor;
class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace slipway
{

struct Tokens;

/// The rest of Style: rows, headers, tabs, menus, progress and scroll bars.
/// The ground of a row or cell that is selected; `state` tells whether its window is the active one. In high contrast a
/// bar at the row's left edge says so: frames are for what has the keyboard.
void paintSelected(QPainter& painter, const QRect& rect, QStyle::State state, const Tokens& tokens);
void paintSelectedRow(QPainter& painter, const QRect& rect, QStyle::State state, const Tokens& tokens);
void paintItemBackground(QPainter& painter, const QStyleOption& option, const Tokens& tokens);
void paintHeaderSection(QPainter& painter, const QStyleOption& option, const Tokens& tokens);
/// Its words begin and end where those of the cells below it do.
void paintHeaderLabel(QPainter& painter, const QStyleOptionHeader& option, const Tokens& tokens);
void paintTab(QPainter& painter, const QStyleOptionTab& option, const Tokens& tokens);
void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& tokens);
/// Four to six pixels high, whatever the widget's height; the text stands beside it, never inside.
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const QColor& fill, const Tokens& tokens);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const Tokens& tokens);
/// Scroll bars have no arrow buttons: the groove is the whole bar.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);

} // namespace slipway
