#include "integration/watchedsession.h"
#include "storage/forecast.h"
#include "storage/storagehistory.h"

#include <QElapsedTimer>

#include <chrono>
#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// The three months before a demo organisation's present.
class DemoPastTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsForThreeMonths();
    void isMadeForAFolderFromBefore();
    void isMadeForAClockOfAnotherTime();
    void isKeptWholeOrNotAtAll();
    void nothingGrewSinceBefore();
};

/// A folder that was used with --now, or a year ago: what was read then tells nothing of the present's pace.
void DemoPastTest::isMadeForAClockOfAnotherTime()
{
    const QTemporaryDir folder;
    Target target = demoTarget(u"northquay"_s, folder.path());
    const Clock present = target.clock;
    for (const auto& clock : {Clock(present.now().addYears(-1)), present, present}) {
        target.clock = clock;
        WatchedSession watched;
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QVERIFY(!watched.lastError());
        const StoreScope scope{target.apiHost(), watched.lastSnapshot()->owner};
        end(watched);
        const auto store = Store::open(target.storePath()).value();
        const auto trend = storageTrend(storagePoints(storageHistory(*store, scope, {}).value()));
        QVERIFY(trend);
        QCOMPARE(trend->points, 93);
        QCOMPARE(trend->lastDay, clock.now().toUTC().date());
    }
}

/// Of a day before the first reading nothing is told, least of all that nothing grew.
void DemoPastTest::nothingGrewSinceBefore()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    QSignalSpy told(&watched.session.storage(), &StorageDesk::growthSince);
    const auto last = [&told] {
        const auto growth =
            told.isEmpty() ? std::nullopt : told.last()[0].value<std::optional<Result<StorageGrowth>>>();
        return growth && *growth ? **growth : StorageGrowth();
    };
    watched.session.storage().readGrowthSince(QDate(2025, 8, 20));
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    QVERIFY(QTest::qWaitFor([&] { return last().begunAt.isValid(); }, kPatience));
    QCOMPARE(last().begunAt.toUTC().date(), QDate(2025, 8, 21));
    QVERIFY(!last().since.isValid());
    watched.session.storage().readGrowthSince(QDate(2025, 8, 21));
    QVERIFY(QTest::qWaitFor([&] { return last().since.isValid(); }, kPatience));
    QCOMPARE(last().since.toUTC().date(), QDate(2025, 8, 21));
    QVERIFY(!last().begunAt.isValid());
    end(watched);
}

/// An earlier version kept a demo without a past.
void DemoPastTest::isMadeForAFolderFromBefore()
{
    const QTemporaryDir folder;
    const Target target = demoTarget(u"northquay"_s, folder.path());
    for (int run = 0; run < 2; ++run) {
        WatchedSession watched;
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QVERIFY(!watched.lastError());
        const StoreScope scope{target.apiHost(), watched.lastSnapshot()->owner};
        QCOMPARE(watched.lastSnapshot()->versions.size(), 547U);
        end(watched);
        const auto store = Store::open(target.storePath()).value();
        const auto newest = store->latestSnapshot(target.apiHost(), u"northquay"_s).value();
        QCOMPARE(newest->versions.size(), 547U);
        QVERIFY(store->history(scope).value().size() > 90);
        if (run == 0)
            QVERIFY(store->saveHistory(scope, std::array{newest}));
    }
}

/// Stopped at any moment while it is kept, nothing of it is: else a reading that nobody took would be the newest.
void DemoPastTest::isKeptWholeOrNotAtAll()
{
    const QTemporaryDir folder;
    const Target target = demoTarget(u"northquay"_s, folder.path());
    StoreScope scope{target.apiHost(), {}};
    std::vector<SnapshotPtr> readings;
    {
        WatchedSession watched;
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        scope.owner = watched.lastSnapshot()->owner;
        end(watched);
        const auto store = Store::open(target.storePath()).value();
        const auto entries = store->history(scope).value();
        for (const auto& entry : entries)
            readings.push_back(store->snapshotAt(entry.id).value());
    }
    QVERIFY(readings.size() > 90);
    QElapsedTimer timer;
    int rolledBack = 0;
    int kept = 0;
    std::chrono::nanoseconds whole(0);
    // The first is not stopped: what it takes is what the others are stopped within.
    constexpr int kTries = 200;
    for (int i = 0; i < kTries && (rolledBack < 5 || kept < 2); ++i) {
        const QTemporaryDir other;
        const auto store = Store::open(other.filePath(u"slipway.db"_s)).value();
        std::stop_source stop;
        const bool isToStop = i > 0;
        std::jthread stopper([&, wait = whole * (i % 11) / 10] {
            if (!isToStop)
                return;
            std::this_thread::sleep_for(wait);
            stop.request_stop();
        });
        timer.start();
        const auto saved = store->saveHistory(scope, readings, stop.get_token());
        if (i == 0)
            whole = timer.durationElapsed();
        stopper.join();
        const auto history = store->history(scope).value();
        if (saved) {
            ++kept;
            QCOMPARE(history.size(), readings.size());
            continue;
        }
        QCOMPARE(int(saved.error().kind), int(ErrorKind::Cancelled));
        rolledBack += i % 11 > 0;
        QVERIFY(history.empty());
        QVERIFY(!store->latestSnapshot(scope.apiHost, scope.owner.login).value());
    }
    QVERIFY(kept > 0);
    QVERIFY(rolledBack > 0);
}

/// Daily readings, with the manifests of what is gone since: as much is stored at each as the demo's state tells
/// (resources/demo/README.md), and a forecast can tell when the budget is crossed.
void DemoPastTest::growsForThreeMonths()
{
    const QTemporaryDir folder;
    const Target target = demoTarget(u"northquay"_s, folder.path());
    WatchedSession watched;
    watched.session.open(target);
    QVERIFY(watched.ended.wait(kPatience));
    const auto owner = watched.lastSnapshot()->owner;
    end(watched);
    const auto store = Store::open(target.storePath()).value();
    const auto samples = storageHistory(*store, {target.apiHost(), owner}, {}).value();
    for (const auto& sample : samples)
        QVERIFY(sample.isComplete);
    const auto points = storagePoints(samples);
    const auto days = dailyMedians(points);
    QCOMPARE(days.size(), 93U);
    for (size_t i = 1; i < days.size(); ++i)
        QCOMPARE(days[i - 1].day.daysTo(days[i].day), 1);
    // Of today there are two readings: the one an hour ago, and the one that the demo is about.
    const auto gib = [&](int daysAgo) {
        const Bytes bytes =
            daysAgo == 0 ? points.back().storedBytes : days[days.size() - 1 - static_cast<size_t>(daysAgo)].storedBytes;
        return QString::number(static_cast<double>(bytes) / (1LL << 30), 'f', 1);
    };
    QCOMPARE((QStringList{gib(90), gib(75), gib(60), gib(45), gib(30), gib(15), gib(0)}),
             (QStringList{u"13.8"_s, u"14.6"_s, u"15.4"_s, u"16.5"_s, u"17.3"_s, u"17.9"_s, u"18.7"_s}));
    const auto forecast = forecastBudget(storageTrend(points).value(), 20LL << 30);
    QCOMPARE(forecast.outlook, BudgetOutlook::Crosses);
    QCOMPARE(forecast.earliest, QDate(2025, 12, 13));
    QCOMPARE(forecast.crossesOn, QDate(2025, 12, 17));
    QCOMPARE(forecast.latest, QDate(2025, 12, 21));
}

QTEST_GUILESS_MAIN(DemoPastTest)
#include "tst_demopast.moc"
