#include "app/windowframe.h"
#include "support/suite.h"

#include <QJsonDocument>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

/// Where a window comes back to.
class TestWindowFrame final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void framesAreRead_data();
    void framesAreRead();
    void windowsComeBackInSight_data();
    void windowsComeBackInSight();
};

void TestWindowFrame::framesAreRead_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isFrame");
    QTest::newRow("whole") << R"({"x":-20,"y":3,"width":1200,"height":800,"maximized":true})"_ba << true;
    QTest::newRow("never maximised") << R"({"x":0,"y":0,"width":1200,"height":800})"_ba << true;
    QTest::newRow("nothing") << "{}"_ba << false;
    QTest::newRow("no height") << R"({"x":0,"y":0,"width":1200})"_ba << false;
    QTest::newRow("no width at all") << R"({"x":0,"y":0,"width":0,"height":800})"_ba << false;
    QTest::newRow("beyond every desktop") << R"({"x":1e9,"y":0,"width":1200,"height":800})"_ba << false;
    QTest::newRow("texts") << R"({"x":"0","y":"0","width":"1200","height":"800"})"_ba << false;
}

void TestWindowFrame::framesAreRead()
{
    QFETCH(const QByteArray, json);
    const auto frame = windowFrame(QJsonDocument::fromJson(json).object());
    QTEST(frame.has_value(), "isFrame");
    if (frame)
        QCOMPARE(windowFrame(toJson(*frame)), frame);
}

void TestWindowFrame::windowsComeBackInSight_data()
{
    const QRect left(0, 0, 1920, 1050);
    const QRect right(1920, 0, 2560, 1400);
    QTest::addColumn<QRect>("wanted");
    QTest::addColumn<QList<QRect>>("screens");
    QTest::addColumn<QRect>("shown");
    QTest::newRow("in sight") << QRect(100, 50, 1440, 900) << QList{left} << QRect(100, 50, 1440, 900);
    QTest::newRow("across two screens") << QRect(1200, 50, 1440, 900) << QList{left, right}
                                        << QRect(1200, 50, 1440, 900);
    QTest::newRow("the screen is gone") << QRect(2400, 200, 1440, 900) << QList{left} << QRect(480, 150, 1440, 900);
    QTest::newRow("left of everything") << QRect(-5000, -300, 1440, 900) << QList{left, right}
                                        << QRect(0, 0, 1440, 900);
    QTest::newRow("larger than the screen left") << QRect(2000, 0, 2400, 1300) << QList{left} << left;
    QTest::newRow("half out, on the second")
        << QRect(4000, 700, 1440, 900) << QList{left, right} << QRect(3040, 500, 1440, 900);
    QTest::newRow("no screen at all") << QRect(5, 5, 1440, 900) << QList<QRect>{} << QRect(5, 5, 1440, 900);
}

void TestWindowFrame::windowsComeBackInSight()
{
    QFETCH(const QRect, wanted);
    QFETCH(const QList<QRect>, screens);
    QTEST(visibleGeometry(wanted, screens), "shown");
}

SLIPWAY_TEST_SUITE(TestWindowFrame);

} // namespace slipway::test

#include "test_windowframe.moc"
