#include "scratchstore.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kKind = u"weight-1"_s;

/// What was worked out of the snapshots that are kept.
class TestFindings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKeptWithTheirSnapshot()
    {
        ScratchStore scratch;
        saveAt(scratch, fixtureTime().addDays(-20));
        saveAt(scratch, fixtureTime().addDays(-20).addSecs(60));
        saveAt(scratch, fixtureTime().addDays(-20).addSecs(120));
        auto& store = scratch.store();
        for (const qint64 snapshot : {2, 1, 3})
            QVERIFY(store.saveFinding({snapshot, QByteArray::number(snapshot)}, kKind, "r"));
        QVERIFY(store.saveFinding({99, "of nothing"}, kKind, "r"));
        scratch.reopen();
        QVERIFY((found(scratch, kKind, "r") == std::vector<SnapshotFinding>{{1, "1"}, {2, "2"}, {3, "3"}}));
        QVERIFY(scratch.store().thinHistory(scratchScope(), fixtureTime()));
        QVERIFY((found(scratch, kKind, "r") == std::vector<SnapshotFinding>{{3, "3"}}));
        QCOMPARE(scratch.count(u"SELECT count(*) FROM findings"_s), 1);
    }

    /// Several profiles are looked at in turn, and none measures anew because of another.
    void thoseByTheNewestRulesStay()
    {
        ScratchStore scratch;
        saveAt(scratch, fixtureTime());
        QVERIFY(scratch.store().saveFinding({1, "other"}, u"count-1"_s, "r1"));
        for (const QByteArray& rules : QByteArrayList{"r1", "r2", "r3", "r4"})
            QVERIFY(scratch.store().saveFinding({1, rules}, kKind, rules));
        QVERIFY(scratch.store().saveFinding({1, "again"}, kKind, "r1"));
        QVERIFY(scratch.store().saveFinding({1, "r5"}, kKind, "r5"));
        QVERIFY((found(scratch, kKind, "r1") == std::vector<SnapshotFinding>{{1, "again"}}));
        QVERIFY(found(scratch, kKind, "r2").empty());
        for (const QByteArray& rules : QByteArrayList{"r3", "r4", "r5"})
            QVERIFY((found(scratch, kKind, rules) == std::vector<SnapshotFinding>{{1, rules}}));
        QVERIFY((found(scratch, u"count-1"_s, "r1") == std::vector<SnapshotFinding>{{1, "other"}}));
    }

    void ofAnotherOwnerAreNotGiven()
    {
        ScratchStore scratch;
        saveAt(scratch, fixtureTime());
        QVERIFY(scratch.store().saveFinding({1, "one"}, kKind, "r"));
        auto other = scratchScope();
        other.owner.login = u"somebody-else"_s;
        QVERIFY(scratch.store().findings(other, kKind, "r").value().empty());
    }

    void theHistorySaysWhenASnapshotWasFoundTrue()
    {
        ScratchStore scratch;
        saveAt(scratch, fixtureTime());
        QCOMPARE(scratch.store().history(scratchScope()).value()[0].checkedAt, fixtureTime());
        QVERIFY(scratch.noteUnchanged(fixtureTime().addDays(3)));
        QCOMPARE(scratch.store().history(scratchScope()).value()[0].checkedAt, fixtureTime().addDays(3));
        QCOMPARE(scratch.store().history(scratchScope()).value()[0].fetchedAt, fixtureTime());
    }

    /// Two processes begin with an empty store: the second leaves what the first has kept, for it may be measured.
    void aHistoryThatIsThereStays()
    {
        ScratchStore scratch;
        const std::vector readings{Fixture::parse(u"package p\n b image tags=t"_s).build()};
        const auto isEmpty = [](std::span<const HistoryEntry> history) { return history.empty(); };
        QCOMPARE(scratch.store().saveLackingHistory(scratchScope(), readings, isEmpty).value(), true);
        const auto kept = scratch.store().history(scratchScope()).value();
        QCOMPARE(scratch.store().saveLackingHistory(scratchScope(), readings, isEmpty).value(), false);
        QVERIFY(scratch.store().history(scratchScope()).value() == kept);
    }

    /// All of a history at once: what was there goes, and where it is stopped nothing has changed.
    void aHistoryIsKeptWholeOrNotAtAll()
    {
        ScratchStore scratch;
        saveAt(scratch, fixtureTime());
        QVERIFY(scratch.store().saveFinding({1, "old"}, kKind, "r"));
        std::vector<SnapshotPtr> readings;
        for (int day = -3; day <= 0; ++day) {
            auto reading = *Fixture::parse(u"package p\n b image tags=t%1"_s.arg(day)).build();
            reading.fetchedAt = fixtureTime().addDays(day);
            readings.push_back(std::make_shared<const Snapshot>(std::move(reading)));
        }
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!scratch.store().saveHistory(scratchScope(), readings, stop.get_token()));
        QCOMPARE(scratch.store().history(scratchScope()).value().size(), 1U);
        QCOMPARE(found(scratch, kKind, "r").size(), 1U);
        QVERIFY(scratch.store().saveHistory(scratchScope(), readings));
        const auto history = scratch.store().history(scratchScope()).value();
        QCOMPARE(history.size(), 4U);
        QCOMPARE(history.front().fetchedAt, fixtureTime().addDays(-3));
        QCOMPARE(scratch.latest()->fetchedAt, fixtureTime());
        QCOMPARE(scratch.count(u"SELECT count(*) FROM findings"_s), 0);
        QCOMPARE(scratch.count(u"SELECT count(*) FROM packages WHERE until IS NULL"_s), 1);
    }

private:
    static void saveAt(ScratchStore& scratch, const QDateTime& time)
    {
        auto snapshot = *Fixture::parse(u"package p\n a image"_s).build();
        snapshot.fetchedAt = time;
        QVERIFY(scratch.store().saveSnapshot(scratchScope(), snapshot));
    }
    static std::vector<SnapshotFinding> found(ScratchStore& scratch, const QString& kind, const QByteArray& rules)
    {
        return scratch.store().findings(scratchScope(), kind, rules).value();
    }
};

SLIPWAY_TEST_SUITE(TestFindings);

} // namespace

#include "test_findings.moc"
