#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/detailspane.h"
#include "views/inventory/inventorycontent.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/shell/sidebar.h"

#include <QJsonObject>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The details beside the tree, below it, in a window of their own, or hidden.
class TestDetailsDock final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void hiddenAndShownByKey();
    void hiddenTheyReadNothing();
    void belowTheTree();
    void inAWindowOfTheirOwn();
    void keysGoBetweenTheWindows();
    void ownWindowIsHiddenAndShownByKey();
    void fromTheMenuByKeyboard();
    void openingDetailsBringsThemBack();
    void thePlaceIsKept();

private:
    [[nodiscard]] MainWindow& window() { return m_fixture->window; }
    [[nodiscard]] InventoryPage& page() { return window().inventoryPage(); }
    [[nodiscard]] InventoryContent& content() { return *page().findChild<InventoryContent*>(); }
    [[nodiscard]] DetailsPane& details() { return page().details(); }
    /// As a person: to whatever has the keyboard once the window that is to have it does.
    [[nodiscard]] bool isIn(QWidget& pane)
    {
        return eventually([&] {
            auto* focus = QApplication::focusWidget();
            return focus && (focus == &pane || pane.isAncestorOf(focus));
        });
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestDetailsDock::init()
{
    m_fixture = std::make_unique<WindowFixture>(*qApp);
    window().setInventory(inventoryFrom(shownOrganisation()));
    window().setState(PageState::ready());
    QVERIFY(m_fixture->show());
    page().tree().setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Down);
    key(Qt::Key_Down);
}

void TestDetailsDock::hiddenAndShownByKey()
{
    const int before = page().tree().width();
    QVERIFY(details().isVisible());
    key(Qt::Key_F9);
    QVERIFY(!details().isVisible());
    QVERIFY(eventually([&] { return page().tree().width() > before; }));
    QCOMPARE(page().panes().size(), 1); // F6 goes by
    key(Qt::Key_F9);
    QVERIFY(details().isVisible());
    QVERIFY(eventually([&] { return page().tree().width() == before; }));
}

void TestDetailsDock::hiddenTheyReadNothing()
{
    QVERIFY(eventually([&] { return !details().isWaiting(); }));
    const QSignalSpy wanted(&page(), &InventoryPage::documentsWanted);
    key(Qt::Key_F9);
    key(Qt::Key_Down);
    QVERIFY(!details().isWaiting());
    key(Qt::Key_F9);
    QVERIFY(details().isWaiting());
    QCOMPARE(wanted.size(), 0);
    QVERIFY(eventually([&] { return !wanted.isEmpty() && !details().isWaiting(); }));
}

void TestDetailsDock::belowTheTree()
{
    content().setPlace(DetailsPlace::Below);
    const auto top = [this](const QWidget& widget) { return widget.mapTo(&window(), QPoint()); };
    QVERIFY(top(details()).y() > top(page().tree()).y());
    constexpr int kFrame = 1; // of the tree's card
    QCOMPARE(top(details()).x(), top(page().tree()).x() - kFrame);
    QVERIFY(details().height() >= 200);
    key(Qt::Key_F9);
    key(Qt::Key_F9);
    QCOMPARE(content().dock().place(), DetailsPlace::Below);
}

void TestDetailsDock::inAWindowOfTheirOwn()
{
    content().setPlace(DetailsPlace::Window);
    QPointer<QWidget> own = content().detailsWindow();
    QVERIFY(own && own->isVisible());
    QCOMPARE(details().window(), own);
    QCOMPARE(page().panes().size(), 2);
    // What is selected is shown there.
    const QString before = details().digestText();
    key(Qt::Key_Down);
    QVERIFY(details().digestText() != before);
    own->close();
    QCOMPARE(content().dock().place(), DetailsPlace::Beside);
    QCOMPARE(details().window(), &window());
    QVERIFY(details().isVisible());
    QVERIFY(eventually([&] { return own.isNull(); }));
}

void TestDetailsDock::keysGoBetweenTheWindows()
{
    content().setPlace(DetailsPlace::Window);
    QVERIFY(isIn(page().tree()));
    // Next pane, though it is in another window; from the last one on to the first.
    key(Qt::Key_F6);
    QVERIFY(isIn(details()));
    QCOMPARE(QApplication::activeWindow(), content().detailsWindow());
    key(Qt::Key_F6);
    QVERIFY(isIn(window().sidebar()));
    QCOMPARE(QApplication::activeWindow(), &window());
    key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(details()));
    key(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(isIn(page().tree()));
    // Enter opens the details where they are, Escape is back in the tree; the window stays.
    key(Qt::Key_Return);
    QVERIFY(isIn(details()));
    key(Qt::Key_Right);
    QCOMPARE(details().tab(), DetailsTab::Layers);
    key(Qt::Key_Escape);
    QVERIFY(isIn(page().tree()));
    QVERIFY(content().detailsWindow()->isVisible());
    // Tab stays in a window and goes round there.
    key(Qt::Key_Return);
    QVERIFY(isIn(details()));
    const QPointer<QWidget> first = QApplication::focusWidget();
    int steps = 0;
    do
        key(Qt::Key_Tab);
    while (QApplication::focusWidget() != first && ++steps < 100 && isIn(details()));
    QCOMPARE(QApplication::focusWidget(), first);
    QVERIFY(steps > 0);
}

void TestDetailsDock::ownWindowIsHiddenAndShownByKey()
{
    content().setPlace(DetailsPlace::Window);
    key(Qt::Key_Return);
    QVERIFY(isIn(details()));
    key(Qt::Key_F9);
    QVERIFY(!details().isVisible());
    QCOMPARE(content().detailsWindow(), nullptr);
    window().activateWindow();
    QVERIFY(isIn(page().tree()));
    QCOMPARE(page().panes().size(), 1);
    key(Qt::Key_F9);
    QVERIFY(content().detailsWindow() && content().detailsWindow()->isVisible());
    QVERIFY(isIn(page().tree())); // it comes without taking the keyboard
}

void TestDetailsDock::fromTheMenuByKeyboard()
{
    auto* button = details().findChild<QToolButton*>(u"place"_s);
    QVERIFY(button && button->menu());
    button->setFocus();
    QMetaObject::invokeMethod(
        this,
        [] {
            auto* menu = QApplication::activePopupWidget();
            QVERIFY(menu);
            for (const auto pressed : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Return})
                QTest::keyClick(menu, pressed);
        },
        Qt::QueuedConnection);
    QTest::keyClick(button, Qt::Key_Space); // until the menu is gone
    QCOMPARE(content().dock().place(), DetailsPlace::Below);
}

void TestDetailsDock::openingDetailsBringsThemBack()
{
    key(Qt::Key_F9);
    QVERIFY(!details().isVisible());
    key(Qt::Key_Return);
    QVERIFY(details().isVisible());
    QVERIFY(details().isAncestorOf(QApplication::focusWidget()));
}

void TestDetailsDock::thePlaceIsKept()
{
    content().setPlace(DetailsPlace::Below);
    const QJsonObject state = page().saveState();
    page().restoreState({});
    QCOMPARE(content().dock().place(), DetailsPlace::Beside);
    page().restoreState(state);
    QCOMPARE(content().dock().place(), DetailsPlace::Below);
    content().setPlace(DetailsPlace::Window);
    content().detailsWindow()->setGeometry(40, 50, 500, 400);
    const QJsonObject own = page().saveState();
    page().restoreState({});
    page().restoreState(own);
    QVERIFY(content().detailsWindow());
    QCOMPARE(content().detailsWindow()->geometry(), QRect(40, 50, 500, 400));
}

SLIPWAY_TEST_SUITE(TestDetailsDock);

} // namespace slipway::test

#include "test_detailsdock.moc"
