#include "core/format.h"
#include "storage/breach.h"
#include "storage/series.h"
#include "support/suite.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// "0:19 1:20.5 4:19+": readings in GiB by the day they are of, with a "+" at least so much.
std::vector<StoragePoint> seriesOf(const QString& text)
{
    std::vector<StoragePoint> points;
    for (const auto& word : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto day = word.section(u':', 0, 0).toDouble();
        const bool isLeast = word.endsWith(u'+');
        const auto gib = word.section(u':', 1).remove(u'+').toDouble();
        points.push_back({monday().addSecs(std::llround(day * 86400)), std::llround(gib * double(kGiB)), isLeast});
    }
    return points;
}

/// "1(0)-4 21@2": from (after) to the end, peak and when, in days.
QString print(const std::vector<QuotaBreach>& breaches)
{
    const auto day = [](const QDateTime& time) {
        return time.isValid() ? QString::number(monday().daysTo(time)) : u"?"_s;
    };
    QStringList lines;
    for (const auto& breach : breaches)
        lines.append(
            u"%1(%2)-%3 %4@%5"_s.arg(day(breach.start), day(breach.after), breach.end ? day(*breach.end) : u"open"_s)
                .arg(double(breach.peakBytes) / double(kGiB))
                .arg(day(breach.peakAt)));
    return lines.join(u"; "_s);
}

class TestBreach final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void breaches_data()
    {
        QTest::addColumn<QString>("series");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char* name, const char* series, const char* printed) {
            QTest::newRow(name) << QString::fromLatin1(series) << QString::fromLatin1(printed);
        };
        row("nothing read", "", "");
        row("never over", "0:19 1:20 2:19.9", "");
        row("over and back", "0:19 1:20.5 2:21 3:20.5 4:19", "1(0)-4 21@2");
        row("still over", "0:19 1:20.5", "1(0)-open 20.5@1");
        row("over from the first reading on", "0:22 1:19", "0(?)-1 22@0");
        row("the first of two peaks", "0:21 1:20.5 2:21", "0(?)-open 21@0");
        row("trembling is one", "0:19 1:20.1 2:19.8 3:20.2 4:19.61 5:20.3 6:19.5", "1(0)-6 20.3@5");
        row("above 98 percent it goes on", "0:20.5 1:19.61 2:20.1", "0(?)-open 20.5@0");
        row("two", "0:19 1:20.5 2:19 3:19.9 4:20.5 5:10", "1(0)-2 20.5@1; 4(3)-5 20.5@4");
        row("not read for weeks while over", "0:19 1:20.5 40:20.6 41:19", "1(0)-41 20.6@40");
        row("not read for weeks, then over", "0:19 40:20.5", "40(0)-open 20.5@40");
        row("not read for weeks, over at both ends", "0:20.5 40:20.6", "0(?)-open 20.6@40");
        row("at least over begins one", "0:19 1:30+ 2:19", "1(0)-2 30@1");
        row("at least below ends none", "0:21 1:10+ 2:20.5", "0(?)-open 21@0");
        row("at least below tells nothing of the time before", "0:19 1:10+ 2:20.5", "2(0)-open 20.5@2");
        row("in any order", "4:19 1:20.5 0:19 2:21 3:20.5", "1(0)-4 21@2");
    }

    void breaches()
    {
        QFETCH(const QString, series);
        QTEST(print(quotaBreaches(seriesOf(series), 20 * kGiB)), "printed");
    }

    void quarters_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<int>("year");
        QTest::addColumn<int>("number");
        const auto row = [](const char* text, int year, int number) {
            QTest::newRow(text) << QDateTime::fromString(QLatin1StringView(text), Qt::ISODate) << year << number;
        };
        row("2025-01-01T00:00:00Z", 2025, 1);
        row("2025-03-31T23:59:59Z", 2025, 1);
        row("2025-04-01T00:00:00Z", 2025, 2);
        row("2025-09-30T23:00:00Z", 2025, 3);
        row("2025-12-31T23:59:59Z", 2025, 4);
        // Already the new year there, not yet in UTC.
        row("2026-01-01T00:30:00+01:00", 2025, 4);
    }

    void quarters()
    {
        QFETCH(const QDateTime, time);
        const auto quarter = quarterOf(time);
        QTEST(quarter.year, "year");
        QTEST(quarter.number, "number");
    }

    void aBreachCountsInTheQuarterItBeganIn()
    {
        // From 29 September: over until 2 October, and again in October.
        const auto breaches = quotaBreaches(seriesOf(u"27:19 28:21 31:19 40:21 41:19 42:21 43:19"_s), 20 * kGiB);
        QCOMPARE(breaches.size(), 3U);
        QCOMPARE(breachesIn(breaches, {2025, 3}), 1);
        QCOMPARE(breachesIn(breaches, {2025, 4}), 2);
        QCOMPARE(breachesIn(breaches, {2026, 1}), 0);
    }
};

SLIPWAY_TEST_SUITE(TestBreach);

} // namespace

#include "test_breach.moc"
