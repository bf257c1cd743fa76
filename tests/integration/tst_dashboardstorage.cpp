#include "app/session/connection.h"
#include "integration/watchedsession.h"

#include <QFile>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// What the session behind the window measures of storage, and what of it is kept from start to start.
class DashboardStorageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsOfTheOwnerHaveBreachesOfTheirOwn();
    void budgetsAndBillingAreKept();
    void aPersonAsksForBillingAnew();
    void anUnreadHistoryIsToldOfGrowth();
    void agesAreMeasuredAnewOnceAnHour();
};

/// Budgets of a hub and of a family, both exceeded: a hub's past is known, of a family there is the newest reading.
void DashboardStorageTest::partsOfTheOwnerHaveBreachesOfTheirOwn()
{
    const QTemporaryDir folder;
    Target target = demoTarget(u"northquay"_s, folder.path());
    target.profilePath = folder.filePath(u"team.yaml"_s);
    QFile profile(target.profilePath);
    QVERIFY(profile.open(QIODevice::WriteOnly));
    profile.write("version: 1\nowner: northquay\nbudgets:\n  - { storage: 30 }\n"
                  "  - { hub: vision_perception_hub, storage: 1 }\n  - { family: torch, storage: 1 }\n");
    profile.close();
    std::vector<QuotaIncident> before;
    for (int start = 0; start < 2; ++start) {
        WatchedSession watched;
        QSignalSpy incidents(&watched.session.storage(), &StorageDesk::incidentsKnown);
        watched.session.open(target);
        QVERIFY(QTest::qWaitFor([&] { return !incidents.isEmpty(); }, kPatience));
        const auto all = incidents.last()[0].value<std::vector<BudgetIncidents>>();
        QCOMPARE(all.size(), size_t{3});
        QVERIFY(!all[0].budget.hub && !all[0].budget.family && all[0].log.incidents.empty());
        QCOMPARE(all[1].budget.hub, u"vision_perception_hub"_s);
        QCOMPARE(all[1].log.incidents.size(), size_t{1});
        QCOMPARE(all[1].log.incidents[0].budget, Bytes{1} << 30);
        QVERIFY(all[1].log.incidents[0].breach.start < target.clock.now().addDays(-80));
        QCOMPARE(all[2].budget.family, u"torch"_s);
        QCOMPARE(all[2].log.incidents.size(), size_t{1});
        QVERIFY(!all[2].log.incidents[0].breach.end);
        QVERIFY(all[2].log.incidents[0].breach.start > target.clock.now().addDays(-2));
        // What was found stays what it is.
        if (start == 1)
            QCOMPARE(all[2].log.incidents, before);
        before = all[2].log.incidents;
        end(watched);
    }
}

/// Three starts of the program: what was told is not told again, and what GitHub said is there offline too.
void DashboardStorageTest::budgetsAndBillingAreKept()
{
    const QTemporaryDir folder;
    QDateTime readAt;
    for (int start = 0; start < 3; ++start) {
        WatchedSession watched;
        const auto& desk = watched.session.storage();
        QSignalSpy crossed(&desk, &StorageDesk::budgetCrossed);
        QSignalSpy incidents(&desk, &StorageDesk::incidentsKnown);
        QSignalSpy billing(&desk, &StorageDesk::billingKnown);
        QSignalSpy reclaimed(&desk, &StorageDesk::reclaimed);
        const QSignalSpy measured(&desk, &StorageDesk::budgetsMeasured);
        Target target = demoTarget(u"northquay"_s, folder.path());
        target.isOffline = start == 2;
        watched.session.open(target);
        QVERIFY(QTest::qWaitFor([&] { return !incidents.isEmpty() && !billing.isEmpty() && !reclaimed.isEmpty(); },
                                kPatience));
        // 18.7 of 20 GiB: of 75, 85 and 90 % the highest.
        QCOMPARE(crossed.size(), start == 0 ? 1 : 0);
        if (start == 0) {
            QCOMPARE(crossed[0][0].toString(), u"northquay"_s);
            QCOMPARE(crossed[0][1].value<BudgetCrossing>().percent, 90);
        }
        const auto logs = incidents.last()[0].value<std::vector<BudgetIncidents>>();
        QCOMPARE(logs.size(), size_t{1});
        QVERIFY(logs[0].log.readUntil.isValid());
        const auto told = billing.first()[0].value<BillingReading>();
        QVERIFY(std::holds_alternative<BillingNotPermitted>(told.billing));
        if (start == 0)
            readAt = told.readAt;
        if (start == 2)
            QCOMPARE(billing.size(), 1);
        QCOMPARE(told.readAt, readAt);
        const auto found = reclaimed.last()[0].value<Result<Reclaimable>>();
        QCOMPARE(found.value().bytes, Bytes(5'626'112'786));
        const auto uses = measured.last()[0].value<std::vector<BudgetUse>>();
        QCOMPARE(uses.size(), size_t{1});
        QCOMPARE(uses[0].storedBytes, Bytes(20'085'800'641));
        QVERIFY(!uses[0].isLeast);
        end(watched);
    }
}

/// The clock stands still: the last answer is not an hour old.
void DashboardStorageTest::aPersonAsksForBillingAnew()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    QSignalSpy billing(&watched.session.storage(), &StorageDesk::billingKnown);
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    QVERIFY(QTest::qWaitFor([&] { return billing.size() == 1; }, kPatience));
    watched.session.refresh();
    QVERIFY(QTest::qWaitFor([&] { return billing.size() == 2; }, kPatience));
    end(watched);
}

/// Whoever waits for what grew is told why nothing comes, at once and for each day chosen later.
void DashboardStorageTest::anUnreadHistoryIsToldOfGrowth()
{
    QObject reading;
    StorageDesk desk(reading, [] { return std::make_shared<int>(); });
    QSignalSpy growth(&desk, &StorageDesk::growthSince);
    desk.readGrowthSince(QDate(2025, 11, 1));
    QCOMPARE(growth.size(), 0);
    desk.setHistory(std::unexpected(Error{ErrorKind::StoreDamaged, u"store.db"_s, {}, std::nullopt}));
    desk.readGrowthSince(QDate(2025, 11, 2));
    QCOMPARE(growth.size(), 2);
    for (const auto& told : growth) {
        const auto answer = told[0].value<std::optional<Result<StorageGrowth>>>();
        QVERIFY(answer && !*answer);
        QCOMPARE(answer->error().kind, ErrorKind::StoreDamaged);
    }
}

/// Of an owner in whom nothing changes: what depends on its age is worked out again, and ages are told again with it.
void DashboardStorageTest::agesAreMeasuredAnewOnceAnHour()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    const Target target = demoTarget(u"siriusscan"_s, folder.path());
    QSignalSpy ages(&watched.session, &DashboardSession::storageMeasured);
    watched.session.open(target);
    QVERIFY(watched.ended.wait(kPatience));
    QVERIFY(QTest::qWaitFor([&] { return ages.size() == 1; }, kPatience));
    const auto inventory = watched.inventories.last()[0].value<InventoryPtr>();
    Q_EMIT watched.session.storage().aged(inventory);
    QVERIFY(QTest::qWaitFor([&] { return ages.size() == 2; }, kPatience));
    end(watched);

    const auto connection = Connection::open(target).value();
    QObject reading;
    StorageDesk desk(reading, [] { return std::make_shared<int>(); });
    QSignalSpy aged(&desk, &StorageDesk::aged);
    QSignalSpy reclaimed(&desk, &StorageDesk::reclaimed);
    desk.open(connection.get(), {});
    desk.noteUnchanged(); // nothing is there yet
    desk.measure(inventory);
    QVERIFY(QTest::qWaitFor([&] { return reclaimed.size() == 1; }, kPatience));
    const auto later = [&](std::chrono::minutes minutes) {
        // Time goes on: a target's clock stands still in a test.
        const_cast<Target&>(connection->target()).clock = Clock(target.clock.now().addDuration(minutes));
        desk.noteUnchanged();
    };
    later(std::chrono::minutes(59));
    QCOMPARE(aged.size(), 0);
    later(std::chrono::minutes(60));
    QCOMPARE(aged.size(), 1);
    QCOMPARE(aged[0][0].value<InventoryPtr>(), inventory);
    QVERIFY(QTest::qWaitFor([&] { return reclaimed.size() == 2; }, kPatience));
    later(std::chrono::minutes(90));
    QCOMPARE(aged.size(), 1);
    later(std::chrono::minutes(121));
    QCOMPARE(aged.size(), 2);
    QVERIFY(QTest::qWaitFor([&] { return reclaimed.size() == 3; }, kPatience));
}

QTEST_GUILESS_MAIN(DashboardStorageTest)
#include "tst_dashboardstorage.moc"
