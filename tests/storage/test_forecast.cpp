#include "storage/forecast.h"
#include "storage/series.h"
#include "support/suite.h"

#include <QRegularExpression>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

StorageForecast forecastOf(const std::vector<StoragePoint>& series, std::optional<Bytes> budget)
{
    return forecastBudget(storageTrend(series).value(), budget);
}

/// "crosses 2025-11-01..2025-11-03..2025-11-09", "-" for a date that is not.
QString print(const StorageForecast& forecast)
{
    static const QStringList outlooks{u"no budget"_s,   u"over"_s,         u"crosses"_s, u"unread"_s,
                                      u"not growing"_s, u"just changed"_s, u"beyond"_s};
    const auto date = [](const std::optional<QDate>& day) { return day ? day->toString(Qt::ISODate) : u"-"_s; };
    return outlooks[int(forecast.outlook)] + u' ' + date(forecast.earliest) + ".."_L1 + date(forecast.crossesOn)
           + ".."_L1 + date(forecast.latest);
}

class TestForecast final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineCrossesOnItsDay();
    void outlooks_data();
    void outlooks();
    void theBandWidensAndHoldsTheMiddle();
    void theRangeIsThatOfTheBand();
    void theBandHoldsWhatComesEightTimesOfTen();
    void weekdaysMoveTheDay();
    void nothingIsExpectedBelowNothing();
    void noDayLiesBeforeToday_data();
    void noDayLiesBeforeToday();
    void theYearIsCountedFromToday();
    void afterAChangeBothLevelsCount_data();
    void afterAChangeBothLevelsCount();
    void whatIsStoredNowRefutesALevelOverTheBudget_data();
    void whatIsStoredNowRefutesALevelOverTheBudget();
};

void TestForecast::aLineCrossesOnItsDay()
{
    // 14 GiB and 100 MiB a day: 20 GiB are 6144 MiB more, so day 61 is at 20 GiB less 44 MiB and day 62 above it.
    const auto forecast = forecastOf(daily(30, line), 20 * kGiB);
    QCOMPARE(print(forecast), u"crosses 2025-11-02..2025-11-02..2025-11-02"_s);
    QCOMPARE(monday().date().addDays(62), QDate(2025, 11, 2));
    QCOMPARE(forecast.bytesPerDay, 100 * kMiB);
    QCOMPARE(forecast.points, 30);
    // What is just full is not over: the day after is.
    QCOMPARE(forecastOf(daily(30, line), 14 * kGiB + 6000 * kMiB).crossesOn, QDate(2025, 9, 1).addDays(61));
}

void TestForecast::outlooks_data()
{
    QTest::addColumn<double>("perDay"); // MiB, from 14 GiB on
    QTest::addColumn<double>("budget"); // GiB; 0: none
    QTest::addColumn<QString>("printed");
    QTest::newRow("no budget") << 100.0 << 0.0 << u"no budget -..-..-"_s;
    QTest::newRow("over already") << 100.0 << 15.0 << u"over -..-..-"_s;
    QTest::newRow("over, and shrinking") << -1.0 << 13.0 << u"over -..-..-"_s;
    QTest::newRow("constant") << 0.0 << 14.1 << u"not growing -..-..-"_s;
    QTest::newRow("constant and full") << 0.0 << 14.0 << u"not growing -..-..-"_s;
    QTest::newRow("shrinking") << -10.0 << 14.1 << u"not growing -..-..-"_s;
    QTest::newRow("in years") << 1.0 << 20.0 << u"beyond -..-..-"_s;
    QTest::newRow("tomorrow") << 100.0 << 14.0 + 2950.0 / 1024 << u"crosses 2025-10-01..2025-10-01..2025-10-01"_s;
}

void TestForecast::outlooks()
{
    QFETCH(const double, perDay);
    QFETCH(const double, budget);
    const auto series = daily(30, [perDay](int day) { return 14.0 * kGiB + perDay * kMiB * day; });
    const auto bytes = budget > 0 ? std::optional<Bytes>(std::llround(budget * kGiB)) : std::nullopt;
    QTEST(print(forecastOf(series, bytes)), "printed");
}

void TestForecast::theBandWidensAndHoldsTheMiddle()
{
    const auto trend =
        storageTrend(daily(60, [noise = Noise(11)](int day) mutable { return line(day) + noise.next() * 0.3 * kGiB; }));
    Bytes before = 0;
    for (const int ahead : {1, 10, 30, 90}) {
        const auto expected = forecastDay(*trend, ahead);
        QCOMPARE(expected.day, trend->lastDay.addDays(ahead));
        QVERIFY(expected.lowest < expected.middle && expected.middle < expected.highest);
        QVERIFY(expected.highest - expected.lowest > before);
        before = expected.highest - expected.lowest;
    }
}

void TestForecast::theRangeIsThatOfTheBand()
{
    const auto trend =
        storageTrend(daily(60, [noise = Noise(12)](int day) mutable { return line(day) + noise.next() * 0.3 * kGiB; }));
    const auto forecast = forecastBudget(*trend, 23 * kGiB);
    QCOMPARE(forecast.outlook, BudgetOutlook::Crosses);
    QVERIFY(*forecast.earliest < *forecast.crossesOn && *forecast.crossesOn < *forecast.latest);
    const auto on = [&](QDate day) { return forecastDay(*trend, int(trend->lastDay.daysTo(day))); };
    QVERIFY(on(*forecast.earliest).highest > 23 * kGiB && on(forecast.earliest->addDays(-1)).highest <= 23 * kGiB);
    QVERIFY(on(*forecast.crossesOn).middle > 23 * kGiB && on(forecast.crossesOn->addDays(-1)).middle <= 23 * kGiB);
    QVERIFY(on(*forecast.latest).lowest > 23 * kGiB && on(forecast.latest->addDays(-1)).lowest <= 23 * kGiB);
}

void TestForecast::theBandHoldsWhatComesEightTimesOfTen()
{
    constexpr int kSeries = 300;
    int within = 0;
    for (unsigned seed = 0; seed < kSeries; ++seed) {
        const auto series =
            daily(90, [noise = Noise(seed)](int day) mutable { return line(day) + noise.next() * 0.3 * kGiB; });
        const auto trend = storageTrend(std::span(series).first(60));
        const auto expected = forecastDay(*trend, 30);
        const Bytes came = series.back().storedBytes;
        within += expected.lowest <= came && came <= expected.highest ? 1 : 0;
    }
    // The level rests on seven noisy days, so a little less than 80 % of single days; never far from it.
    QVERIFY2(within >= 0.70 * kSeries && within <= 0.88 * kSeries, qPrintable(QString::number(within)));
}

void TestForecast::weekdaysMoveTheDay()
{
    // At weekends there is a GiB less: what would be crossed on a Saturday is crossed on the Monday after.
    const auto bytes = [](int day) { return line(day) - (day % 7 >= 5 ? 1.0 * kGiB : 0.0); };
    const auto crossing = forecastOf(daily(60, bytes), std::llround(line(82)) - 10 * kMiB).crossesOn;
    QCOMPARE(monday().date().addDays(82).dayOfWeek(), 6);
    QCOMPARE(crossing, monday().date().addDays(84));
}

void TestForecast::nothingIsExpectedBelowNothing()
{
    const auto trend = storageTrend(daily(30, [](int day) { return 3100.0 * kMiB - 100.0 * kMiB * day; }));
    QCOMPARE(forecastDay(*trend, 60).middle, 0);
    QCOMPARE(forecastDay(*trend, 60).lowest, 0);
}

void TestForecast::noDayLiesBeforeToday_data()
{
    QTest::addColumn<double>("change"); // GiB, on the last day
    QTest::addColumn<int>("unread");    // days from the last reading to today
    QTest::addColumn<QString>("outlook");
    // Line and noise as in theRangeIsThatOfTheBand: crossed between 3 and 5 weeks after the last reading.
    QTest::newRow("today read") << 0.0 << 0 << u"crosses later later later"_s;
    QTest::newRow("unread, before the band") << 0.0 << 20 << u"crosses later later later"_s;
    QTest::newRow("within the band") << 0.0 << 32 << u"crosses today later later"_s;
    QTest::newRow("after the middle") << 0.0 << 37 << u"unread before before later"_s;
    QTest::newRow("after all") << 0.0 << 90 << u"unread before before before"_s;
    QTest::newRow("changed, within") << -6.0 << 60 << u"just changed today - later"_s;
    QTest::newRow("changed, after all") << -6.0 << 200 << u"unread before - before"_s;
}

void TestForecast::noDayLiesBeforeToday()
{
    QFETCH(const double, change);
    QFETCH(const int, unread);
    const auto trend = storageTrend(daily(60, [change, noise = Noise(12)](int day) mutable {
        return line(day) + noise.next() * 0.3 * kGiB + (day == 59 ? change * kGiB : 0.0);
    }));
    const QDate today = trend->lastDay.addDays(unread);
    const auto place = [&](const std::optional<QDate>& day) {
        if (!day)
            return u"-"_s;
        return *day == today ? u"today"_s : *day < today ? u"before"_s : u"later"_s;
    };
    const auto forecast = forecastBudget(*trend, 23 * kGiB, today);
    QTEST(print(forecast).section(QRegularExpression(u" [-\\d]"_s), 0, 0) + u' ' + place(forecast.earliest) + u' '
              + place(forecast.crossesOn) + u' ' + place(forecast.latest),
          "outlook");
}

void TestForecast::theYearIsCountedFromToday()
{
    // 20 GiB are crossed 410 days after the last reading, at 14 MiB a day.
    const auto trend = storageTrend(daily(30, [](int day) { return 14.0 * kGiB + 14.0 * kMiB * day; }));
    const QDate last = trend->lastDay;
    QCOMPARE(forecastBudget(*trend, 20 * kGiB, last).outlook, BudgetOutlook::BeyondHorizon);
    const auto later = forecastBudget(*trend, 20 * kGiB, last.addDays(60));
    QCOMPARE(later.outlook, BudgetOutlook::Crosses);
    QCOMPARE(last.daysTo(*later.crossesOn), 410);
}

void TestForecast::afterAChangeBothLevelsCount_data()
{
    QTest::addColumn<int>("readings");    // of the new level
    QTest::addColumn<double>("change");   // GiB
    QTest::addColumn<QString>("outlook"); // and the days from the last reading to earliest and latest
    // On the last day the line is at 19.76 GiB: 20 are crossed in 3 days, less 6 GiB in 64, less 2.9 GiB in 33. A jump
    // leaves as much of its budget: in 3 days from what is stored now, in 33 from what was.
    for (const int readings : {1, 2, 3}) {
        QTest::addRow("a cleanup, %d read", readings) << readings << -6.0 << u"just changed 3..64"_s;
        QTest::addRow("a small cleanup, %d read", readings) << readings << -2.9 << u"just changed 3..33"_s;
        QTest::addRow("a jump, %d read", readings) << readings << 2.9 << u"just changed 3..33"_s;
    }
    QTest::newRow("a cleanup that lasted") << 4 << -6.0 << u"crosses 64"_s;
    QTest::newRow("less than a week's growth") << 1 << -0.5 << u"crosses 3"_s;
}

void TestForecast::afterAChangeBothLevelsCount()
{
    QFETCH(const int, readings);
    QFETCH(const double, change);
    constexpr int kDays = 60;
    const auto series =
        daily(kDays, [&](int day) { return line(day) + (day >= kDays - readings ? change * kGiB : 0.0); });
    const auto forecast = forecastOf(series, std::llround((20 + std::max(change, 0.0)) * kGiB));
    const QDate last = series.back().at.date();
    const bool isDated = forecast.outlook == BudgetOutlook::Crosses;
    QCOMPARE(forecast.crossesOn.has_value(), isDated);
    QTEST(isDated ? u"crosses %1"_s.arg(last.daysTo(*forecast.crossesOn))
                  : u"just changed %1..%2"_s.arg(last.daysTo(*forecast.earliest)).arg(last.daysTo(*forecast.latest)),
          "outlook");
}

void TestForecast::whatIsStoredNowRefutesALevelOverTheBudget_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("readings"); // since the cleanup
    for (const int days : {20, 60})
        for (const int readings : {1, 2, 3})
            QTest::addRow("%d days, %d since", days, readings) << days << readings;
}

void TestForecast::whatIsStoredNowRefutesALevelOverTheBudget()
{
    // A tenth of a GiB a day up to 20.5 GiB, of which a cleanup took 6: 20 are crossed in 55 or 56 days, not tomorrow.
    QFETCH(const int, days);
    QFETCH(const int, readings);
    const auto series = daily(days, [&, noise = Noise(4)](int day) mutable {
        const double grown = (20.5 - 0.1 * (days - 1 - day)) * kGiB + noise.next() * 0.02 * kGiB;
        return grown - (day >= days - readings ? 6.0 * kGiB : 0.0);
    });
    const auto forecast = forecastOf(series, 20 * kGiB);
    QCOMPARE(forecast.outlook, BudgetOutlook::Crosses);
    const auto ahead = series.back().at.date().daysTo(*forecast.crossesOn);
    QVERIFY2(ahead >= 50 && ahead <= 62, qPrintable(QString::number(ahead)));
    QVERIFY(series.back().at.date().daysTo(*forecast.earliest) > 40);
}

SLIPWAY_TEST_SUITE(TestForecast);

} // namespace

#include "test_forecast.moc"
