#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

class QWidget;

namespace slipway::test
{

/// What a person does, in words and as events.
struct Deed final {
    QString words;
    std::function<void()> act;
};

/// Presses keys as menus write them, one after another.
[[nodiscard]] Deed press(const QString& keys);
[[nodiscard]] Deed type(const QString& text);
/// Clicks into the middle of what is there by then.
[[nodiscard]] Deed click(const QString& words, std::function<QWidget*()> widget);
/// Clicks at a place of a widget.
[[nodiscard]] Deed click(const QString& words, QWidget& widget, std::function<QPoint()> place,
                         Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {});
/// Clicks the entry of the open menu that begins with this text.
[[nodiscard]] Deed choose(const QString& text);
/// Something that is neither key nor click, such as another program's doing.
[[nodiscard]] Deed happens(const QString& words, std::function<void()> act);

/// A line of a journey: what is done, and what is seen then.
struct Step final {
    Deed deed;
    QString sees;
    std::function<bool()> holds;
};

/// Goes through the steps in `window`, each as soon as what the one before shows is seen. Menus with an event loop of
/// their own are gone through as well. Empty when all was seen; else which step it was, and what was not.
[[nodiscard]] QString walk(QWidget& window, const QList<Step>& steps);

/// Counts what a mouse does from here on, anywhere in the program.
class MouseWatch final : public QObject
{
public:
    MouseWatch();
    [[nodiscard]] int clicks() const { return m_clicks; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int m_clicks = 0;
};

} // namespace slipway::test
