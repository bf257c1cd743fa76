#include "storage/budgetincidents.h"
#include "storage/incidentlog.h"
#include "storage/series.h"
#include "storage/storagehistory.h"
#include "store/scratchstore.h"
#include "support/suite.h"

#include <QSet>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

StoragePoint point(int day, double gib, bool isLeast = false)
{
    return {monday().addDays(day), std::llround(gib * double(kGiB)), isLeast};
}

/// "3-7 of 20, 22@4": from day to day, the budget, the most and when.
QString print(const IncidentLog& log)
{
    QStringList lines;
    for (const auto& [breach, budget] : log.incidents)
        lines.append(u"%1-%2 of %3, %4@%5"_s.arg(monday().daysTo(breach.start))
                         .arg(breach.end ? QString::number(monday().daysTo(*breach.end)) : u"open"_s)
                         .arg(budget / kGiB)
                         .arg(breach.peakBytes / kGiB)
                         .arg(monday().daysTo(breach.peakAt)));
    return lines.join(u"; "_s);
}

class TestIncidentLog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What was found stays when the history no longer has the reading that found it.
    void thinningTakesNothingAway()
    {
        std::vector<StoragePoint> points{point(0, 19), point(1, 22), point(2, 21), point(3, 19)};
        IncidentLog log = withReadings({}, points, 20 * kGiB);
        QCOMPARE(print(log), u"1-3 of 20, 22@1"_s);
        QCOMPARE(log.incidents[0].breach.after, monday());
        points.erase(points.begin() + 1, points.begin() + 3);
        points.push_back(point(9, 19.5));
        log = withReadings(log, points, 20 * kGiB);
        QCOMPARE(print(log), u"1-3 of 20, 22@1"_s);
        QCOMPARE(log.readUntil, monday().addDays(9));
        QCOMPARE(quotaBreaches(points, 20 * kGiB).size(), 0U);
    }

    void anotherBudgetChangesNothingThatWas()
    {
        const std::vector<StoragePoint> first{point(0, 19), point(1, 22), point(2, 19)};
        IncidentLog log = withReadings({}, first, 20 * kGiB);
        // By 18 GiB all of it would be one breach; only what is read from now on is held against it.
        const std::vector<StoragePoint> second{point(0, 19), point(1, 22), point(2, 19), point(3, 19)};
        log = withReadings(log, second, 18 * kGiB);
        QCOMPARE(print(log), u"1-2 of 20, 22@1; 3-open of 18, 19@3"_s);
        log = withReadings(log, std::vector{point(4, 19)}, 30 * kGiB);
        QCOMPARE(print(log), u"1-2 of 20, 22@1; 3-4 of 18, 19@3"_s);
        QCOMPARE(incidentsIn(log, quarterOf(monday())).size(), 2U);
        QCOMPARE(incidentsIn(log, {1999, 1}).size(), 0U);
    }

    /// One reading at a time, or all at once: it is the same.
    void readingByReadingIsTheSame()
    {
        std::vector<StoragePoint> points;
        for (int day = 0; day < 60; ++day)
            points.push_back(point(day, 19 + 2 * std::sin(day / 3.0), day % 11 == 0));
        IncidentLog log;
        for (size_t i = 0; i < points.size(); ++i)
            log = withReadings(log, std::span(points).first(i + 1), 20 * kGiB);
        QCOMPARE(log, withReadings({}, points, 20 * kGiB));
        QVERIFY(log.incidents.size() > 2);
    }

    /// What began earlier and is open is of this quarter too; what has ended is not.
    void anOpenIncidentIsOfEveryLaterQuarter()
    {
        const std::vector<StoragePoint> points{point(0, 22), point(1, 19), point(2, 22)};
        IncidentLog log = withReadings({}, points, 20 * kGiB);
        const Quarter later = quarterOf(monday().addDays(150));
        QCOMPARE(incidentsIn(log, later).size(), 1U);
        QCOMPARE(incidentsIn(log, later)[0].breach.start, monday().addDays(2));
        QCOMPARE(incidentsIn(log, quarterOf(monday().addDays(-150))).size(), 0U);
        log = withReadings(log, std::vector{point(120, 19)}, 20 * kGiB);
        QCOMPARE(incidentsIn(log, later).size(), 0U);
    }

    /// A reading that a wrong clock dated years ahead, then those of the right one.
    void aWrongClockLosesNothingLater_data()
    {
        QTest::addColumn<double>("gib");
        QTest::addColumn<QString>("incidents");
        QTest::newRow("within the budget") << 19.0 << u"2-4 of 20, 23@3"_s;
        QTest::newRow("over it") << 22.0 << u"2-4 of 20, 23@3; 2000-2000 of 20, 22@2000"_s;
    }

    void aWrongClockLosesNothingLater()
    {
        QFETCH(const double, gib);
        std::vector<StoragePoint> points{point(0, 19), point(2000, gib)};
        IncidentLog log = withReadings({}, points, 20 * kGiB, monday().addDays(2000));
        for (const auto& later : {point(1, 19), point(2, 22), point(3, 23), point(4, 19), point(5, 19)}) {
            points.push_back(later);
            log = unpackIncidents(packIncidents(withReadings(log, points, 20 * kGiB, later.at)));
        }
        QTEST(print(log), "incidents");
        QCOMPARE(log.incidents[0].breach.after, monday().addDays(1));
        QCOMPARE(log.readUntil, monday().addDays(5));
    }

    /// A clock set back for one reading finds nothing twice.
    void aClockSetBackDoublesNothing()
    {
        std::vector<StoragePoint> points{point(0, 19), point(1, 22), point(2, 19), point(3, 19)};
        IncidentLog log = withReadings({}, points, 20 * kGiB, monday().addDays(3));
        points.push_back(point(-900, 19));
        log = withReadings(log, points, 20 * kGiB, monday().addDays(-900));
        points.push_back(point(4, 19));
        log = withReadings(log, points, 20 * kGiB, monday().addDays(4));
        QCOMPARE(print(log), u"1-2 of 20, 22@1"_s);
    }

    /// Those that had begun by then, open if they ended later.
    void thePastIsAskedForWithoutChangingIt()
    {
        IncidentLog log;
        const auto at = [](int day) { return monday().addDays(day); };
        log.incidents = {{{at(1), {}, 25 * kGiB, at(2), at(4)}, 20 * kGiB},
                         {{at(8), {}, 22 * kGiB, at(8), {}}, 20 * kGiB}};
        log.readUntil = at(9);
        QVERIFY(asOf(log, at(0)).incidents.empty());
        QCOMPARE(asOf(log, at(3)).incidents.size(), size_t{1});
        QVERIFY(!asOf(log, at(3)).incidents[0].breach.end);
        QCOMPARE(asOf(log, at(5)).incidents[0].breach.end, std::optional(at(4)));
        QVERIFY(asOf(log, at(9)) == log);
        // By the record in the store: asked for with its moment, nothing of it changes.
        ScratchStore scratch;
        const StorageBudget budget{{}, {}, 20 * kGiB, {}};
        const std::vector<BudgetReading> readings{{budget, 25 * kGiB, false}};
        const auto sample = [&at](int day, Bytes stored) {
            StorageSample made;
            made.from = made.until = at(day);
            made.stored = stored;
            return made;
        };
        const std::vector<StorageSample> samples{sample(0, kGiB), sample(8, 25 * kGiB)};
        const auto found = [&](int day) {
            const IncidentGround ground{scratchScope(), BudgetSource::Profile, {}, at(day), true};
            return keepBudgetIncidents(scratch.store(), ground, readings, samples).front().found->log.incidents;
        };
        QCOMPARE(found(9).size(), size_t{1});
        QCOMPARE(found(3).size(), size_t{0});
        QCOMPARE(found(9).size(), size_t{1});
        QVERIFY(!found(10).front().breach.end);
    }

    /// A day between two readings is none: a budget set meanwhile counts from the next reading on.
    void filledDaysBeginAndEndNothing()
    {
        std::vector<StoragePoint> points{point(0, 19), point(1, 19), point(2, 19)};
        points[1].isFilled = true;
        IncidentLog log = withReadings({}, std::span(points).first(1), 20 * kGiB);
        log = withReadings(log, std::span(points).first(2), 18 * kGiB);
        QCOMPARE(print(log), QString());
        log = withReadings(log, points, 18 * kGiB);
        QCOMPARE(print(log), u"2-open of 18, 19@2"_s);
    }

    void bytesComeBack()
    {
        const std::vector<StoragePoint> points{point(0, 22), point(1, 19), point(2, 25, true)};
        const IncidentLog log = withReadings({}, points, 20 * kGiB);
        const QByteArray bytes = packIncidents(log);
        QCOMPARE(unpackIncidents(bytes), log);
        QCOMPARE(unpackIncidents({}), IncidentLog());
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QCOMPARE(unpackIncidents(bytes.first(size)), IncidentLog());
    }

    void areKeptInTheStore()
    {
        ScratchStore scratch;
        const std::vector<StoragePoint> first{point(0, 19), point(1, 22)};
        const auto keep = [&](std::span<const StoragePoint> points, const QString& profile) {
            return keepIncidents(scratch.store(), scratchScope(), points, 20 * kGiB, BudgetSource::Profile, profile,
                                 monday().addDays(5))
                .value()
                .log;
        };
        QCOMPARE(print(keep(first, u"/a.yaml"_s)), u"1-open of 20, 22@1"_s);
        scratch.reopen();
        const std::vector<StoragePoint> second{point(5, 19)};
        QCOMPARE(print(keep(second, u"/a.yaml"_s)), u"1-5 of 20, 22@1"_s);
        scratch.reopen();
        QCOMPARE(print(keep({}, u"/a.yaml"_s)), u"1-5 of 20, 22@1"_s);
        // Another profile has a record of its own.
        QCOMPARE(print(keep(second, u"/b.yaml"_s)), QString());
    }

    /// No two budgets of a profile share a record, whatever their hubs are called.
    void everyBudgetHasARecordOfItsOwn()
    {
        const auto kindOf = [](const std::optional<QString>& hub, const std::optional<QString>& family,
                               const QString& profile = {}) {
            StorageBudget budget;
            budget.hub = hub;
            budget.family = family;
            budget.bytes = hub ? 1 : 2;
            return incidentNoteKind(budget, profile);
        };
        const QStringList kinds{
            kindOf(u"a"_s, {}),          kindOf({}, u"a"_s),          kindOf(u"a"_s, u"b"_s),
            kindOf(u"a b"_s, {}),        kindOf(u"a =b"_s, {}),       kindOf(u""_s, {}),
            kindOf({}, u""_s),           kindOf(u"-"_s, {}),          kindOf(u"a%20b"_s, {}),
            kindOf(u"a"_s, {}, u"/x"_s), kindOf(u"a"_s, {}, u"/y"_s), incidentNoteKind(BudgetSource::Profile, {})};
        QCOMPARE(QSet<QString>(kinds.begin(), kinds.end()).size(), kinds.size());
        // Another amount is the same budget.
        StorageBudget more;
        more.hub = u"a"_s;
        more.bytes = 99;
        QCOMPARE(incidentNoteKind(more, {}), kinds[0]);
    }

    /// As beside a process that writes for long: what was found is told, and found again.
    void whatCannotBeKeptIsToldAllTheSame()
    {
        ScratchStore scratch;
        const std::vector<StoragePoint> points{point(0, 19), point(1, 22)};
        const auto keep = [&] {
            return keepIncidents(scratch.store(), scratchScope(), points, 20 * kGiB, BudgetSource::Usual, {},
                                 monday().addDays(5));
        };
        scratch.execute(u"CREATE TRIGGER busy BEFORE INSERT ON notes BEGIN SELECT RAISE(FAIL, 'busy'); END"_s);
        const auto found = keep();
        QVERIFY(found && found->notKept);
        QCOMPARE(print(found->log), u"1-open of 20, 22@1"_s);
        scratch.execute(u"DROP TRIGGER busy"_s);
        const auto again = keep();
        QVERIFY(again && !again->notKept);
        QCOMPARE(again->log, found->log);
    }
};

SLIPWAY_TEST_SUITE(TestIncidentLog);

} // namespace

#include "test_incidentlog.moc"
