#include "models/growthchart.h"
#include "models/growthtable.h"
#include "support/suite.h"

#include <QLocale>
#include <QTest>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr Bytes kMiB = 1024 * 1024;
const QDate kToday(2025, 11, 21);

/// A reading a day, `days` of them up to today; hub "a" grows by a MiB each, "b, c" has 10 MiB.
std::vector<StorageSample> dailySamples(int days)
{
    std::vector<StorageSample> samples;
    for (int i = days - 1; i >= 0; --i) {
        StorageSample sample;
        sample.from = sample.until = QDateTime(kToday.addDays(-i), QTime(12, 0), QTimeZone::UTC);
        const Bytes growing = (200 - i) * kMiB;
        sample.stored = growing + 10 * kMiB;
        sample.hubs = {{u"a"_s, growing, growing}, {u"b, c"_s, 10 * kMiB, 10 * kMiB}};
        samples.push_back(sample);
    }
    return samples;
}

GrowthChart chartOf(int days, GrowthRange range)
{
    return growthChart(dailySamples(days), {300 * kMiB, {}}, kToday, range);
}

} // namespace

class TestGrowthChart final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rangesSpanTheirDays_data();
    void rangesSpanTheirDays();
    void whatIsHiddenLeavesTheStack();
    void whatIsHiddenIsTold();
    void pointsAreTold();
    void daysAreATable();
    void anEmptyRangeSaysWhy();
    void csvIsTheSameInEveryLocale();
};

void TestGrowthChart::rangesSpanTheirDays_data()
{
    QTest::addColumn<GrowthRange>("range");
    QTest::addColumn<int>("readings");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("past");
    QTest::addColumn<int>("ahead");
    QTest::newRow("week") << GrowthRange::Week << 120 << 8 << 7 << 7;
    QTest::newRow("month") << GrowthRange::Month << 120 << 31 << 30 << 30;
    QTest::newRow("quarter") << GrowthRange::Quarter << 120 << 91 << 90 << 30;
    QTest::newRow("year") << GrowthRange::Year << 120 << 120 << 365 << 121;
    QTest::newRow("all") << GrowthRange::All << 120 << 120 << 119 << 39;
    QTest::newRow("all of a day") << GrowthRange::All << 1 << 1 << 7 << 0;
}

void TestGrowthChart::rangesSpanTheirDays()
{
    QFETCH(const GrowthRange, range);
    QFETCH(const int, readings);
    const auto chart = chartOf(readings, range);
    QTEST(static_cast<int>(chart.stack.days.size()), "shown");
    QTEST(static_cast<int>(chart.first.daysTo(kToday)), "past");
    QTEST(static_cast<int>(chart.forecast.size()), "ahead");
}

void TestGrowthChart::whatIsHiddenLeavesTheStack()
{
    const auto whole = chartOf(120, GrowthRange::Quarter);
    QCOMPARE(whole.stack.series.size(), size_t{2});
    QVERIFY(whole.most() >= 300 * kMiB);
    const auto same = withoutHidden(whole, {false, false});
    QCOMPARE(same.stack.days, whole.stack.days);
    QCOMPARE(same.forecast, whole.forecast);
    const auto left = withoutHidden(whole, {true, false});
    QCOMPARE(left.stack.series.size(), size_t{1});
    QCOMPARE(left.stack.series[0].hub, u"b, c"_s);
    QCOMPARE(left.colors, std::vector<int>{whole.colors[1]});
    QCOMPARE(left.stack.days.back().stored, 210 * kMiB);
    QCOMPARE(left.stack.days.back().shown(), 10 * kMiB);
    QCOMPARE(left.most(), 10 * kMiB); // so the axis fits what is left
    QVERIFY(!left.budget);
    QVERIFY(left.forecast.empty());
    QCOMPARE(left.first, whole.first);
}

/// A part is nowhere called the whole.
void TestGrowthChart::whatIsHiddenIsTold()
{
    const auto left = withoutHidden(chartOf(120, GrowthRange::Week), {true, false});
    QCOMPARE(growthPointText(left, 7), u"21 Nov 2025: 210 MiB stored\n10.0 MiB shown, 1 of 2 hidden\nb, c: 10.0 MiB"_s);
    QCOMPARE(growthSentence(left.stack),
             u"10.0 MiB of 210 MiB on 21 Nov 2025, 0 B more than on 14 Nov 2025; 1 of 2 hidden"_s);
    const auto table = growthDayTable(left);
    QCOMPARE(table.columns[1].title, u"Stored"_s);
    QCOMPARE(table.columns[2].title, u"Shown, 1 of 2 hidden"_s);
    QCOMPARE(table.rows[0].cells[1].text, u"210 MiB"_s);
    QCOMPARE(table.rows[0].cells[2].text, u"10.0 MiB"_s);
    QCOMPARE(table.rows[0].cells.size(), table.columns.size());
    const auto lines = growthCsv(left).split('\n');
    QCOMPARE(
        lines[0],
        QByteArray("day (UTC),stored (bytes),\"shown, 1 of 2 series hidden (bytes)\",\"b, c (bytes)\",budget (bytes),"
                   "forecast (bytes),\"forecast, lowest (bytes)\",\"forecast, highest (bytes)\"\r"));
    QCOMPARE(lines[1], QByteArray("2025-11-14,212860928,10485760,10485760,,,,\r"));
    const auto legend = growthTable(left.stack);
    QCOMPARE(legend.rows.size(), size_t{3});
    QCOMPARE(legend.rows[1].cells[0].text, u"Shown, 1 of 2 hidden"_s);
    QCOMPARE(legend.rows[1].cells[1].text, u"10.0 MiB"_s);
    QCOMPARE(legend.rows[2].cells[1].text, u"210 MiB"_s);
}

void TestGrowthChart::pointsAreTold()
{
    const auto chart = chartOf(120, GrowthRange::Month);
    QCOMPARE(growthPointText(chart, 30),
             u"21 Nov 2025: 210 MiB stored\nb, c: 10.0 MiB\na: 200 MiB\nBudget 300 MiB: 70 % used"_s);
    QCOMPARE(chart.pointDay(31), kToday.addDays(1));
    const auto ahead = growthPointText(chart, 31).split(u'\n');
    QCOMPARE(ahead.constFirst(), u"22 Nov 2025: 211 MiB expected"_s);
    QCOMPARE(ahead.constLast(), u"Budget 300 MiB: 70 % used"_s);
    QCOMPARE(chart.pointTotal(), size_t{61});
}

void TestGrowthChart::daysAreATable()
{
    const auto chart = chartOf(120, GrowthRange::Week);
    const auto table = growthDayTable(chart);
    QStringList titles;
    for (const auto& column : table.columns)
        titles.append(column.title);
    QCOMPARE(titles, (QStringList{u"Day (UTC)"_s, u"Stored"_s, u"Expected"_s, u"Lowest"_s, u"Highest"_s, u"Budget"_s,
                                  u"b, c"_s, u"a"_s}));
    const auto texts = [&table](size_t row) {
        QStringList cells;
        for (const auto& cell : table.rows[row].cells)
            cells.append(cell.text);
        return cells;
    };
    // What was read, newest first.
    QCOMPARE(table.rows.size(), size_t{8 + 1 + 7});
    QCOMPARE(texts(0),
             (QStringList{u"21 Nov 2025"_s, u"210 MiB"_s, {}, {}, {}, u"300 MiB"_s, u"10.0 MiB"_s, u"200 MiB"_s}));
    QCOMPARE(table.rows[0].cells[7].exact, QString::number(200 * kMiB));
    QCOMPARE(texts(7).constFirst(), u"14 Nov 2025"_s);
    // Then what is to come, the next day first.
    QVERIFY(table.rows[8].isHeading);
    QCOMPARE(texts(8).constFirst(), u"Forecast"_s);
    QVERIFY(table.rows[8].cells[0].tip.contains(u"8 of 10"_s));
    QCOMPARE(texts(9).first(3), (QStringList{u"22 Nov 2025"_s, u"–"_s, u"211 MiB"_s}));
    const auto& last = table.rows[15].cells;
    QCOMPARE(last[0].text, u"28 Nov 2025"_s);
    QCOMPARE(last[2].text, u"217 MiB"_s);
    QCOMPARE(last[3].exact, QString::number(chart.forecast.back().lowest));
    QCOMPARE(last[4].exact, QString::number(chart.forecast.back().highest));
    QCOMPARE(last[5].text, u"300 MiB"_s);
    QCOMPARE(last[6].text, u"–"_s);
    for (const auto& row : table.rows)
        QCOMPARE(row.cells.size(), table.columns.size());
}

/// Why there is nothing to draw, and when there will be.
void TestGrowthChart::anEmptyRangeSaysWhy()
{
    QCOMPARE(chartOf(120, GrowthRange::Week).lack, QString());
    QCOMPARE(growthChart({}, {}, kToday, GrowthRange::Week).lack,
             u"Nothing was read yet. The chart begins with the first reading: refresh."_s);
    StorageSample sample;
    sample.from = sample.until = QDateTime(kToday.addDays(-60), QTime(8, 0), QTimeZone::UTC);
    sample.stored = kMiB;
    sample.hubs = {{u"a"_s, kMiB, kMiB}};
    QCOMPARE(growthChart({sample}, {}, kToday, GrowthRange::Month).lack,
             u"No whole reading since 22 Oct 2025; the newest is of 22 Sep 2025. Choose a longer range, or refresh."_s);
    QCOMPARE(growthChart({sample}, {}, kToday, GrowthRange::Quarter).lack, QString());
    sample.isComplete = false;
    QCOMPARE(growthChart({sample}, {}, kToday, GrowthRange::Quarter).lack,
             u"No reading was whole yet. The chart begins with the first one that is: refresh."_s);
}

void TestGrowthChart::csvIsTheSameInEveryLocale()
{
    const auto chart = chartOf(120, GrowthRange::Week);
    const QByteArray text = growthCsv(chart);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    const QByteArray german = growthCsv(chart);
    QLocale::setDefault(before);
    QCOMPARE(german, text);
    const auto lines = text.split('\n');
    QCOMPARE(lines[0], QByteArray("day (UTC),stored (bytes),a (bytes),\"b, c (bytes)\",budget (bytes),forecast (bytes),"
                                  "\"forecast, lowest (bytes)\",\"forecast, highest (bytes)\"\r"));
    QCOMPARE(lines[1], QByteArray("2025-11-14,212860928,202375168,10485760,314572800,,,\r"));
    QCOMPARE(lines.size(), 1 + 8 + 7 + 1);
    QVERIFY(lines[9].startsWith("2025-11-22,,,,314572800,"));
    QVERIFY(text.endsWith("\r\n"));
}

SLIPWAY_TEST_SUITE(TestGrowthChart);

} // namespace slipway::test

#include "test_growthchart.moc"
