#include "gui/monkey.h"

#include "gui/hands.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QTest>
#include <QWindow>
#include <QtTest/qtestwheel.h>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

/// A deed that takes so long stands in a menu's own event loop, in which the next ones are done.
constexpr qint64 kStanding = 80; // milliseconds

constexpr std::array kKeys{
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PgUp",
    "PgDown",
    "Return",
    "Space",
    "Esc",
    "Tab",
    "Tab",
    "Shift+Tab",
    "F5",
    "F6",
    "Shift+F6",
    "Ctrl+K",
    "Ctrl+F",
    "Ctrl+B",
    "Ctrl+J",
    "Ctrl+A",
    "Ctrl+C",
    "Ctrl+V",
    "Ctrl+Z",
    "Ctrl+1",
    "Ctrl+R",
    "Ctrl+Shift+C",
    "Ctrl+,",
    "Ctrl+Shift+O",
    "Ctrl+Alt+0",
    "Shift+Down",
    "Shift+Up",
    "Ctrl+Home",
    "Shift+End",
    "Delete",
    "Backspace",
    "Menu",
    "F10",
    "Alt+Down",
    "Ctrl+Tab",
    "*",
    "+",
    "-",
    "Ctrl+Space",
    "Shift+Space",
    "Shift+PgDown",
    "Alt+Left",
    "Ctrl+Shift+End",
};

constexpr std::array kWords{
    "/",        "gpu",    "cpu ",  "-unsigned ", "size:>1GiB ", "hub:",   "variant:gpu ", "age:<30d ", "\"", "sha256:",
    "v0.4",     "latest", ">",     "@",          "#",           ":",      "northquay",    "*",         "?",  "tagged ",
    "size:big", "export", "theme", "log",        "columns",     "expand", "collapse all", "zzzz",      "0",  "(",
};

constexpr std::array kPlaces{
    "slipway://northquay/inventory/apc-emotion-gpu:latest",
    "slipway://northquay/inventory/charts/platform",
    "slipway://northquay/inventory/gone:v1",
    "slipway://siriusscan/inventory",
    "slipway://nobody/inventory",
    "slipway://northquay",
};

/// What reaches beyond the program: it is not for a monkey.
bool isOffLimits(const QWidget& window)
{
    return qobject_cast<const QFileDialog*>(&window)
           || QByteArrayView(window.metaObject()->className()).contains("AddAccount");
}

} // namespace

Monkey::Monkey(StartedProgram& program, QRandomGenerator& random)
    : m_program(program)
    , m_random(random)
{
    if (!m_german.load(u":/i18n/slipway_de"_s))
        qFatal("there is no German");
    m_program.window().installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &Monkey::look);
}

Monkey::~Monkey()
{
    QCoreApplication::removeTranslator(&m_german);
}

bool Monkey::eventFilter(QObject* watched, QEvent* event)
{
    // The window stays.
    if (event->type() == QEvent::Close) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

bool Monkey::leave()
{
    m_timer.stop();
    if (auto* popup = QApplication::activePopupWidget()) {
        popup->close();
        return false;
    }
    if (auto* dialog = QApplication::activeModalWidget()) {
        dialog->close();
        return false;
    }
    return !m_isPosted && !m_isBusy;
}

void Monkey::look()
{
    if (m_isPosted || (m_isBusy && m_sinceBegun.elapsed() < kStanding) || !hasKeyboard(m_program.window()))
        return;
    m_isPosted = true;
    QMetaObject::invokeMethod(this, &Monkey::doSomething, Qt::QueuedConnection);
}

void Monkey::doSomething()
{
    struct Kind {
        int weight;
        void (Monkey::*act)();
    };
    static constexpr std::array kKinds{
        Kind{42, &Monkey::press}, Kind{8, &Monkey::type},   Kind{26, &Monkey::click}, Kind{6, &Monkey::drag},
        Kind{6, &Monkey::wheel},  Kind{4, &Monkey::resize}, Kind{3, &Monkey::dress},  Kind{1, &Monkey::read},
        Kind{1, &Monkey::go},     Kind{1, &Monkey::speak},
    };
    m_isPosted = false;
    m_isBusy = true;
    m_sinceBegun.start();
    ++m_deeds;
    int total = 0;
    for (const auto& kind : kKinds)
        total += kind.weight;
    int choice = m_random.bounded(total);
    for (const auto& kind : kKinds) {
        choice -= kind.weight;
        if (choice < 0) {
            (this->*kind.act)();
            break;
        }
    }
    m_isBusy = false;
}

void Monkey::note(const QString& deed)
{
    m_last = deed;
    if (m_teller)
        m_teller(deed);
}

QWidget& Monkey::inFront()
{
    if (auto* popup = QApplication::activePopupWidget())
        return *popup;
    if (auto* modal = QApplication::activeModalWidget())
        return *modal;
    // A dialog that is not modal, such as the palette, has the keyboard.
    auto* active = QApplication::activeWindow();
    return active ? *active : m_program.window();
}

QPoint Monkey::somewhereIn(const QWidget& widget)
{
    return {m_random.bounded(std::max(1, widget.width())), m_random.bounded(std::max(1, widget.height()))};
}

void Monkey::press()
{
    const auto key = isOffLimits(inFront()) ? u"Esc"_s : QString::fromLatin1(oneOf(kKeys));
    note(u"press "_s + key);
    pressKeys(key);
}

void Monkey::type()
{
    if (isOffLimits(inFront()))
        return;
    const auto word = QString::fromLatin1(oneOf(kWords));
    note(u"type "_s + word);
    typeText(word);
}

void Monkey::click()
{
    auto& widget = inFront();
    if (isOffLimits(widget))
        return;
    const QPoint place = somewhereIn(widget);
    const int die = m_random.bounded(100);
    const auto button = die < 80 ? Qt::LeftButton : die < 95 ? Qt::RightButton : Qt::MiddleButton;
    const int held = m_random.bounded(100);
    const auto modifiers = held < 85 ? Qt::NoModifier : held < 93 ? Qt::ControlModifier : Qt::ShiftModifier;
    note(u"click %1 at %2,%3 of %4"_s.arg(button).arg(place.x()).arg(place.y()).arg(
        QString::fromLatin1(widget.metaObject()->className())));
    // A dialog may go with the first of two clicks, which QTest does not look for.
    if (die < 8 && &widget == &m_program.window())
        QTest::mouseDClick(widget.windowHandle(), button, modifiers, place);
    else
        clickAt(widget, place, button, modifiers);
}

void Monkey::drag()
{
    auto& widget = inFront();
    if (isOffLimits(widget))
        return;
    const QPoint from = somewhereIn(widget);
    const int right = std::clamp(from.x() + m_random.bounded(-60, 60), 0, widget.width() - 1);
    const QPoint to = m_random.bounded(2) == 0 ? somewhereIn(widget) : QPoint(right, from.y());
    note(u"drag from %1,%2 to %3,%4"_s.arg(from.x()).arg(from.y()).arg(to.x()).arg(to.y()));
    const QPointer<QWindow> window = widget.windowHandle();
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    if (window)
        QTest::mouseMove(window, stillInside(*window, (from + to) / 2));
    if (window)
        QTest::mouseMove(window, stillInside(*window, to));
    if (window)
        QTest::mouseRelease(window, Qt::LeftButton, {}, stillInside(*window, to));
}

void Monkey::wheel()
{
    auto& widget = inFront();
    const QPoint place = somewhereIn(widget);
    const int turn = (m_random.bounded(2) == 0 ? 120 : -120) * m_random.bounded(1, 6);
    note(u"wheel %1 at %2,%3"_s.arg(turn).arg(place.x()).arg(place.y()));
    QTest::wheelEvent(widget.windowHandle(), place, {0, turn});
}

void Monkey::resize()
{
    auto& window = m_program.window();
    const QSize size(m_random.bounded(1180, 1700), m_random.bounded(720, 1000));
    note(u"resize to %1 x %2"_s.arg(size.width()).arg(size.height()));
    if (m_random.bounded(3) == 0)
        window.move(m_random.bounded(1, 200), m_random.bounded(1, 60));
    window.resize(size);
}

void Monkey::dress()
{
    constexpr std::array kModes{ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrast, ThemeMode::System};
    const auto mode = oneOf(kModes);
    note(u"theme %1"_s.arg(static_cast<int>(mode)));
    m_program.window().theme().setMode(mode);
}

void Monkey::read()
{
    note(u"refresh"_s);
    m_program.whole().session().refresh();
}

void Monkey::go()
{
    const auto place = QString::fromLatin1(oneOf(kPlaces));
    note(u"go to "_s + place);
    m_program.places().open({*parseDeepLink(place), {}});
}

void Monkey::speak()
{
    m_isGerman = !m_isGerman;
    note(m_isGerman ? u"German"_s : u"English"_s);
    if (m_isGerman)
        QCoreApplication::installTranslator(&m_german);
    else
        QCoreApplication::removeTranslator(&m_german);
}

} // namespace slipway::test
