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

    void otherRulesTakeTheirPlace()
    {
        ScratchStore scratch;
        saveAt(scratch, fixtureTime());
        QVERIFY(scratch.store().saveFinding({1, "old"}, kKind, "r1"));
        QVERIFY(scratch.store().saveFinding({1, "other"}, u"count-1"_s, "r1"));
        QVERIFY(scratch.store().saveFinding({1, "new"}, kKind, "r2"));
        QVERIFY(found(scratch, kKind, "r1").empty());
        QVERIFY((found(scratch, kKind, "r2") == std::vector<SnapshotFinding>{{1, "new"}}));
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
        QVERIFY(scratch.store().noteChecked(scratchScope(), fixtureTime().addDays(3)));
        QCOMPARE(scratch.store().history(scratchScope()).value()[0].checkedAt, fixtureTime().addDays(3));
        QCOMPARE(scratch.store().history(scratchScope()).value()[0].fetchedAt, fixtureTime());
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
