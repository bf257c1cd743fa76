#include "gui/hands.h"

#include <QApplication>
#include <QPointer>
#include <QTest>
#include <QWidget>
#include <QWindow>

#include <algorithm>

namespace slipway::test
{

namespace
{

/// Where keys go; null while nobody has the keyboard.
QWindow* keyboardWindow()
{
    if (auto* popup = QApplication::activePopupWidget())
        return popup->windowHandle();
    auto* window = QGuiApplication::focusWindow();
    return window && window->isVisible() ? window : nullptr;
}

/// What QTest::keyClick() does, but the window may go with the press: then nobody sees the release.
void sendKey(QKeyCombination key, const QString& text)
{
    const QPointer<QWindow> window = keyboardWindow();
    for (const bool isPress : {true, false})
        if (window)
            QTest::simulateEvent(window, isPress, key.key(), key.keyboardModifiers(), text, false);
}

int keysToCome = 0;

/// Sends each of `keys` by `send`.
template<typename Keys, typename Send>
void sendAll(const Keys& keys, Send send)
{
    qsizetype left = keys.size();
    for (const auto& key : keys) {
        --left;
        keysToCome += left > 0 ? 1 : 0;
        send(key);
        keysToCome -= left > 0 ? 1 : 0;
    }
}

} // namespace

bool isTyping()
{
    return keysToCome > 0;
}

bool hasKeyboard(QWidget& window)
{
    auto* modal = QApplication::activeModalWidget();
    const auto* owner = keyboardWindow();
    if (owner && (!modal || QApplication::activePopupWidget() || owner == modal->windowHandle()))
        return true;
    (modal ? modal : &window)->activateWindow();
    return false;
}

void pressKeys(const QString& keys)
{
    sendAll(keys.split(QStringLiteral(", ")), [](const QString& each) {
        const QKeyCombination pressed = QKeySequence::fromString(each, QKeySequence::PortableText)[0];
        const char letter = QTest::keyToAscii(pressed.key());
        sendKey(pressed, letter ? QString(QLatin1Char(letter)) : QString());
    });
}

void typeText(const QString& text)
{
    sendAll(text, [](QChar letter) { sendKey(QTest::asciiToKey(letter.toLatin1()), letter); });
}

QPoint stillInside(const QWindow& window, QPoint place)
{
    return {std::min(place.x(), window.width() - 1), std::min(place.y(), window.height() - 1)};
}

void clickAt(QWidget& widget, QPoint place, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    auto* top = widget.window();
    const QPoint inWindow = widget.mapTo(top, place);
    const QPointer<QWindow> window = top->windowHandle();
    if (window)
        QTest::mousePress(window, button, modifiers, inWindow);
    if (window)
        QTest::mouseRelease(window, button, modifiers, stillInside(*window, inWindow));
}

} // namespace slipway::test
