#include "views/theme/style.h"

#include "views/theme/bartone.h"
#include "views/theme/cellinset.h"
#include "views/theme/icons.h"
#include "views/theme/paint.h"
#include "views/theme/stylebuttons.h"
#include "views/theme/styleitems.h"
#include "views/theme/tokens.h"
#include "views/theme/typography.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolTip>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kControlHeight = 28;
constexpr int kTabHeight = 36;
constexpr int kScrollBar = 10;
constexpr int kMenuItem = 28;
/// With the two pixels a line edit leaves free by itself: as far from its edge as words in a combo box.
constexpr int kFieldInset = 6;
} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

/// Qt's own cross to clear a field is a picture of one colour.
QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const
{
    return which == SP_LineEditClearButton ? icon("window-close"_L1, IconColor::Muted)
                                           : QProxyStyle::standardIcon(which, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBar;
    case PM_SplitterWidth:
        return 12;
    case PM_MenuPanelWidth:
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_TabBarTabHSpace:
        return 12;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
        return 0;
    case PM_ButtonMargin:
        return 12;
    case PM_HeaderMargin:
        return kCellPadding;
    case PM_TreeViewIndentation:
        return 16;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ScrollBar_Transient:
    case SH_Widget_Animation_Duration: // nothing moves but the running arc
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        return pushButtonSize(option, widget, withText(kControlHeight));
    case CT_ToolButton:
        return toolButtonSize(option, size, withText(kControlHeight));
    case CT_LineEdit:
        result.setHeight(withText(kControlHeight));
        return result;
    case CT_ComboBox:
        return {comboWidth(size.width()), withText(kControlHeight)};
    case CT_TabBarTab:
        result.setHeight(withText(kTabHeight));
        return result;
    case CT_HeaderSection:
        result.setHeight(withText(kControlHeight));
        return result;
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            return {menuItemWidth(size.width(), *item), withText(kMenuItem)};
        return result;
    default:
        return result;
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
                            const QWidget* widget) const
{
    if (control == CC_ScrollBar)
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return scrollBarPart(*slider, subControl);
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return comboWordsRect(option->rect);
    if (control == CC_ComboBox && subControl == SC_ComboBoxListBoxPopup)
        if (const auto* box = qobject_cast<const QComboBox*>(widget))
            return {option->rect.topLeft(), QSize(comboListWidth(*box), option->rect.height())};
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return option->rect.adjusted(kFieldInset, 1, -kFieldInset, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const Tokens& t = tokensOf(option->palette);
    const QRectF rect = option->rect;
    switch (element) {
    case PE_FrameFocusRect:
        paintFocusRing(*painter, rect, kSmallRadius, t.accent);
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        // A field without a frame lies on what is behind it.
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth == 0)
            return;
        paintBox(*painter, rect, kRadius, option->state & State_Enabled ? t.surface : t.raised,
                 option->state & State_HasFocus ? t.accent : t.line, option->state & State_HasFocus ? 2 : 1);
        return;
    case PE_PanelMenu:
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.raised);
        paintBox(*painter, rect, 0, {}, t.line);
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameButtonBevel:
    case PE_PanelStatusBar:
        return;
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            paintChevron(*painter, rect, option->state & State_Open ? Chevron::Down : Chevron::Right, t.muted);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheckBox(*painter, *option, t);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, t.surface);
        return;
    case PE_PanelItemViewRow:
        return; // delegates paint whole rows, the chevron's part included
    case PE_PanelItemViewItem:
        paintItemBackground(*painter, *option, t);
        return;
    case PE_IndicatorArrowDown:
        paintChevron(*painter, rect, Chevron::Down, t.muted);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const Tokens& t = tokensOf(option->palette);
    switch (element) {
    case CE_PushButton:
        paintPushButton(*painter, option, widget);
        return;
    case CE_TabBarTab:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            paintTab(*painter, *tab, t);
        return;
    case CE_Splitter:
        return; // the gap between two cards is the handle
    case CE_ProgressBar:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            paintProgress(*painter, *bar, barColor(widget, option->palette), barHatched(widget), t);
        return;
    case CE_HeaderSection:
        paintHeaderSection(*painter, *option, t);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.raised);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            paintHeaderLabel(*painter, *header, t);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            paintMenuItem(*painter, *item, t);
        return;
    case CE_ComboBoxLabel:
        if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            paintComboLabel(*painter, *box);
        return;
    case CE_ShapedFrame:
        return; // cards draw their own frame
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            paintScrollBar(*painter, *slider, tokensOf(option->palette));
        return;
    }
    if (control == CC_ComboBox) {
        const Tokens& t = tokensOf(option->palette);
        const bool hasFocus = option->state & State_HasFocus;
        paintBox(*painter, option->rect, kRadius, option->state & State_Enabled ? t.surface : t.raised,
                 hasFocus ? t.accent : t.line, hasFocus ? 2 : 1);
        paintChevron(*painter, QRectF(option->rect.right() - 24, option->rect.top(), 20, option->rect.height()),
                     Chevron::Down, t.muted);
        return;
    }
    if (control == CC_ToolButton) {
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            paintToolButton(*painter, *button, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace slipway
