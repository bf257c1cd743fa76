#include "gui/walk.h"

#include "gui/hands.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kPatience = 20'000; // milliseconds
constexpr std::chrono::milliseconds kLook{3};

/// Goes on by a timer, which also runs in the event loops of menus; what is done is posted, for a timer does not come
/// again before its slot has returned.
class Walker final : public QObject
{
public:
    Walker(QWidget& window, const QList<Step>& steps)
        : m_window(window)
        , m_steps(steps)
    {
        connect(&m_timer, &QTimer::timeout, this, &Walker::look);
    }

    QString run()
    {
        m_timer.start(kLook);
        m_since.start();
        m_loop.exec();
        return m_failure;
    }

private:
    void look()
    {
        if (m_isDone) {
            // Whatever is open keeps the loop from ending.
            if (auto* popup = QApplication::activePopupWidget())
                popup->close();
            m_loop.quit();
            return;
        }
        if (m_step == m_steps.size())
            end({});
        else if (m_since.elapsed() > kPatience)
            end(u"step %1, %2: not seen: %3"_s.arg(m_step + 1).arg(m_steps[m_step].deed.words, m_steps[m_step].sees));
        else if (!m_isPosted)
            post();
        else if (m_isBegun && !isTyping() && m_steps[m_step].holds())
            goOn();
    }

    void post()
    {
        if (!hasKeyboard(m_window))
            return;
        m_isPosted = true;
        QMetaObject::invokeMethod(
            this,
            [this, act = m_steps[m_step].deed.act] {
                m_isBegun = true;
                act();
            },
            Qt::QueuedConnection);
    }

    void goOn()
    {
        ++m_step;
        m_isPosted = false;
        m_isBegun = false;
        m_since.start();
    }

    void end(const QString& failure)
    {
        m_failure = failure;
        m_isDone = true;
    }

    QWidget& m_window;
    const QList<Step>& m_steps;
    qsizetype m_step = 0;
    bool m_isPosted = false;
    bool m_isBegun = false;
    bool m_isDone = false;
    QString m_failure;
    QElapsedTimer m_since;
    QTimer m_timer;
    QEventLoop m_loop;
};

void chooseIn(QMenu& menu, const QString& text)
{
    const auto actions = menu.actions();
    const auto found = std::ranges::find_if(actions, [&](const QAction* action) {
        return action->isVisible() && action->isEnabled() && action->text().startsWith(text);
    });
    if (found != actions.end())
        clickAt(menu, menu.actionGeometry(*found).center());
}

} // namespace

Deed press(const QString& keys)
{
    return {keys, [keys] { pressKeys(keys); }};
}

Deed type(const QString& text)
{
    return {u"types \"%1\""_s.arg(text), [text] { typeText(text); }};
}

Deed click(const QString& words, std::function<QWidget*()> widget)
{
    return {words, [widget = std::move(widget)] {
                if (auto* clicked = widget())
                    clickAt(*clicked, clicked->rect().center());
            }};
}

Deed click(const QString& words, QWidget& widget, std::function<QPoint()> place, Qt::MouseButton button,
           Qt::KeyboardModifiers modifiers)
{
    return {words,
            [&widget, place = std::move(place), button, modifiers] { clickAt(widget, place(), button, modifiers); }};
}

Deed choose(const QString& text)
{
    return {u"chooses \"%1\""_s.arg(text), [text] {
                if (auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()))
                    chooseIn(*menu, text);
            }};
}

Deed happens(const QString& words, std::function<void()> act)
{
    return {words, std::move(act)};
}

QString walk(QWidget& window, const QList<Step>& steps)
{
    return Walker(window, steps).run();
}

MouseWatch::MouseWatch()
{
    qApp->installEventFilter(this);
}

bool MouseWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress)
        ++m_clicks;
    return QObject::eventFilter(watched, event);
}

} // namespace slipway::test
