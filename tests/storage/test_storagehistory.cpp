#include "storage/measurestorage.h"
#include "storage/storagehistory.h"
#include "store/scratchstore.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

ClassificationRules oneHub(const QString& hub)
{
    ClassificationRule rule;
    rule.name = Glob::parse(u"*"_s).value();
    rule.hub = hub;
    return {{rule}};
}

/// What an owner stored at each snapshot of its history.
class TestStorageHistory final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSnapshotIsMeasuredOnce()
    {
        ScratchStore scratch;
        save(scratch, u"package p\n a image layers=l:100 config=c:5"_s, 0);
        save(scratch, u"package p\n a image layers=l:100 config=c:5\n b image layers=l:100,m:20 config=d:7"_s, 1);
        std::vector<QPair<int, int>> told;
        const auto tell = [&](std::size_t done, std::size_t total) { told.emplace_back(int(done), int(total)); };
        auto samples = storageHistory(scratch.store(), scratchScope(), oneHub(u"h"_s), {}, tell).value();
        QCOMPARE(samples.size(), 2U);
        QCOMPARE(samples[0].stored, 105);
        QCOMPARE(samples[1].stored, 132);
        QCOMPARE(samples[1].logical, 232);
        QCOMPARE(samples[1].shared, 100);
        QCOMPARE(samples[1].versions, 2);
        QVERIFY((samples[1].hubs == std::vector<HubSample>{{u"h"_s, 132, 132}}));
        QVERIFY((told == std::vector<QPair<int, int>>{{1, 2}, {2, 2}}));
        told.clear();
        scratch.reopen();
        save(scratch, u"package p\n b image layers=l:100,m:20 config=d:7"_s, 2);
        const auto again = storageHistory(scratch.store(), scratchScope(), oneHub(u"h"_s), {}, tell).value();
        QVERIFY((told == std::vector<QPair<int, int>>{{1, 1}}));
        QVERIFY(std::ranges::equal(samples, std::span(again).first(2)));
        QCOMPARE(again[2].stored, 127);
        QCOMPARE(again[2].from, dayAt(2));
        QCOMPARE(again[2].until, dayAt(2));
    }

    void otherRulesMeasureAnew()
    {
        ScratchStore scratch;
        save(scratch, u"package p\n a image layers=l:100"_s, 0);
        QCOMPARE(storageHistory(scratch.store(), scratchScope(), oneHub(u"h"_s)).value()[0].hubs[0].name, u"h"_s);
        QCOMPARE(storageHistory(scratch.store(), scratchScope(), oneHub(u"k"_s)).value()[0].hubs[0].name, u"k"_s);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM findings"_s), 2);
    }

    void damagedFindingIsMeasuredAgain()
    {
        ScratchStore scratch;
        save(scratch, u"package p\n a image layers=l:100"_s, 0);
        const auto right = storageHistory(scratch.store(), scratchScope(), {}).value();
        QStringList damages{u"x''"_s, u"x'ff'"_s, u"x'a0'"_s};
        for (int length = 1; length < 60; ++length)
            damages.append(u"substr(bytes, 1, %1)"_s.arg(length));
        for (const auto& bytes : std::as_const(damages)) {
            scratch.execute(u"UPDATE findings SET bytes="_s + bytes);
            QVERIFY(storageHistory(scratch.store(), scratchScope(), {}).value() == right);
        }
    }

    void whatIsNotWholeSaysTheLeast_data()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<bool>("isComplete");
        QTest::newRow("whole") << u"package p\n a image layers=l:100"_s << true;
        QTest::newRow("a manifest is not in the registry") << u"package p\n a image layers=l:100\n b missing"_s << true;
        QTest::newRow("a manifest is none") << u"package p\n a image layers=l:100\n b invalid"_s << true;
        QTest::newRow("a package is not") << u"package p partial\n a image layers=l:100"_s << false;
        QTest::newRow("a manifest is not known") << u"package p\n a image layers=l:100\n b never"_s << false;
        QTest::newRow("a size is not") << u"package p\n a image layers=l:?"_s << false;
    }

    void whatIsNotWholeSaysTheLeast()
    {
        QFETCH(const QString, fixture);
        QFETCH(const bool, isComplete);
        ScratchStore scratch;
        save(scratch, fixture, 0);
        const auto samples = storageHistory(scratch.store(), scratchScope(), {}).value();
        QCOMPARE(samples.at(0).isComplete, isComplete);
        const auto points = storagePoints(samples);
        QCOMPARE(points.size(), 1U);
        QCOMPARE(points.front().isLeast, !isComplete);
        QCOMPARE(dailyMedians(points).size(), isComplete ? 1U : 0U);
    }

    void whatCouldNotBeGotMayHoldSomething()
    {
        const auto snapshot = Fixture::parse(u"package p\n a image layers=l:100\n b unreadable"_s).build();
        const auto report = measureStorage(*snapshot, classify(*snapshot, {}), fixtureTime());
        QVERIFY(!sampleOf(report, *snapshot).isComplete);
    }

    /// Its packages are known whole; those on the page are not known at all.
    void aMissingPageOfTheListSaysTheLeast()
    {
        ScratchStore scratch;
        SnapshotBuilder builder(scratchScope().owner, fixtureTime());
        builder.markListPartial();
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), *std::move(builder).build()));
        scratch.reopen();
        QVERIFY(
            !scratch.store().latestSnapshot(scratchScope().apiHost, scratchScope().owner.login).value()->isListWhole);
        QVERIFY(!scratch.store().history(scratchScope()).value().at(0).isListWhole);
        QVERIFY(!storageHistory(scratch.store(), scratchScope(), {}).value().at(0).isComplete);
        // Measured by a version that did not look at it.
        scratch.execute(u"UPDATE snapshots SET list_complete=1"_s);
        QVERIFY(!storageHistory(scratch.store(), scratchScope(), {}).value().at(0).isComplete);
        scratch.execute(u"DELETE FROM findings"_s);
        scratch.execute(u"DELETE FROM head_parts"_s);
        QVERIFY(storageHistory(scratch.store(), scratchScope(), {}).value().at(0).isComplete);
        scratch.execute(u"UPDATE snapshots SET list_complete=0"_s);
        QVERIFY(!storageHistory(scratch.store(), scratchScope(), {}).value().at(0).isComplete);
    }

    void aProblemNoSizeDependsOnSpoilsNothing()
    {
        Snapshot snapshot = *Fixture::parse(u"package p\n a image layers=l:100"_s).build();
        snapshot.complete = false;
        snapshot.problems.push_back(failure(ErrorKind::Network, u"a config"_s).error());
        const auto report = measureStorage(snapshot, classify(snapshot, {}), fixtureTime());
        QVERIFY(sampleOf(report, snapshot).isComplete);
    }

    void whatIsUnchangedIsSoEveryDay()
    {
        ScratchStore scratch;
        save(scratch, u"package p\n a image layers=l:100"_s, 0);
        QVERIFY(scratch.noteUnchanged(dayAt(3)));
        save(scratch, u"package p\n b image layers=l:100,m:1"_s, 5);
        const auto points = storagePoints(storageHistory(scratch.store(), scratchScope(), {}).value());
        const QTime noon(12, 0);
        const QDate day = dayAt(0).date();
        QVERIFY((points
                 == std::vector<StoragePoint>{{dayAt(0), 100},
                                              {QDateTime(day.addDays(1), noon, QTimeZone::UTC), 100, false, true},
                                              {QDateTime(day.addDays(2), noon, QTimeZone::UTC), 100, false, true},
                                              {dayAt(3), 100},
                                              {dayAt(5), 101}}));
    }

    void hubsHavePointsOfTheirOwn()
    {
        StorageSample both;
        both.from = both.until = dayAt(0);
        both.stored = 100;
        both.hubs = {{u"one"_s, 60, 50}, {u"two"_s, 50, 40}};
        StorageSample one = both;
        one.from = one.until = dayAt(1);
        one.isComplete = false;
        one.hubs.pop_back();
        const std::vector samples{both, one};
        QVERIFY((hubPoints(samples, u"two"_s) == std::vector<StoragePoint>{{dayAt(0), 50}, {dayAt(1), 0, true}}));
        QVERIFY((hubPoints(samples, u"one"_s) == std::vector<StoragePoint>{{dayAt(0), 60}, {dayAt(1), 60, true}}));
    }

    void stopsAndGoesOnWhereItWas()
    {
        ScratchStore scratch;
        for (int day = 0; day < 4; ++day)
            save(scratch, u"package p\n a image layers=l%1:%1"_s.arg(day + 1), day);
        std::stop_source stop;
        const auto stopped =
            storageHistory(scratch.store(), scratchScope(), {}, stop.get_token(), [&](std::size_t done, std::size_t) {
                if (done == 2)
                    stop.request_stop();
            });
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM findings"_s), 2);
        QCOMPARE(storageHistory(scratch.store(), scratchScope(), {}).value().size(), 4U);
    }

    void differentRulesHaveDifferentDigests()
    {
        ClassificationRule hub;
        hub.hub = u"x"_s;
        ClassificationRule family;
        family.family = u"x"_s;
        QSet<QByteArray> digests;
        for (const auto& rules :
             {ClassificationRules{}, ClassificationRules{{hub}}, ClassificationRules{{family}},
              ClassificationRules{{hub, family}}, ClassificationRules{{family, hub}}, oneHub(u"x"_s)})
            digests.insert(rulesDigest(rules));
        QCOMPARE(digests.size(), 6);
        QCOMPARE(rulesDigest(oneHub(u"x"_s)), rulesDigest(oneHub(u"x"_s)));
    }

private:
    static QDateTime dayAt(int day) { return fixtureTime().addDays(day); }
    static void save(ScratchStore& scratch, const QString& text, int day)
    {
        const auto fixture = Fixture::parse(text);
        QVERIFY(scratch.save(fixture));
        // The documents are there; the snapshot of that day takes the place of the one just saved.
        scratch.execute(u"UPDATE snapshots SET fetched_ms=%1 WHERE id=(SELECT max(id) FROM snapshots)"_s.arg(
            dayAt(day).toMSecsSinceEpoch()));
    }
};

SLIPWAY_TEST_SUITE(TestStorageHistory);

} // namespace

#include "test_storagehistory.moc"
