#include "gui/accessiblewalk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// What only decorates: lines, the paint behind a dialog, and glyphs, which always stand beside their word.
const QStringList& decorations()
{
    static const QStringList names{u"slipway::GlyphLabel"_s, u"slipway::Hairline"_s, u"slipway::HeaderCorner"_s,
                                   u"slipway::IconLabel"_s};
    return names;
}

QString className(const QObject& object)
{
    return QString::fromLatin1(object.metaObject()->className());
}

QString describe(const QWidget& widget)
{
    return className(widget) + u" \""_s + widget.accessibleName() + u'"';
}

bool hasVisibleChild(const QWidget& widget)
{
    const auto children = widget.findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(children, [](const QWidget* child) { return child->isVisible(); });
}

/// Of our own making, and with nothing in it that could speak for it.
bool paintsItself(const QWidget& widget)
{
    const QString name = className(widget);
    return name.startsWith("slipway::"_L1) && !decorations().contains(name) && !qobject_cast<const QLabel*>(&widget)
           && !hasVisibleChild(widget);
}

bool isPressed(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::Link:
    case QAccessible::PageTab:
    case QAccessible::Slider:
    case QAccessible::SpinBox:
        return true;
    default:
        return false;
    }
}

bool hasRows(QAccessible::Role role)
{
    return role == QAccessible::Tree || role == QAccessible::Table || role == QAccessible::List;
}

void walk(QAccessibleInterface& item, QStringList& faults)
{
    const auto* widget = qobject_cast<const QWidget*>(item.object());
    if (widget && !widget->isVisible())
        return;
    const bool isSilent = item.text(QAccessible::Name).isEmpty();
    const QString name = widget ? className(*widget)
                                : u"part of "_s
                                      + (item.parent() && item.parent()->object() ? className(*item.parent()->object())
                                                                                  : u"something"_s);
    const bool takesKeyboard = widget && (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled();
    if (isSilent && (takesKeyboard || isPressed(item.role())))
        faults.append(name + u": no name"_s);
    else if (isSilent && widget && paintsItself(*widget) && item.text(QAccessible::Description).isEmpty())
        faults.append(name + u": neither name nor description"_s);
    if (hasRows(item.role()))
        return; // what the models say is tested with them
    for (int i = 0; i < item.childCount(); ++i)
        if (auto* child = item.child(i))
            walk(*child, faults);
}

/// What Tab is to reach: in sight, enabled, and itself what takes the keyboard.
QList<QWidget*> reachable(const QWidget& window)
{
    QList<QWidget*> widgets;
    for (auto* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && widget->window() == &window
            && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            widgets.append(widget);
    return widgets;
}

} // namespace

QStringList accessibleFaults(QWidget& window)
{
    QStringList faults;
    if (auto* item = QAccessible::queryAccessibleInterface(&window))
        walk(*item, faults);
    return faults;
}

TabWalk walkByTab(QWidget& window, TabDirection direction)
{
    TabWalk result;
    const auto expected = reachable(window);
    if (expected.isEmpty())
        return result;
    if (!QApplication::focusWidget() || QApplication::focusWidget()->window() != &window)
        expected.first()->setFocus(Qt::TabFocusReason);
    const auto modifiers = direction == TabDirection::Forward ? Qt::NoModifier : Qt::ShiftModifier;
    while (QWidget* widget = QApplication::focusWidget()) {
        if (result.order.contains(widget))
            break;
        result.order.append(widget);
        QTest::keyClick(widget, Qt::Key_Tab, modifiers);
        if (QApplication::focusWidget() == widget && expected.size() > 1) {
            result.faults.append(describe(*widget) + u": keeps the Tab key"_s);
            break;
        }
    }
    for (auto* widget : expected)
        if (!result.order.contains(widget))
            result.faults.append(describe(*widget) + u": not reached by Tab"_s);
    return result;
}

} // namespace slipway::test
