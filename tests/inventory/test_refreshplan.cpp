#include "domain/snapshotbuilder.h"
#include "inventory/refreshplan.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kMonday = QDateTime::fromString(u"2025-11-17T08:00:00Z"_s, Qt::ISODate);
const QDateTime kSunday = kMonday.addDays(-1);

ListedPackage package(const QString& name, int versions = 3, const QDateTime& updatedAt = kSunday)
{
    ListedPackage listed;
    listed.name = {name};
    listed.id = 1;
    listed.versionCount = versions;
    listed.createdAt = kSunday.addDays(-30);
    listed.updatedAt = updatedAt;
    return listed;
}

PackageCheck settled(const QString& name, const QDateTime& fullCheckAt = kMonday)
{
    return {{name}, fullCheckAt, kSunday, 0};
}

SnapshotPtr snapshotOf(const std::vector<ListedPackage>& packages, Completeness completeness = Completeness::Whole)
{
    SnapshotBuilder builder({u"acme"_s, 7, OwnerKind::Organization}, kSunday);
    for (const auto& listed : packages)
        builder.addPackage(listed, {}, completeness);
    return std::move(builder).build();
}

QString word(PackageReading reading)
{
    switch (reading) {
    case PackageReading::Keep:
        return u"keep"_s;
    case PackageReading::Manifests:
        return u"manifests"_s;
    case PackageReading::Newest:
        return u"newest"_s;
    case PackageReading::Whole:
        return u"whole"_s;
    }
    return {};
}

QStringList linesOf(const RefreshPlan& plan)
{
    QStringList lines;
    for (const auto& planned : plan.packages)
        lines.append(planned.listed.name.value + u' ' + word(planned.reading));
    QStringList gone;
    for (const auto& name : plan.gone)
        gone.append(name.value + u" gone"_s);
    gone.sort();
    return lines + gone;
}

RefreshGrounds quiet(const QStringList& names)
{
    RefreshGrounds grounds;
    for (const auto& name : names) {
        grounds.rows.push_back(package(name));
        grounds.checks.insert({name}, settled(name));
    }
    grounds.previous = snapshotOf(grounds.rows);
    grounds.now = kMonday.addSecs(60);
    grounds.checkBudget = 10;
    return grounds;
}

class TestRefreshPlan final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingChanged() { QCOMPARE(linesOf(planRefresh(quiet({u"a"_s, u"b"_s}))), QStringList()); }

    void firstReading()
    {
        auto grounds = quiet({u"a"_s});
        grounds.previous = nullptr;
        grounds.checks.clear();
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a whole"_s});
    }

    void changedRows_data()
    {
        QTest::addColumn<ListedPackage>("row");
        QTest::newRow("time") << package(u"a"_s, 3, kSunday.addSecs(1));
        QTest::newRow("an earlier time") << package(u"a"_s, 3, kSunday.addDays(-9));
        QTest::newRow("no time") << package(u"a"_s, 3, QDateTime());
        QTest::newRow("count") << package(u"a"_s, 4);
        auto visible = package(u"a"_s);
        visible.visibility = Visibility::Public;
        QTest::newRow("visibility") << visible;
    }

    void changedRows()
    {
        QFETCH(ListedPackage, row);
        auto grounds = quiet({u"a"_s, u"b"_s});
        grounds.rows[0] = row;
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a newest"_s});
    }

    void newAndGone()
    {
        auto grounds = quiet({u"a"_s, u"b"_s});
        grounds.rows[1].name = {u"c"_s};
        QCOMPARE(linesOf(planRefresh(grounds)), (QStringList{u"c whole"_s, u"b gone"_s}));
        // A page of the list is missing: nobody is gone because of that.
        grounds.isListWhole = false;
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"c whole"_s});
    }

    void whatWasNotReadWholeIsReadAgain()
    {
        auto grounds = quiet({u"a"_s});
        grounds.previous = snapshotOf(grounds.rows, Completeness::Partial);
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a whole"_s});
        grounds = quiet({u"a"_s});
        grounds.checks.clear();
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a whole"_s});
    }

    void unsettledIsReadAgain()
    {
        auto grounds = quiet({u"a"_s});
        grounds.checks[{u"a"_s}].settledUpdatedAt = {};
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a newest"_s});
    }

    void manifestsThatMayBeAskedForAgain()
    {
        auto grounds = quiet({u"a"_s, u"b"_s});
        grounds.askable = {{u"b"_s}};
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"b manifests"_s});
    }

    void everythingOnDemand()
    {
        auto grounds = quiet({u"a"_s, u"b"_s});
        grounds.readsAll = true;
        QCOMPARE(linesOf(planRefresh(grounds)), (QStringList{u"a whole"_s, u"b whole"_s}));
    }

    void fullChecksWithinTheBudget()
    {
        auto grounds = quiet({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        grounds.checks[{u"a"_s}].fullCheckAt = kMonday.addDays(-2);
        grounds.checks[{u"b"_s}].fullCheckAt = kMonday.addDays(-9);
        grounds.checks[{u"c"_s}].fullCheckAt = {};
        grounds.checkBudget = 2;
        QCOMPARE(linesOf(planRefresh(grounds)), (QStringList{u"b whole"_s, u"c whole"_s}));
        grounds.checkBudget = 0;
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList());
        grounds.checkBudget = 100;
        QCOMPARE(linesOf(planRefresh(grounds)), (QStringList{u"a whole"_s, u"b whole"_s, u"c whole"_s}));
        // Contested ones, and never before them all.
        grounds.checks[{u"a"_s}].fullCheckAt = kMonday.addYears(-100);
        grounds.checks[{u"b"_s}].fullCheckAt = kMonday.addYears(-100).addSecs(-60);
        grounds.checkBudget = 2;
        QCOMPARE(linesOf(planRefresh(grounds)), (QStringList{u"b whole"_s, u"c whole"_s}));
    }

    void oneLargePackageIsNeverTooLarge()
    {
        auto grounds = quiet({u"a"_s});
        grounds.rows = {package(u"a"_s, 1'000'000)};
        grounds.previous = snapshotOf(grounds.rows);
        grounds.checks[{u"a"_s}].fullCheckAt = kMonday.addDays(-2);
        grounds.checkBudget = 1;
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a whole"_s});
    }

    void aClockThatWasWrong()
    {
        auto grounds = quiet({u"a"_s});
        grounds.checks[{u"a"_s}].fullCheckAt = kMonday.addYears(3);
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a whole"_s});
        // Our own clock says nothing about rows: with another one the same are left alone.
        grounds = quiet({u"a"_s});
        grounds.now = kMonday.addSecs(3600);
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList());
    }

    void repeatedRowsCountOnce()
    {
        auto grounds = quiet({u"a"_s});
        grounds.rows = {package(u"a"_s, 4), package(u"a"_s, 4)};
        QCOMPARE(linesOf(planRefresh(grounds)), QStringList{u"a newest"_s});
    }

    void whatWasUnusableIsBelievedForAWhile_data()
    {
        QTest::addColumn<int>("tries");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("once") << 1 << qint64{30};
        QTest::newRow("twice") << 2 << qint64{120};
        QTest::newRow("five times") << 5 << qint64{30 * 256};
        QTest::newRow("seven times") << 7 << qint64{86'400};
        QTest::newRow("very often") << 1'000'000 << qint64{86'400};
    }

    void whatWasUnusableIsBelievedForAWhile()
    {
        QFETCH(int, tries);
        QFETCH(qint64, seconds);
        UnusableManifest manifest;
        manifest.checkedAt = kMonday;
        manifest.tries = tries;
        QVERIFY(isBelieved(manifest, kMonday));
        QVERIFY(isBelieved(manifest, kMonday.addSecs(seconds - 1)));
        QVERIFY(!isBelieved(manifest, kMonday.addSecs(seconds)));
        // Our clock was wrong then, or is now.
        QVERIFY(!isBelieved(manifest, kMonday.addSecs(-1)));
    }

    void settles_data()
    {
        QTest::addColumn<ListReading>("reading");
        QTest::addColumn<bool>("isSettled");
        QTest::newRow("first") << ListReading{PackageReading::Whole, 3, true, true, true} << true;
        QTest::newRow("changed and complete") << ListReading{PackageReading::Newest, 3, true, false, true} << true;
        QTest::newRow("fewer rows than counted") << ListReading{PackageReading::Whole, 2, true, false, true} << false;
        QTest::newRow("more rows than counted") << ListReading{PackageReading::Whole, 4, true, true, true} << false;
        QTest::newRow("the row moved and no version did")
            << ListReading{PackageReading::Whole, 3, false, false, true} << false;
        QTest::newRow("changed in the second it was read")
            << ListReading{PackageReading::Newest, 3, true, false, true, true} << false;
        QTest::newRow("a full check that found nothing")
            << ListReading{PackageReading::Whole, 3, false, false, false} << true;
    }

    void settles()
    {
        QFETCH(ListReading, reading);
        QFETCH(bool, isSettled);
        const auto listed = package(u"a"_s, 3, kMonday);
        const auto check = checkAfter({}, listed, reading, kMonday);
        QCOMPARE(check.settledUpdatedAt == kMonday, isSettled);
        QCOMPARE(check.fullCheckAt.isValid(), reading.reading == PackageReading::Whole);
        QCOMPARE(check.package.value, u"a"_s);
    }

    void isFreshWithinTheServersSeconds()
    {
        const auto listed = package(u"a"_s, 3, kMonday);
        QVERIFY(isFresh(listed, kMonday));
        QVERIFY(isFresh(listed, kMonday.addSecs(1)));
        QVERIFY(!isFresh(listed, kMonday.addSecs(2)));
        // Its clock was set back: looked at again, until isBelievedAfterAWhile().
        QVERIFY(isFresh(listed, kMonday.addDays(-1)));
        QVERIFY(!isFresh(listed, {}));
        QVERIFY(!isFresh(package(u"a"_s, 3, QDateTime()), kMonday));
    }

    void isBelievedAfterAWhile()
    {
        const auto listed = package(u"a"_s, 3, kMonday);
        const ListReading behind{PackageReading::Whole, 2, true, false, true};
        PackageCheck check;
        for (int i = 1; i < kMostUnsettledTries; ++i) {
            check = checkAfter(check, listed, behind, kMonday);
            QVERIFY(!check.settledUpdatedAt.isValid());
        }
        check = checkAfter(check, listed, behind, kMonday);
        QCOMPARE(check.settledUpdatedAt, kMonday);
        QCOMPARE(check.unsettledTries, 0);
    }
};

SLIPWAY_TEST_SUITE(TestRefreshPlan);

} // namespace

#include "test_refreshplan.moc"
