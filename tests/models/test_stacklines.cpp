#include "models/stacklines.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace slipway::test
{

namespace
{

const QDate kBegin(2020, 1, 1);

/// Days with peaks here and there, and gaps of one day to a month.
StorageStack randomStack(size_t days, size_t series, double gapShare, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0, 1);
    std::uniform_int_distribution<Bytes> part(0, 1000);
    std::uniform_int_distribution<int> away(1, 30);
    StorageStack stack;
    for (size_t i = 0; i < series; ++i)
        stack.series.push_back({StackKind::Hub, QString::number(i), {}});
    QDate day = kBegin;
    for (size_t i = 0; i < days; ++i) {
        StackDay row{day, 0, {}};
        for (size_t s = 0; s < series; ++s) {
            row.parts.push_back(part(random) * (share(random) < 0.01 ? 100 : 1));
            row.stored += row.parts.back();
        }
        stack.days.push_back(row);
        day = day.addDays(share(random) < gapShare ? 1 + away(random) : 1);
    }
    return stack;
}

StackColumns columnsOf(const StorageStack& stack, int count)
{
    return {kBegin, stack.days.back().day, count};
}

Bytes topOf(const StackDay& day, size_t series)
{
    Bytes sum = 0;
    for (size_t i = 0; i <= series; ++i)
        sum += day.parts[i];
    return sum;
}

/// What a column shows of an edge.
struct Seen {
    Bytes first = 0;
    Bytes lowest = 0;
    Bytes highest = 0;
    Bytes last = 0;

    friend bool operator==(const Seen&, const Seen&) = default;
};

/// Of tops in the order of their days.
Seen seenOf(const std::vector<Bytes>& tops)
{
    return {tops.front(), *std::ranges::min_element(tops), *std::ranges::max_element(tops), tops.back()};
}

} // namespace

class TestStackLines final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void columnsSpanTheDays();
    void keepsWhatAColumnShows_data();
    void keepsWhatAColumnShows();
    void leavesWideGaps();
    void joinsWhatIsNarrowerThanAColumn();
    void keepsEveryDayThatHasRoom();
    void nothingIsNothing();
};

void TestStackLines::columnsSpanTheDays()
{
    const StackColumns columns{kBegin, kBegin.addDays(100), 50};
    QCOMPARE(columns.of(kBegin), 0);
    QCOMPARE(columns.of(kBegin.addDays(1)), 0);
    QCOMPARE(columns.of(kBegin.addDays(2)), 1);
    QCOMPARE(columns.of(kBegin.addDays(100)), 49);
    QCOMPARE(columns.of(kBegin.addDays(-5)), 0);
    QCOMPARE(columns.of(kBegin.addDays(500)), 49);
}

void TestStackLines::keepsWhatAColumnShows_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("columns");
    QTest::addColumn<double>("gaps");
    QTest::newRow("as many days as columns") << 300 << 300 << 0.0;
    QTest::newRow("a few days a column") << 3000 << 700 << 0.0;
    QTest::newRow("with gaps") << 3000 << 700 << 0.05;
    QTest::newRow("hundreds of days a column") << 100'000 << 640 << 0.0;
    QTest::newRow("hundreds with gaps") << 100'000 << 640 << 0.02;
    QTest::newRow("one column") << 500 << 1 << 0.1;
}

/// In each column and of each edge, the first, the last, the lowest and the highest are those of all days in it; no
/// point is made up, and there are no more than four.
void TestStackLines::keepsWhatAColumnShows()
{
    QFETCH(const int, days);
    QFETCH(const int, columns);
    QFETCH(const double, gaps);
    for (unsigned seed = 1; seed <= 3; ++seed) {
        const auto stack = randomStack(static_cast<size_t>(days), 3, gaps, seed);
        const auto span = columnsOf(stack, columns);
        size_t next = 0;
        for (const auto& run : stackRuns(stack, span)) {
            QCOMPARE(run.first, next);
            next = run.last + 1;
            QCOMPARE(run.tops.size(), stack.series.size());
            for (size_t series = 0; series < stack.series.size(); ++series) {
                const auto& points = run.tops[series];
                QCOMPARE(points.front().row, run.first);
                QCOMPARE(points.back().row, run.last);
                size_t point = 0;
                for (size_t row = run.first; row <= run.last;) {
                    const int column = span.of(stack.days[row].day);
                    std::vector<Bytes> all;
                    for (; row <= run.last && span.of(stack.days[row].day) == column; ++row)
                        all.push_back(topOf(stack.days[row], series));
                    std::vector<Bytes> kept;
                    for (; point < points.size() && span.of(stack.days[points[point].row].day) == column; ++point) {
                        QCOMPARE(points[point].top, topOf(stack.days[points[point].row], series));
                        QVERIFY(point == 0 || points[point - 1].row < points[point].row);
                        kept.push_back(points[point].top);
                    }
                    QVERIFY(!kept.empty());
                    QVERIFY(kept.size() <= 4);
                    QVERIFY(seenOf(kept) == seenOf(all));
                }
                QCOMPARE(point, points.size());
            }
        }
        QCOMPARE(next, stack.days.size());
    }
}

void TestStackLines::leavesWideGaps()
{
    auto stack = randomStack(90, 2, 0, 1);
    stack.days.erase(stack.days.begin() + 20, stack.days.begin() + 21);
    const auto runs = stackRuns(stack, columnsOf(stack, 700));
    QCOMPARE(runs.size(), size_t{2});
    QCOMPARE(runs[0].last, size_t{19});
    QCOMPARE(runs[1].first, size_t{20});
}

/// A day without a reading among ten thousand is a twelfth of a column.
void TestStackLines::joinsWhatIsNarrowerThanAColumn()
{
    auto stack = randomStack(10'000, 2, 0, 1);
    stack.days.erase(stack.days.begin() + 5000);
    QCOMPARE(stackRuns(stack, columnsOf(stack, 800)).size(), size_t{1});
    stack.days.erase(stack.days.begin() + 5000, stack.days.begin() + 5030);
    QCOMPARE(stackRuns(stack, columnsOf(stack, 800)).size(), size_t{2});
}

void TestStackLines::keepsEveryDayThatHasRoom()
{
    const auto stack = randomStack(90, 4, 0, 7);
    const auto runs = stackRuns(stack, columnsOf(stack, 90));
    QCOMPARE(runs.size(), size_t{1});
    for (const auto& points : runs[0].tops)
        QCOMPARE(points.size(), size_t{90});
}

void TestStackLines::nothingIsNothing()
{
    QVERIFY(stackRuns({}, {kBegin, kBegin, 0}).empty());
}

SLIPWAY_TEST_SUITE(TestStackLines);

} // namespace slipway::test

#include "test_stacklines.moc"
