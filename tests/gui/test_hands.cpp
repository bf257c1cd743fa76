#include "gui/hands.h"
#include "support/suite.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// The hands that use the program in other tests.
class TestHands final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClickEndsInAWindowThatBecameSmaller();
};

/// As when a press opens a menu, and the window is made smaller before it closes: nobody releases a button outside.
void TestHands::aClickEndsInAWindowThatBecameSmaller()
{
    QTest::failOnWarning(QRegularExpression(u"outside target window"_s));
    QWidget window;
    window.resize(600, 400);
    QPushButton button(&window);
    button.setGeometry(500, 300, 90, 90);
    connect(&button, &QPushButton::pressed, &window, [&window] { window.resize(300, 200); });
    const QSignalSpy pressed(&button, &QPushButton::pressed);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    clickAt(button, button.rect().center());
    QCOMPARE(window.size(), QSize(300, 200));
    QCOMPARE(pressed.size(), 1);
    QVERIFY(!button.isDown());
}

SLIPWAY_TEST_SUITE(TestHands);

} // namespace slipway::test

#include "test_hands.moc"
