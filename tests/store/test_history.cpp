#include "scratchstore.h"
#include "store/history.h"
#include "support/printsnapshot.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

QDateTime time(const QString& text)
{
    return QDateTime::fromString(text + u'Z', u"yyyy-MM-dd hh:mmt"_s).toUTC();
}

class TestHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snapshotsToKeep_data()
    {
        QTest::addColumn<QStringList>("kept"); // of all, in order; now is Sunday 2026-11-22 12:00
        QTest::addColumn<QStringList>("gone");
        const auto row = [](const char* name, const QStringList& kept, const QStringList& gone) {
            QTest::newRow(name) << kept << gone;
        };
        row("none", {}, {});
        row("one, long ago", {u"2020-01-01 00:00"_s}, {});
        row("all of seven days", {u"2026-11-15 12:00"_s, u"2026-11-15 12:01"_s, u"2026-11-22 11:59"_s}, {});
        row("last of a day before", {u"2026-11-14 23:59"_s, u"2026-11-22 11:00"_s}, {u"2026-11-14 00:00"_s});
        row("a day that is half within", {u"2026-11-15 12:00"_s}, {u"2026-11-15 11:59"_s});
        row("daily for a year", {u"2025-11-22 12:00"_s, u"2025-11-23 01:00"_s, u"2025-11-24 01:00"_s}, {});
        row("weekly before", {u"2025-11-16 23:59"_s, u"2025-11-21 12:00"_s, u"2026-11-22 00:00"_s},
            {u"2025-11-10 00:00"_s, u"2025-11-15 10:00"_s, u"2025-11-20 12:00"_s});
        row("weeks across the year's end", {u"2025-01-05 12:00"_s, u"2025-01-06 00:00"_s},
            {u"2024-12-30 00:00"_s, u"2025-01-01 00:00"_s});
        row("of a clock that ran ahead", {u"2026-11-22 13:00"_s, u"2027-01-01 00:00"_s}, {});
    }

    void snapshotsToKeep()
    {
        QFETCH(const QStringList, kept);
        QFETCH(const QStringList, gone);
        QStringList all = kept + gone;
        all.sort();
        std::vector<QDateTime> times;
        for (const QString& text : all)
            times.push_back(time(text));
        QStringList actual;
        for (const size_t index : slipway::snapshotsToKeep(times, time(u"2026-11-22 12:00"_s)))
            actual.append(all[qsizetype(index)]);
        QCOMPARE(actual, kept);
    }

    /// Thinned every day or once at the end: what is left is the same.
    void thinningOftenIsThinningOnce()
    {
        std::vector<QDateTime> often;
        std::vector<QDateTime> once;
        QDateTime now = time(u"2024-01-01 00:30"_s);
        for (int hour = 0; hour < 800 * 24; hour += 5, now = now.addSecs(5 * 3600)) {
            often.push_back(now);
            once.push_back(now);
            if (hour % 24 == 0)
                often = kept(often, now);
        }
        QVERIFY(kept(often, now) == kept(once, now));
        QVERIFY(kept(once, now).size() < 500);
    }

    void rowsThatNobodyHoldsGo()
    {
        ScratchStore scratch;
        const QDateTime now = fixtureTime();
        // The tag moves at each snapshot: rows 1 and 2 live in one snapshot each, then four weeks of peace.
        const QStringList texts{u"package p\n a image tags=x days=9\n z image days=9"_s,
                                u"package p\n a image tags=y days=9\n z image days=9\npackage q\n c image days=9"_s,
                                u"package p\n a image tags=z days=9\n z image days=9"_s};
        const QList<qint64> ages{30 * 24 + 5, 30 * 24 + 4, 30 * 24 + 3}; // hours: all on one day
        for (int i = 0; i < 3; ++i) {
            auto snapshot = *Fixture::parse(texts[i]).build();
            snapshot.fetchedAt = now.addSecs(-ages[i] * 3600);
            QVERIFY(scratch.store().saveSnapshot(scratchScope(), snapshot));
        }
        QCOMPARE(scratch.store().history(scratchScope()).value().size(), 3U);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions"_s), 5);
        QVERIFY(scratch.store().thinHistory(scratchScope(), now));
        const auto left = scratch.store().history(scratchScope()).value();
        QVERIFY(
            (left == std::vector{HistoryEntry{3, now.addSecs(-ages[2] * 3600), now.addSecs(-ages[2] * 3600), true}}));
        QCOMPARE(scratch.count(u"SELECT count(*) FROM versions"_s), 2);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM packages"_s), 1);
        QCOMPARE(scratch.latest()->versions.size(), 2U);
    }

    void anOldSnapshotComesBack()
    {
        ScratchStore scratch;
        const auto first = Fixture::parse(u"package p\n a image tags=x days=9 layers=l:5\n z index days=8 children=a\n"
                                          "package q partial\n gone missing"_s);
        const auto second =
            Fixture::parse(u"package p\n a image days=9 layers=l:5\n z index tags=x days=8 children=a"_s);
        const auto third = Fixture::parse(u"package p\n z index tags=y days=8 children=a"_s);
        for (const auto* fixture : {&first, &second, &third})
            QVERIFY(scratch.save(*fixture));
        const auto history = scratch.store().history(scratchScope()).value();
        QCOMPARE(history.size(), 3U);
        QVERIFY(!history[0].complete && history[1].complete);
        const auto printed = [&](size_t place) {
            return printSnapshot(**scratch.store().snapshotAt(history[place].id), first);
        };
        QCOMPARE(printed(0), printSnapshot(*first.build(), first));
        QCOMPARE(printed(1), printSnapshot(*second.build(), first));
        QVERIFY(!*scratch.store().snapshotAt(99));
    }

    void savingThinsOnceADay()
    {
        ScratchStore scratch;
        auto snapshot = *Fixture::parse(u"package p\n a image"_s).build();
        const auto saveAt = [&](const QDateTime& time) {
            snapshot.fetchedAt = time;
            QVERIFY(scratch.store().saveSnapshot(scratchScope(), snapshot));
        };
        const QDateTime then = fixtureTime();
        saveAt(then.addSecs(-3600));
        saveAt(then.addSecs(-1800));
        saveAt(then);
        saveAt(then.addDays(10)); // the first two of that day go
        QCOMPARE(scratch.store().history(scratchScope()).value().size(), 2U);
        saveAt(then.addDays(10).addSecs(60));
        QCOMPARE(scratch.store().history(scratchScope()).value().size(), 3U);
        const qint64 thinned = scratch.count(u"SELECT thinned_ms FROM scopes"_s);
        QCOMPARE(thinned, then.addDays(10).toMSecsSinceEpoch());
    }

private:
    static std::vector<QDateTime> kept(const std::vector<QDateTime>& times, const QDateTime& now)
    {
        std::vector<QDateTime> result;
        for (const size_t index : slipway::snapshotsToKeep(times, now))
            result.push_back(times[index]);
        return result;
    }
};

SLIPWAY_TEST_SUITE(TestHistory);

} // namespace

#include "test_history.moc"
