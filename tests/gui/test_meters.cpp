#include "gui/pixels.h"
#include "support/suite.h"
#include "views/theme/theme.h"
#include "views/theme/tokens.h"
#include "views/widgets/gauge.h"
#include "views/widgets/stepper.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QSet>
#include <QTest>

#include <limits>
#include <optional>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

GaugeReading storage(std::optional<double> amount)
{
    return {u"Active storage"_s, amount, 20, u"18.7"_s, u"20"_s, u"24"_s, u"GiB"_s, {}};
}

} // namespace

/// Gauges and steppers: what they decide, paint and tell those who cannot see them.
class TestMeters final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme.emplace(*qApp).setMode(ThemeMode::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void gaugeZones_data();
    void gaugeZones();
    void gaugeShares();
    void gaugeIsTold();
    void gaugeIsPainted();
    void stepsAreConnected();
    void stepsAreTold_data();
    void stepsAreTold();
    void stepperHasAValue();

private:
    std::optional<Theme> m_theme;
};

void TestMeters::gaugeZones_data()
{
    QTest::addColumn<double>("amount");
    QTest::addColumn<double>("target");
    QTest::addColumn<int>("zone");
    const auto row = [](const char* name, double amount, double target, GaugeZone zone) {
        QTest::newRow(name) << amount << target << static_cast<int>(zone);
    };
    row("nothing", 0, 20, GaugeZone::Ok);
    row("below 80 %", 15.99, 20, GaugeZone::Ok);
    row("80 %", 16, 20, GaugeZone::Warn);
    row("the target itself", 20, 20, GaugeZone::Warn);
    row("above", 20.01, 20, GaugeZone::Bad);
    row("far above", 1000, 20, GaugeZone::Bad);
    row("no target", 5, 0, GaugeZone::Unknown);
    row("a target below nothing", 5, -1, GaugeZone::Unknown);
    row("no number", std::numeric_limits<double>::quiet_NaN(), 20, GaugeZone::Unknown);
}

void TestMeters::gaugeZones()
{
    QFETCH(const double, amount);
    QFETCH(const double, target);
    QFETCH(const int, zone);
    QCOMPARE(static_cast<int>(gaugeZone(amount, target)), zone);
}

void TestMeters::gaugeShares()
{
    QCOMPARE(gaugeShare(12.0, 20), 0.5);
    QCOMPARE(gaugeShare(24.0, 20), 1.0);
    QCOMPARE(gaugeShare(99.0, 20), 1.0);
    QCOMPARE(gaugeShare(std::nullopt, 20), 0.0);
    QCOMPARE(gaugeShare(-1.0, 20), 0.0);
    QCOMPARE(static_cast<int>(gaugeZone(std::nullopt, 20)), static_cast<int>(GaugeZone::Unknown));
}

void TestMeters::gaugeIsTold()
{
    GaugeReading reading = storage(18.7);
    QCOMPARE(gaugeSentence(reading), u"Active storage 18.7 of 20 GiB, at risk"_s);
    reading.outlook = u"passes on 11 December"_s;
    QCOMPARE(gaugeSentence(reading), u"Active storage 18.7 of 20 GiB, at risk, passes on 11 December"_s);
    QCOMPARE(gaugeSentence(storage(std::nullopt)), u"Active storage: no data yet"_s);
    Gauge gauge;
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&gauge);
    QVERIFY(told);
    gauge.setReading(reading);
    QCOMPARE(told->text(QAccessible::Name), gaugeSentence(reading));
    QVERIFY(told->valueInterface());
    QCOMPARE(told->valueInterface()->currentValue().toDouble(), 18.7);
    QCOMPARE(told->valueInterface()->minimumValue().toDouble(), 0.0);
    QCOMPARE(told->valueInterface()->maximumValue().toDouble(), 24.0);
}

/// The arc's colour is that of the zone, and there is more of it the fuller it is.
void TestMeters::gaugeIsPainted()
{
    Gauge gauge;
    QCOMPARE(gauge.size(), QSize(176, 112));
    const auto painted = [&gauge](double amount, const QColor& color) {
        gauge.setReading(storage(amount));
        return pixelsOf(gauge.grab().toImage(), color);
    };
    const Tokens& t = lightTokens();
    QVERIFY(painted(15, t.ok) > painted(5, t.ok));
    QVERIFY(painted(5, t.ok) > 100);
    QVERIFY(painted(18, t.warnFill) > 100);
    QVERIFY(painted(23, t.bad) > 100);
    gauge.setReading(storage(std::nullopt));
    QCOMPARE(pixelsOf(gauge.grab().toImage(), t.ok), 0);
}

void TestMeters::stepsAreConnected()
{
    QVERIFY(isConnected(StepState::Done, StepState::Done));
    QVERIFY(isConnected(StepState::Done, StepState::Active));
    QVERIFY(isConnected(StepState::Done, StepState::Failed));
    QVERIFY(!isConnected(StepState::Done, StepState::Waiting));
    QVERIFY(!isConnected(StepState::Done, StepState::Skipped));
    QVERIFY(!isConnected(StepState::Active, StepState::Waiting));
    QVERIFY(!isConnected(StepState::Failed, StepState::Skipped));
}

void TestMeters::stepsAreTold_data()
{
    QTest::addColumn<std::vector<Step>>("steps");
    QTest::addColumn<QString>("sentence");
    using Steps = std::vector<Step>;
    QTest::newRow("running") << Steps{{u"Pull"_s, StepState::Done},
                                      {u"Canary"_s, StepState::Active},
                                      {u"All"_s, StepState::Waiting}}
                             << u"Step 2 of 3, Canary: active"_s;
    QTest::newRow("failed") << Steps{{u"Pull"_s, StepState::Failed}, {u"All"_s, StepState::Skipped}}
                            << u"Step 1 of 2, Pull: failed"_s;
    QTest::newRow("not begun") << Steps{{u"Pull"_s, StepState::Waiting}, {u"All"_s, StepState::Waiting}}
                               << u"0 of 2 steps done"_s;
    QTest::newRow("ended") << Steps{{u"Pull"_s, StepState::Done}, {u"All"_s, StepState::Skipped}}
                           << u"2 of 2 steps done"_s;
}

void TestMeters::stepsAreTold()
{
    QFETCH(const std::vector<Step>, steps);
    QFETCH(const QString, sentence);
    QCOMPARE(stepsSentence(steps), sentence);
}

void TestMeters::stepperHasAValue()
{
    Stepper stepper;
    stepper.setSteps({{u"Pull"_s, StepState::Done}, {u"Canary"_s, StepState::Paused}, {u"All"_s, StepState::Waiting}});
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&stepper);
    QVERIFY(told && told->valueInterface());
    QCOMPARE(told->valueInterface()->currentValue().toInt(), 1);
    QCOMPARE(told->valueInterface()->maximumValue().toInt(), 3);
    QCOMPARE(told->text(QAccessible::Name), u"Step 2 of 3, Canary: paused"_s);
    QCOMPARE(told->text(QAccessible::Description), u"1 Pull: done\n2 Canary: paused\n3 All: waiting"_s);
    // The first line is walked, the second is not.
    stepper.resize(300, stepper.sizeHint().height());
    const QImage picture = stepper.grab().toImage();
    QCOMPARE(picture.pixelColor(100, 11), lightTokens().ok);
    QCOMPARE(picture.pixelColor(200, 11), lightTokens().line);
}

SLIPWAY_TEST_SUITE(TestMeters);

} // namespace slipway::test

#include "test_meters.moc"
