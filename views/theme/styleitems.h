#pragma once

#include <QStyle>

class QColor;
class QComboBox;
class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace slipway
{

struct Tokens;

/// A check of two strokes around `center`.
void paintCheckMark(QPainter& painter, QPointF center, const QColor& color);

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
/// Where any item of a menu has a picture or a mark, the words of all begin behind it; what opens a menu of its own
/// ends in an arrow. A mark is a dot where one of several is chosen, else a check.
void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& tokens);
/// What an item takes whose words, keys apart, are so wide.
[[nodiscard]] int menuItemWidth(int words, const QStyleOptionMenuItem& option);
/// The list of a combo box is as wide as its longest words need, or as the box.
[[nodiscard]] int comboListWidth(const QComboBox& box);
/// A combo box's words stand as far from its edge as those of a field, and end where its arrow begins.
[[nodiscard]] QRect comboWordsRect(const QRect& box);
[[nodiscard]] int comboWidth(int words);
void paintComboLabel(QPainter& painter, const QStyleOptionComboBox& option);
/// Four to six pixels high, whatever the widget's height; the text stands beside it, never inside.
/// `hatched` is the share of the bar that is drawn hatched at the end of what it has reached.
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const QColor& fill, double hatched,
                   const Tokens& tokens);
void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const Tokens& tokens);
/// Scroll bars have no arrow buttons: the groove is the whole bar.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);

} // namespace slipway
