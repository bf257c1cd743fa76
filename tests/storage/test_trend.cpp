#include "storage/series.h"
#include "storage/trend.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

bool isNear(double value, double expected, double tolerance)
{
    return std::abs(value - expected) <= tolerance;
}

class TestTrend final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExactLineIsFound();
    void tooLittle_data();
    void tooLittle();
    void orderAndRepetitionChangeNothing();
    void severalReadingsOfADayAreOnePoint();
    void gapsAreNotFilled();
    void zonesAndChangesOfClocksChangeNothing();
    void whatSaysTheLeastIsLeftOut();
    void aSpikeAndACleanupDoNotTurnTheSlope();
    void theLevelFollowsACleanupThatLasted();
    void filledDaysAreNoReadings();
    void weekdaysAreOfReadings();
    void theLevelIsOfTheLastTwoWeeks();
    void theSlopeLiesInItsIntervalEightTimesOfTen();
    void neighbouringDaysThatAreAlikeWidenTheInterval();
    void weekdaysAreSeenWhereTheyAre();
    void noiseMakesNoWeekdays();
    void aSpikeMakesNoWeekday();
    void daysOfHalfAYearAgoAreLeftOut();
    void constantsAndDecreasingSeries();
};

void TestTrend::anExactLineIsFound()
{
    const auto trend = storageTrend(daily(30, line));
    QVERIFY(trend.has_value());
    QVERIFY(isNear(trend->bytesPerDay, 100.0 * kMiB, 1));
    QVERIFY(isNear(trend->leastPerDay, 100.0 * kMiB, 1));
    QVERIFY(isNear(trend->mostPerDay, 100.0 * kMiB, 1));
    QVERIFY(isNear(trend->level, line(29), 1));
    QVERIFY(isNear(trend->scatterAbove - trend->scatterBelow, 0, 1));
    QCOMPARE(trend->lastBytes, std::llround(line(29)));
    QCOMPARE(trend->lastDay, QDate(2025, 9, 30));
    QCOMPARE(trend->points, 30);
    QVERIFY(!trend->hasWeekdays);
}

void TestTrend::tooLittle_data()
{
    QTest::addColumn<QList<double>>("days"); // of the readings, from the first
    QTest::addColumn<qsizetype>("points");   // there are; -1: enough
    QTest::addColumn<qint64>("over");
    QTest::newRow("nothing") << QList<double>{} << qsizetype(0) << qint64(0);
    QTest::newRow("one") << QList<double>{0} << qsizetype(1) << qint64(0);
    QTest::newRow("seven points over seven days") << QList<double>{0, 1, 2, 3, 4, 5, 7} << qsizetype(7) << qint64(7);
    QTest::newRow("seven days") << QList<double>{0, 1, 2, 3, 4, 5, 6} << qsizetype(7) << qint64(6);
    QTest::newRow("eight readings in six days") << QList<double>{0, 1, 2, 3, 4, 5, 5.1, 6} << qsizetype(7) << qint64(6);
    QTest::newRow("a hundred readings of two days")
        << QList<double>(50, 0.0) + QList<double>(50, 20.0) << qsizetype(2) << qint64(20);
    QTest::newRow("eight days, the fewest") << QList<double>{0, 1, 2, 3, 4, 5, 6, 7} << qsizetype(-1) << qint64(0);
    QTest::newRow("eight of a month") << QList<double>{0, 3, 6, 9, 14, 20, 25, 30} << qsizetype(-1) << qint64(0);
}

void TestTrend::tooLittle()
{
    QFETCH(const QList<double>, days);
    QFETCH(const qsizetype, points);
    QFETCH(const qint64, over);
    std::vector<StoragePoint> series;
    qint64 millisecond = 0; // no two readings are of one moment
    for (const double day : days)
        series.push_back({monday().addSecs(std::llround(day * 86400)).addMSecs(++millisecond), kGiB});
    const auto trend = storageTrend(series);
    QCOMPARE(trend.has_value(), points < 0);
    if (!trend)
        QCOMPARE(trend.error(), (TooLittleHistory{points, over, 8, 7}));
}

void TestTrend::orderAndRepetitionChangeNothing()
{
    auto series = daily(20, [noise = Noise(3)](int day) mutable { return line(day) + noise.next() * kMiB; });
    const auto before = storageTrend(series);
    // What is told twice for one moment counts once, and the last word does.
    series.insert(series.begin(), {series[5].at, 900 * kGiB});
    series.push_back(series[7]);
    series.push_back({QDateTime(), 900 * kGiB});
    std::ranges::rotate(series, series.begin() + 9);
    std::ranges::stable_partition(series, [](const StoragePoint& point) { return point.storedBytes > 100 * kGiB; });
    const auto after = storageTrend(series);
    QVERIFY(before && after);
    QCOMPARE(after->bytesPerDay, before->bytesPerDay);
    QCOMPARE(after->mostPerDay, before->mostPerDay);
    QCOMPARE(after->points, 20);
    QCOMPARE(inOrder(series).size(), 20U);
}

void TestTrend::severalReadingsOfADayAreOnePoint()
{
    std::vector<StoragePoint> series;
    const auto at = [](int hour) { return monday().addSecs(hour * 3600LL); };
    for (const auto& [hour, bytes] : {std::pair(-1, 10), std::pair(0, 12), std::pair(1, 90), std::pair(13, 20)})
        series.push_back({at(hour), Bytes(bytes)});
    const std::vector<StorageDay> expected{{QDate(2025, 9, 1), 12}, {QDate(2025, 9, 2), 20}};
    QVERIFY(dailyMedians(series) == expected);
    series.push_back({at(2), 13});
    QCOMPARE(dailyMedians(series).front().storedBytes, 13); // 12 and 13: half a byte is rounded up
}

void TestTrend::gapsAreNotFilled()
{
    auto series = daily(60, line);
    series.erase(series.begin() + 10, series.begin() + 45);
    const auto trend = storageTrend(series);
    QVERIFY(trend.has_value());
    QVERIFY(isNear(trend->bytesPerDay, 100.0 * kMiB, 1));
    QCOMPARE(trend->points, 25);
}

void TestTrend::zonesAndChangesOfClocksChangeNothing()
{
    // Summer time ends in Berlin on 26 October.
    const auto utc = daily(90, [noise = Noise(8)](int day) mutable { return line(day) + noise.next() * kMiB; });
    auto berlin = utc;
    for (auto& point : berlin)
        point.at = point.at.toTimeZone(QTimeZone("Europe/Berlin"));
    auto auckland = utc;
    for (auto& point : auckland)
        point.at = point.at.toTimeZone(QTimeZone("Pacific/Auckland"));
    QVERIFY(berlin.back().at.offsetFromUtc() != berlin.front().at.offsetFromUtc());
    QVERIFY(dailyMedians(berlin) == dailyMedians(utc));
    QVERIFY(dailyMedians(auckland) == dailyMedians(utc));
    QCOMPARE(storageTrend(auckland)->lastDay, storageTrend(utc)->lastDay);
}

void TestTrend::whatSaysTheLeastIsLeftOut()
{
    auto series = daily(30, line);
    for (const int day : {4, 12, 29})
        series[static_cast<size_t>(day)].isLeast = true;
    for (const int day : {4, 12, 29})
        series[static_cast<size_t>(day)].storedBytes = kGiB;
    const auto trend = storageTrend(series);
    QCOMPARE(trend->points, 27);
    QCOMPARE(trend->lastDay, monday().date().addDays(28));
    QCOMPARE(trend->lastBytes, std::llround(line(28)));
    QVERIFY(isNear(trend->bytesPerDay, 100.0 * kMiB, 1));
}

void TestTrend::aSpikeAndACleanupDoNotTurnTheSlope()
{
    const auto trend = storageTrend(daily(60, [](int day) {
        if (day == 20 || day == 21)
            return line(day) + 40.0 * kGiB;               // pushed by mistake
        return line(day) - (day > 50 ? 3.0 * kGiB : 0.0); // a cleanup
    }));
    QVERIFY(trend.has_value());
    QVERIFY(isNear(trend->bytesPerDay, 100.0 * kMiB, 5.0 * kMiB));
}

void TestTrend::theLevelFollowsACleanupThatLasted()
{
    const auto cleaned = storageTrend(daily(60, [](int day) { return line(day) - (day > 50 ? 3.0 * kGiB : 0.0); }));
    QVERIFY(isNear(cleaned->level, line(59) - 3.0 * kGiB, 0.1 * kGiB));
    const auto spike = storageTrend(daily(60, [](int day) { return line(day) + (day == 59 ? 3.0 * kGiB : 0.0); }));
    QVERIFY(isNear(spike->level, line(59), 0.1 * kGiB));
}

void TestTrend::filledDaysAreNoReadings()
{
    auto series = daily(10, [](int) { return 5.0 * kGiB; });
    for (int day = 1; day < 9; ++day)
        series[static_cast<size_t>(day)].isFilled = true;
    const auto trend = storageTrend(series);
    QVERIFY(!trend.has_value());
    QCOMPARE(trend.error(), (TooLittleHistory{2, 9, 8, 7}));
    // They stand in the line, but make it no surer.
    const auto noisy = daily(60, [noise = Noise(6)](int day) mutable { return line(day) + noise.next() * kGiB; });
    auto filled = noisy;
    for (size_t day = 10; day < 50; ++day)
        filled[day].isFilled = true;
    QCOMPARE(storageTrend(filled)->points, 20);
    QCOMPARE(storageTrend(filled)->bytesPerDay, storageTrend(noisy)->bytesPerDay);
    QVERIFY(storageTrend(filled)->mostPerDay > storageTrend(noisy)->mostPerDay);
    QVERIFY(storageTrend(filled)->leastPerDay < storageTrend(noisy)->leastPerDay);
}

void TestTrend::weekdaysAreOfReadings()
{
    auto series = daily(42, [](int day) { return line(day) - (day % 7 >= 5 ? 0.7 * kGiB : 0.0); });
    QVERIFY(storageTrend(series)->hasWeekdays);
    for (const size_t day : {3U, 10U, 17U})
        series[day].isFilled = true; // three Thursdays of six are left
    QVERIFY(!storageTrend(series)->hasWeekdays);
}

void TestTrend::theLevelIsOfTheLastTwoWeeks()
{
    // A cleanup between two weekly readings: of seven such the old level would be the middle for a month.
    std::vector<StoragePoint> series;
    for (int week = 0; week < 30; ++week)
        series.push_back(
            {monday().addDays(7LL * week), std::llround(line(7 * week) - (week >= 28 ? 6.0 * kGiB : 0.0))});
    const auto trend = storageTrend(series);
    QVERIFY(isNear(trend->level, line(7 * 29) - 6.0 * kGiB, 0.1 * kGiB));
    QVERIFY(!trend->hasJustChanged);
}

void TestTrend::theSlopeLiesInItsIntervalEightTimesOfTen()
{
    constexpr int kSeries = 400;
    int within = 0;
    for (unsigned seed = 0; seed < kSeries; ++seed) {
        const auto trend = storageTrend(
            daily(50, [noise = Noise(seed)](int day) mutable { return line(day) + noise.next() * 0.5 * kGiB; }));
        if (trend->leastPerDay <= 100.0 * kMiB && trend->mostPerDay >= 100.0 * kMiB)
            ++within;
    }
    // 80 % of 400 are 320; three standard errors are 24.
    QVERIFY2(within >= 296 && within <= 344, qPrintable(QString::number(within)));
}

void TestTrend::neighbouringDaysThatAreAlikeWidenTheInterval()
{
    constexpr int kSeries = 200;
    int within = 0;
    for (unsigned seed = 0; seed < kSeries; ++seed) {
        double carried = 0;
        const auto trend = storageTrend(daily(120, [&carried, noise = Noise(seed)](int day) mutable {
            carried = 0.6 * carried + noise.next() * 0.3 * kGiB;
            return line(day) + carried;
        }));
        if (trend->leastPerDay <= 100.0 * kMiB && trend->mostPerDay >= 100.0 * kMiB)
            ++within;
    }
    // Without the correction these are about 50 %.
    QVERIFY2(within >= 0.70 * kSeries, qPrintable(QString::number(within)));
}

void TestTrend::weekdaysAreSeenWhereTheyAre()
{
    // At weekends a cleanup takes half a GiB that builds bring back.
    const auto bytes = [noise = Noise(5)](int day) mutable {
        return line(day) + noise.next() * 0.05 * kGiB - (day % 7 >= 5 ? 0.7 * kGiB : 0.0);
    };
    const auto trend = storageTrend(daily(70, bytes));
    QVERIFY(trend->hasWeekdays);
    QVERIFY(isNear(trend->weekdayOf(QDate(2025, 9, 1)), 0.2 * kGiB, 0.05 * kGiB));
    QVERIFY(isNear(trend->weekdayOf(QDate(2025, 9, 6)), -0.5 * kGiB, 0.05 * kGiB));
    QVERIFY(isNear(trend->bytesPerDay, 100.0 * kMiB, 2.0 * kMiB));
    // Without it, a weekday's share would be scatter.
    QVERIFY(trend->scatterAbove < 0.1 * kGiB);
    // Three weeks are too few to say so.
    QVERIFY(!storageTrend(daily(21, bytes))->hasWeekdays);
}

void TestTrend::noiseMakesNoWeekdays()
{
    int seen = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
        const auto trend = storageTrend(
            daily(70, [noise = Noise(1000 + seed)](int day) mutable { return line(day) + noise.next() * 0.2 * kGiB; }));
        seen += trend->hasWeekdays ? 1 : 0;
    }
    QVERIFY2(seen <= 8, qPrintable(QString::number(seen))); // 2 are expected
}

void TestTrend::aSpikeMakesNoWeekday()
{
    const auto trend = storageTrend(daily(70, [noise = Noise(77)](int day) mutable {
        return line(day) + noise.next() * 0.05 * kGiB + (day == 33 ? 30.0 * kGiB : 0.0);
    }));
    QVERIFY(!trend->hasWeekdays);
}

void TestTrend::daysOfHalfAYearAgoAreLeftOut()
{
    // Thirteen readings a day for two years: nothing moved until half a year ago.
    constexpr int kDays = 730;
    std::vector<StoragePoint> series;
    for (int day = 0; day < kDays; ++day)
        for (int hour = 0; hour < 14; ++hour) {
            const int grown = std::max(0, day - (kDays - int(kTrendWindowDays)));
            series.push_back({monday().addDays(day).addSecs((hour - 11) * 3600LL), std::llround(line(grown))});
        }
    QVERIFY(series.size() > 10'000);
    const auto trend = storageTrend(series);
    QCOMPARE(trend->points, kTrendWindowDays);
    QVERIFY(isNear(trend->bytesPerDay, 100.0 * kMiB, 1));
}

void TestTrend::constantsAndDecreasingSeries()
{
    const auto constant = storageTrend(daily(40, [](int) { return 5.0 * kGiB; }));
    QCOMPARE(constant->bytesPerDay, 0.0);
    QCOMPARE(constant->level, 5.0 * kGiB);
    QVERIFY(!constant->hasWeekdays);
    const auto shrinking = storageTrend(daily(40, [](int day) { return line(-day); }));
    QVERIFY(isNear(shrinking->bytesPerDay, -100.0 * kMiB, 1));
}

SLIPWAY_TEST_SUITE(TestTrend);

} // namespace

#include "test_trend.moc"
