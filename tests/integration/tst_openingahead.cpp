#include "integration/watchedsession.h"
#include "store/store.h"
#include "support/fixture.h"
#include "support/waiting.h"

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

Target keptTarget(const QString& folder, const QString& owner = u"harbour"_s)
{
    Target target;
    target.owner = owner;
    target.token = u"ghp_test"_s;
    target.dataFolder = folder;
    target.isOffline = true;
    target.clock = Clock(fixtureTime());
    return target;
}

/// The owner has one package, of its own name.
void keep(const Target& target)
{
    const auto store = Store::open(target.storePath());
    QVERIFY(store);
    const auto snapshot = Fixture::parse(u"package %1\n v1 image tags=latest layers=a:1"_s.arg(target.owner)).build();
    QVERIFY((*store)->saveSnapshot({target.apiHost(), {target.owner, 7, OwnerKind::Organization}}, *snapshot));
}

/// The mark of who has the store open.
bool isStoreOpen(const Target& target)
{
    return QFile::exists(target.storePath() + u".open"_s);
}

} // namespace

/// What is probably opened first is begun with before anybody asks.
class OpeningAheadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsToldBeforeItIsWanted()
    {
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keep(target);
        WatchedSession watched(target);
        QVERIFY(eventually([&] { return isStoreOpen(target); }));
        QVERIFY(!watched.session.isIdle());
        QCOMPARE(watched.opened.size(), 0);
        QCOMPARE(watched.inventories.size(), 0);
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(watched.opened.size(), 1);
        QCOMPARE(watched.inventories.size(), 1);
        QCOMPARE(watched.lastSnapshot()->packages.at(0).name.value, target.owner);
        QVERIFY(!watched.lastError());
        end(watched);
    }

    /// As if there had been no other.
    void anotherIsOpened_data()
    {
        QTest::addColumn<bool>("isBegun");
        QTest::newRow("at once") << false;
        QTest::newRow("once the first has the store open") << true;
    }

    void anotherIsOpened()
    {
        QFETCH(const bool, isBegun);
        QTemporaryDir folder;
        const Target first = keptTarget(folder.path());
        const Target other = keptTarget(folder.path(), u"other"_s);
        keep(first);
        keep(other);
        WatchedSession watched(first);
        if (isBegun)
            QVERIFY(eventually([&] { return isStoreOpen(first); }));
        watched.session.open(other);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(watched.opened.size(), 1);
        QCOMPARE(watched.opened.at(0).at(0).value<Target>().owner, other.owner);
        QCOMPARE(watched.inventories.size(), 1);
        QCOMPARE(watched.lastSnapshot()->packages.at(0).name.value, other.owner);
        QCOMPARE(watched.ended.size(), 1);
        end(watched);
    }

    void anotherTokenIsAnotherTarget()
    {
        QTemporaryDir folder;
        const Target first = keptTarget(folder.path());
        keep(first);
        Target other = first;
        other.token = u"ghp_other"_s;
        WatchedSession watched(first);
        watched.session.open(other);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(watched.opened.size(), 1);
        QCOMPARE(watched.opened.at(0).at(0).value<Target>().token, other.token);
        end(watched);
    }

    void whatFailsIsToldOnce()
    {
        QTemporaryDir folder;
        Target target = keptTarget(folder.path());
        target.profilePath = folder.filePath(u"missing.yaml"_s);
        WatchedSession watched(target);
        watched.session.open(target);
        QVERIFY(watched.openFailed.wait(kPatience));
        QCOMPARE(watched.openFailed.size(), 1);
        QCOMPARE(watched.opened.size(), 0);
        QVERIFY(eventually([&] { return watched.session.isIdle(); }));
        end(watched);
    }

    /// The token is still being asked for, or was not there: nothing ever wanted it.
    void endsUnwanted()
    {
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keep(target);
        WatchedSession watched(target);
        end(watched);
        QCOMPARE(watched.opened.size(), 0);
        QCOMPARE(watched.inventories.size(), 0);
        watched.session.open(target);
        QVERIFY(watched.session.isIdle());
    }

    void closingGivesItUp()
    {
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keep(target);
        WatchedSession watched(target);
        watched.session.close();
        QVERIFY(eventually([&] { return watched.session.isIdle(); }));
        QCOMPARE(watched.opened.size(), 0);
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(watched.inventories.size(), 1);
        end(watched);
    }

    /// Its account is looked up first: with what it is opened is not known yet.
    void whatIsNotCompleteIsNotBegun()
    {
        QTemporaryDir folder;
        Target target = keptTarget(folder.path());
        target.token.clear();
        WatchedSession watched(target);
        QVERIFY(watched.session.isIdle());
        QVERIFY(!isStoreOpen(target));
    }
};

QTEST_GUILESS_MAIN(OpeningAheadTest)
#include "tst_openingahead.moc"
