#include "app/palettedesk.h"
#include "app/placehistory.h"
#include "app/wayback.h"
#include "gui/windowfixture.h"
#include "support/suite.h"
#include "support/waiting.h"
#include "views/inventory/inventorypage.h"
#include "views/inventory/inventorytree.h"
#include "views/palette/commandpalette.h"

#include <QLineEdit>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Alt+Left and Alt+Right.
class TestWayBack final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void historyIsWalkedBothWays();
    void anotherOwnersPlacesAreLeftOut();
    void jumpsAreGoneBackByKey();

private:
    [[nodiscard]] static Place at(const QString& image, const QString& owner = u"one"_s)
    {
        return {owner, 0, {{u"package"_s, image}}};
    }
};

void TestWayBack::historyIsWalkedBothWays()
{
    PlaceHistory history;
    QCOMPARE(history.back(at(u"a"_s)), std::nullopt);
    history.leave(at(u"a"_s));
    history.leave(at(u"b"_s));
    QCOMPARE(history.back(at(u"c"_s)), at(u"b"_s));
    QCOMPARE(history.back(at(u"b"_s)), at(u"a"_s));
    QCOMPARE(history.back(at(u"a"_s)), std::nullopt);
    QCOMPARE(history.forward(at(u"a"_s)), at(u"b"_s));
    QCOMPARE(history.forward(at(u"b"_s)), at(u"c"_s));
    QCOMPARE(history.forward(at(u"c"_s)), std::nullopt);
    // A new jump ends what lay ahead.
    QCOMPARE(history.back(at(u"c"_s)), at(u"b"_s));
    history.leave(at(u"b"_s));
    QCOMPARE(history.forward(at(u"d"_s)), std::nullopt);
    QCOMPARE(history.back(at(u"d"_s)), at(u"b"_s));
}

void TestWayBack::anotherOwnersPlacesAreLeftOut()
{
    PlaceHistory history;
    history.leave(at(u"a"_s));
    history.leave(at(u"x"_s, u"two"_s));
    history.leave(at(u"b"_s));
    QCOMPARE(history.back(at(u"b"_s)), at(u"a"_s)); // where one is already is no step either
}

void TestWayBack::jumpsAreGoneBackByKey()
{
    WindowFixture fixture(*qApp);
    fixture.window.setInventory(inventoryFrom(shownOrganisation()));
    fixture.window.setState(PageState::ready());
    QVERIFY(fixture.show());
    QVERIFY(eventually([&] { return fixture.window.paletteDesk().isReady(); }));
    auto& page = fixture.window.inventoryPage();
    auto& palette = fixture.window.paletteDesk().palette();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &fixture.window, key, modifiers);
    };
    const auto jump = [&](const QString& typed) {
        press(Qt::Key_K, Qt::ControlModifier);
        if (!eventually([&] { return palette.isVisible() && palette.field().hasFocus(); }))
            return false;
        QTest::keyClicks(&palette.field(), typed);
        press(Qt::Key_Return);
        fixture.window.activateWindow(); // offscreen nobody gives back what the palette had
        return eventually([&] { return !palette.isVisible() && fixture.window.isActiveWindow(); });
    };
    QVERIFY(page.select(PackageName{u"stray"_s}, {}));
    const auto image = [&] { return page.breadcrumb().constLast(); };
    QVERIFY(jump(u"@vision-detect-gpu"_s));
    QCOMPARE(image(), u"vision-detect-gpu"_s);
    press(Qt::Key_Down); // rows are no places to come back to
    QVERIFY(jump(u"#v0.4.0"_s));
    QCOMPARE(image(), u"affective-gpu"_s);
    const QJsonObject version = page.place();
    QVERIFY(version.contains("digest"_L1));
    press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(image() != u"affective-gpu"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(image(), u"stray"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(image(), u"stray"_s);
    press(Qt::Key_Right, Qt::AltModifier);
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(page.place(), version);
    QCOMPARE(QApplication::focusWidget(), &page.tree());
}

SLIPWAY_TEST_SUITE(TestWayBack);

} // namespace slipway::test

#include "test_wayback.moc"
