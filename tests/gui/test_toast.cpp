#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/savedfiltersbutton.h"
#include "views/theme/theme.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/readingorder.h"
#include "views/widgets/toast.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

/// Names of the objects an alert was raised for.
QStringList& alerts()
{
    static QStringList list;
    return list;
}

void noteAlert(QAccessibleEvent* event)
{
    if (event->type() == QAccessible::Alert)
        alerts().append(event->accessibleInterface()->text(QAccessible::Name));
}

} // namespace

/// What was done can be taken back for a while, without anybody being interrupted.
class TestToast final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.emplace(*qApp).setMode(ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { m_window.reset(); }
    void timeRunsOut();
    void timeIsHeld();
    void keyboardIsNotTaken();
    void coversNoFoot();
    void isAnnounced();
    void undoesByKeyboard();
    void staysWhereTheKeyboardGoes();
    void undoesByItsKey();
    void overTheWindowItHasNoKey();
    void goesByItself();
    void escapeClosesIt();
    void nextOfferReplaces();
    void tellingTakesNoOfferAway();
    void forgottenFilterComesBack();

private:
    [[nodiscard]] Toast* toast() const { return m_window->findChild<Toast*>(); }
    void offer()
    {
        offerUndo(*m_field, u"Discarded the filter"_s, [this] { ++m_undone; });
    }

    std::optional<Theme> m_theme;
    std::unique_ptr<QWidget> m_window;
    QLineEdit* m_field = nullptr;
    int m_undone = 0;
};

void TestToast::init()
{
    m_undone = 0;
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 300);
    m_field = new QLineEdit(m_window.get());
    auto* layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_field);
    layout->addWidget(new QPushButton(u"Other"_s, m_window.get()));
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void TestToast::timeRunsOut()
{
    const Countdown countdown(5s, 1000ms);
    QCOMPARE(countdown.left(1000ms), Countdown::Time(5s));
    QCOMPARE(countdown.secondsLeft(1000ms), 5);
    QCOMPARE(countdown.secondsLeft(1001ms), 5);
    QCOMPARE(countdown.secondsLeft(5999ms), 1);
    QVERIFY(!countdown.isOver(5999ms));
    QVERIFY(countdown.isOver(6000ms));
    QCOMPARE(countdown.left(99s), 0ms);
}

void TestToast::timeIsHeld()
{
    Countdown countdown(5s, 0ms);
    countdown.hold(2s);
    countdown.hold(3s);
    QVERIFY(countdown.isHeld());
    QCOMPARE(countdown.left(1h), Countdown::Time(3s));
    countdown.letGo(1h);
    countdown.letGo(1h + 1s);
    QCOMPARE(countdown.left(1h + 1s), Countdown::Time(2s));
    QVERIFY(countdown.isOver(1h + 3s));
}

void TestToast::keyboardIsNotTaken()
{
    offer();
    QVERIFY(toast()->isVisible());
    QCOMPARE(toast()->sentence(), u"Discarded the filter"_s);
    QCOMPARE(QApplication::focusWidget(), m_field);
    QTest::keyClicks(m_field, u"typed on"_s);
    QCOMPARE(m_field->text(), u"typed on"_s);
    QVERIFY(m_window->rect().contains(toast()->geometry()));
}

/// What stands at the foot of panes and of the window stays in sight, also what comes while the toast is there.
void TestToast::coversNoFoot()
{
    const auto addFoot = [this](const QRect& place) {
        auto* foot = new QWidget(m_window.get());
        foot->setGeometry(place);
        keepClearOfToasts(*foot);
        foot->show();
        return foot;
    };
    const QList<QWidget*> feet{addFoot({0, 272, 800, 28}), addFoot({0, 230, 500, 33}), addFoot({500, 219, 300, 44})};
    auto* later = addFoot({300, 150, 300, 20});
    auto* aside = addFoot({0, 100, 100, 200});
    later->hide();
    offer();
    const auto covers = [this](const QWidget* foot) { return toast()->geometry().intersects(foot->geometry()); };
    QCOMPARE(std::ranges::count_if(feet, covers), 0);
    QVERIFY(covers(later));
    QVERIFY(!covers(aside));
    later->show();
    QVERIFY(eventually([&] { return !covers(later); }));
    QCOMPARE(std::ranges::count_if(feet, covers), 0);
    QVERIFY(m_window->rect().contains(toast()->geometry()));
}

void TestToast::isAnnounced()
{
    alerts().clear();
    const auto before = QAccessible::installUpdateHandler(noteAlert);
    QAccessible::setActive(true);
    offer();
    QAccessible::installUpdateHandler(before);
    QCOMPARE(alerts(), QStringList{u"Discarded the filter"_s});
}

/// Tab goes there as anywhere; while the keyboard is on it, it stays.
void TestToast::undoesByKeyboard()
{
    offer();
    for (int i = 0; i < 4 && !toast()->undoButton().hasFocus(); ++i)
        focusInReadingOrder(*m_window, FocusStep::Next);
    QVERIFY(toast()->undoButton().hasFocus());
    QVERIFY(toast()->isHeld());
    QTest::keyClick(&toast()->undoButton(), Qt::Key_Space);
    QCOMPARE(m_undone, 1);
    QVERIFY(toast()->isHidden());
    QVERIFY(QApplication::focusWidget() && !toast()->isAncestorOf(QApplication::focusWidget()));
}

/// What has the keyboard goes, with what is around it, while a toast is in sight.
void TestToast::staysWhereTheKeyboardGoes()
{
    auto* box = new QWidget(m_window.get());
    for (int i = 0; i < 3; ++i)
        new QLineEdit(box);
    auto* field = box->findChildren<QLineEdit*>().at(1);
    box->show();
    for (auto* each : box->findChildren<QLineEdit*>())
        each->show();
    offer();
    field->setFocus();
    QVERIFY(field->hasFocus());
    delete box;
    QCoreApplication::processEvents();
    QVERIFY(!toast()->isHidden());
}

void TestToast::undoesByItsKey()
{
    offer();
    auto* undo = m_window->findChild<QAction*>(u"undo"_s);
    QVERIFY(m_window->actions().contains(undo));
    QVERIFY(undo->isEnabled());
    QTest::keySequence(m_window.get(), QKeySequence(QKeySequence::Undo));
    QCOMPARE(m_undone, 1);
    QVERIFY(!undo->isEnabled());
    toast()->undo();
    QCOMPARE(m_undone, 1);
}

/// The settings give the main window's action its keys; another one would keep the usual ones beside them.
void TestToast::overTheWindowItHasNoKey()
{
    QDialog dialog(m_window.get());
    auto* field = new QLineEdit(&dialog);
    dialog.show();
    int undone = 0;
    offerUndo(*field, u"Discarded the filter"_s, [&undone] { ++undone; });
    auto* over = dialog.findChild<Toast*>();
    QVERIFY(over);
    QVERIFY(dialog.actions().isEmpty());
    QCOMPARE(over->undoButton().toolTip(), u"Undo"_s);
    QTest::mouseClick(&over->undoButton(), Qt::LeftButton);
    QCOMPARE(undone, 1);
}

void TestToast::goesByItself()
{
    QElapsedTimer clock;
    clock.start();
    offer();
    QVERIFY(eventually([&] { return toast()->isHidden(); }));
    QVERIFY(clock.elapsed() >= Countdown::Time(kGracePeriod).count());
    QCOMPARE(m_undone, 0);
    QCOMPARE(toast()->sentence(), QString());
}

void TestToast::escapeClosesIt()
{
    offer();
    toast()->undoButton().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&toast()->undoButton(), Qt::Key_Escape);
    QVERIFY(toast()->isHidden());
    QCOMPARE(m_undone, 0);
    QCOMPARE(QApplication::focusWidget(), m_field);
}

void TestToast::nextOfferReplaces()
{
    int undone = 0;
    offerUndo(*m_field, u"first"_s, [] { QFAIL("the first can no longer be taken back"); });
    offerUndo(*m_field, u"second"_s, [&undone] { ++undone; });
    QCOMPARE(m_window->findChildren<Toast*>().size(), 1);
    QCOMPARE(toast()->sentence(), u"second"_s);
    toast()->undo();
    QCOMPARE(undone, 1);
}

void TestToast::tellingTakesNoOfferAway()
{
    tellDone(*m_field, u"Copied digest"_s);
    QCOMPARE(toast()->sentence(), u"Copied digest"_s);
    QVERIFY(!toast()->undoButton().isVisible());
    offer();
    QVERIFY(toast()->undoButton().isVisible());
    tellDone(*m_field, u"Copied digest"_s);
    QCOMPARE(toast()->sentence(), u"Discarded the filter"_s);
    toast()->undo();
    QCOMPARE(m_undone, 1);
}

void TestToast::forgottenFilterComesBack()
{
    auto* button = new SavedFiltersButton(m_window.get());
    SavedFilters saved;
    saved.set(u"GPU"_s, u"variant:gpu"_s);
    saved.set(u"old"_s, u"age:>90d"_s);
    button->setSaved(saved);
    Q_EMIT button->menu()->aboutToShow();
    QAction* forget = nullptr;
    for (auto* action : button->menu()->actions())
        if (action->menu())
            forget = action->menu()->actions().constFirst();
    QVERIFY(forget);
    const QString name = forget->text();
    forget->trigger();
    QCOMPARE(button->saved().filters().size(), 1U);
    QVERIFY2(toast()->sentence().contains(name), qPrintable(toast()->sentence()));
    toast()->undo();
    QCOMPARE(button->saved(), saved);
}

SLIPWAY_TEST_SUITE(TestToast);

} // namespace slipway::test

#include "test_toast.moc"
