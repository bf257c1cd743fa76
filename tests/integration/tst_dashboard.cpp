#include "integration/watchedsession.h"
#include "store/database.h"

#include <QFileInfo>
#include <QMetaMethod>
#include <QProcess>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Makes everything but the first page of a store's file nonsense, as a failing disk would, while it is open. Done by
/// another program: closing the file in this one would drop SQLite's locks.
void damage(const QString& path)
{
    const auto other = Database::open(path).value();
    // Nothing in the log or in a cache hides the file.
    QVERIFY(other->run("PRAGMA wal_checkpoint(TRUNCATE)"));
    QVERIFY(other->run("UPDATE scopes SET thinned_ms=NULL"));
    const qint64 pages = QFileInfo(path).size() / 4096;
    QVERIFY(pages > 10);
    QCOMPARE(QProcess::execute(u"dd"_s, {u"if=/dev/zero"_s, u"of="_s + path, u"bs=4096"_s, u"seek=1"_s,
                                         u"count=%1"_s.arg(pages - 1), u"conv=notrunc"_s, u"status=none"_s}),
             0);
}

} // namespace

/// The session behind the window, on the embedded demo: what it tells, and that it ends cleanly at any moment.
class DashboardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDemo();
    void showsWhatIsKnownFirst();
    void readsDocuments();
    void readsTheHistoryOfTheDemo();
    void switchesOwnerWhileReading();
    void stopsAtAnyMoment_data();
    void stopsAtAnyMoment();
    void tellsWhyATargetCannotBeOpened();
    void damagedStoreIsSetAsideOnceAndReadAnew();
    void damagedStoreInUseElsewhereIsTold();
    void damagedStoreIsSetAsideOffline();
    void readsSoonWhileSomethingRuns();
    void opensNothingOnceItIsToEnd();
};

void DashboardTest::readsTheDemo()
{
    QTemporaryDir folder;
    WatchedSession watched;
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    QVERIFY(!watched.lastError());
    const auto inventory = watched.inventories.last()[0].value<InventoryPtr>();
    QCOMPARE(inventory->snapshot->owner.login, u"northquay"_s);
    QCOMPARE(inventory->imageTotal, 36U);
    QVERIFY(inventory->snapshot->complete);
    QVERIFY(watched.limits.size() > 1);
    QCOMPARE(watched.operations.rowCount(), 0);
    end(watched);
}

void DashboardTest::showsWhatIsKnownFirst()
{
    QTemporaryDir folder;
    for (int run = 0; run < 2; ++run) {
        WatchedSession watched;
        watched.session.open(demoTarget(u"siriusscan"_s, folder.path()));
        QVERIFY(watched.ended.wait(kPatience));
        // What is known comes at once; the second reading finds nothing new.
        QCOMPARE(watched.inventories.size(), 1);
        QCOMPARE(watched.checks.size(), run + 1);
        end(watched);
    }
}

void DashboardTest::readsDocuments()
{
    QTemporaryDir folder;
    WatchedSession watched;
    watched.session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    const auto inventory = watched.inventories.last()[0].value<InventoryPtr>();
    const Snapshot& snapshot = *inventory->snapshot;
    const auto image = std::ranges::find_if(
        snapshot.versions, [&](const VersionRow& version) { return snapshot.kindOf(version) == ManifestKind::Image; });
    QVERIFY(image != snapshot.versions.end());
    const Digest config = snapshot.blobs[snapshot.manifestOf(*image)->config].digest;
    watched.session.readDocuments(snapshot.packages[image->package].name, snapshot.digestOf(*image), config);
    QVERIFY(watched.documents.wait(kPatience));
    const auto manifestBytes = watched.documents[0][1].value<Result<QByteArray>>();
    const auto configBytes = watched.documents[0][2].value<std::optional<Result<QByteArray>>>();
    QVERIFY(manifestBytes && configBytes && *configBytes);
    QCOMPARE(Digest::of(*manifestBytes), snapshot.digestOf(*image));
    QCOMPARE(Digest::of(**configBytes), config);
    end(watched);
    // A manifest the store has not is read once and kept, with what was parsed of it.
    const QString store = demoTarget(u"siriusscan"_s, folder.path()).storePath();
    const Digest digest = snapshot.digestOf(*image);
    QVERIFY(Database::open(store).value()->run("DELETE FROM documents WHERE digest=?", digest));
    WatchedSession again;
    again.session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(again.ended.wait(kPatience));
    QVERIFY(Database::open(store).value()->run("DELETE FROM documents WHERE digest=?", digest));
    again.session.readDocuments(snapshot.packages[image->package].name, digest, std::nullopt);
    QVERIFY(again.documents.wait(kPatience));
    QVERIFY(again.documents[0][1].value<Result<QByteArray>>());
    const auto database = Database::open(store).value();
    auto kept = database->query("SELECT length(facts) FROM documents WHERE digest=?", digest).value();
    QVERIFY(kept.next() && kept.integer(0) > 0);
    end(again);
}

/// The demo has a past from its first reading on; later it is read from the store alone.
void DashboardTest::readsTheHistoryOfTheDemo()
{
    QTemporaryDir folder;
    const HistoryRequest request{{u"apc-emotion-gpu"_s}, std::nullopt};
    for (const bool isOffline : {false, true}) {
        WatchedSession watched;
        Target target = demoTarget(u"northquay"_s, folder.path());
        target.isOffline = isOffline;
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        // Who asks for another package is not told of the one before.
        watched.session.readHistory({{u"base-cpu"_s}, std::nullopt});
        watched.session.readHistory(request);
        QVERIFY(watched.histories.wait(kPatience));
        QCOMPARE(watched.histories.size(), 1);
        QCOMPARE(watched.histories[0][0].value<HistoryRequest>(), request);
        const auto history = watched.histories[0][1].value<Result<PackageHistory>>();
        QVERIFY(history);
        QVERIFY(history->since < target.clock.now().addDays(-9));
        const auto& newest = history->events.front();
        QCOMPARE(newest.kind, HistoryKind::TagsMoved);
        QCOMPARE(newest.tags, (QList<Tag>{{u"v0.4.1"_s}, {u"latest"_s}}));
        QVERIFY(newest.by <= target.clock.now());
        QVERIFY(newest.after < newest.by);
        // A week before, latest had moved from another version to the one that it was at then.
        const auto older = std::ranges::find_if(history->events, [&](const HistoryEvent& event) {
            return event.kind == HistoryKind::TagsMoved && event.to == newest.from;
        });
        QVERIFY(older != history->events.end());
        QCOMPARE(older->tags, QList<Tag>{{u"latest"_s}});
        end(watched);
    }
}

void DashboardTest::switchesOwnerWhileReading()
{
    QTemporaryDir folder;
    WatchedSession watched;
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(watched.progress.wait(kPatience));
    watched.session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(QTest::qWaitFor([&] { return !watched.inventories.isEmpty(); }, kPatience));
    QCOMPARE(watched.lastSnapshot()->owner.login, u"siriusscan"_s);
    end(watched);
}

void DashboardTest::stopsAtAnyMoment_data()
{
    QTest::addColumn<QMetaMethod>("moment");
    QTest::newRow("while it opens") << QMetaMethod();
    QTest::newRow("opened") << QMetaMethod::fromSignal(&DashboardSession::opened);
    QTest::newRow("the reading begins") << QMetaMethod::fromSignal(&DashboardSession::refreshStarted);
    QTest::newRow("while it reads") << QMetaMethod::fromSignal(&DashboardSession::refreshProgress);
    QTest::newRow("read") << QMetaMethod::fromSignal(&DashboardSession::inventoryRead);
    QTest::newRow("ended") << QMetaMethod::fromSignal(&DashboardSession::refreshEnded);
}

void DashboardTest::stopsAtAnyMoment()
{
    QFETCH(const QMetaMethod, moment);
    QTemporaryDir folder;
    WatchedSession watched;
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    if (moment.isValid()) {
        QSignalSpy reached(&watched.session, moment);
        QVERIFY(reached.wait(kPatience));
    }
    watched.session.stop();
    QVERIFY(watched.stopped.wait(kPatience));
    QVERIFY(watched.session.isIdle());
    QCOMPARE(watched.operations.rowCount(), 0);
    // Whole, whatever it was in the middle of.
    const auto store = Store::open(demoTarget(u"northquay"_s, folder.path()).storePath());
    QVERIFY(store);
    QVERIFY((*store)->latestSnapshot(u"demo:northquay"_s, u"northquay"_s));
}

void DashboardTest::tellsWhyATargetCannotBeOpened()
{
    QTemporaryDir folder;
    WatchedSession watched;
    Target target = demoTarget(u"northquay"_s, folder.path());
    target.profilePath = folder.filePath(u"none.yaml"_s);
    watched.session.open(target);
    QVERIFY(watched.openFailed.wait(kPatience));
    QCOMPARE(watched.openFailed[0][0].value<Error>().kind, ErrorKind::FileAccess);
    // Another one can be opened afterwards.
    watched.session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    end(watched);
}

void DashboardTest::damagedStoreIsSetAsideOnceAndReadAnew()
{
    QTemporaryDir folder;
    WatchedSession watched;
    const Target target = demoTarget(u"northquay"_s, folder.path());
    watched.session.open(target);
    QVERIFY(watched.ended.wait(kPatience));
    const auto versions = watched.lastSnapshot()->versions.size();

    damage(target.storePath());
    watched.session.refresh();
    QVERIFY(watched.aside.wait(kPatience));
    QVERIFY(QFileInfo::exists(watched.aside[0][0].toString()));
    QVERIFY(watched.aside[0][0].toString() != target.storePath());
    QVERIFY(watched.ended.wait(kPatience));
    QCOMPARE(watched.opened.size(), 2);
    QVERIFY(!watched.lastError());
    QCOMPARE(watched.lastSnapshot()->versions.size(), versions);
    QVERIFY(checkStoreFile(target.storePath(), {}));

    // A disk that does it again is not worn out in circles: it is said.
    damage(target.storePath());
    const auto before = watched.ended.size();
    watched.session.refresh();
    QVERIFY(QTest::qWaitFor([&] { return watched.ended.size() > before; }, kPatience));
    const auto error = watched.lastError();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::StoreDamaged);
    QCOMPARE(watched.opened.size(), 2);
    QCOMPARE(watched.aside.size(), 1);
    end(watched);
}

void DashboardTest::damagedStoreInUseElsewhereIsTold()
{
    QTemporaryDir folder;
    WatchedSession watched;
    const Target target = demoTarget(u"siriusscan"_s, folder.path());
    watched.session.open(target);
    QVERIFY(watched.ended.wait(kPatience));
    const auto elsewhere = StoreLock::take(target.storePath()).value();
    damage(target.storePath());
    watched.session.refresh();
    QVERIFY(watched.ended.wait(kPatience));
    const auto error = watched.lastError();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::StoreDamaged);
    QCOMPARE(watched.opened.size(), 2); // tried once more, and the file left where it is
    QVERIFY(watched.aside.isEmpty());
    QVERIFY(QFileInfo::exists(target.storePath()));
    end(watched);
}

void DashboardTest::damagedStoreIsSetAsideOffline()
{
    QTemporaryDir folder;
    Target target = demoTarget(u"siriusscan"_s, folder.path());
    for (const bool isOffline : {false, true}) {
        WatchedSession watched;
        target.isOffline = isOffline;
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        const auto error = watched.lastError();
        QCOMPARE(error.has_value(), isOffline);
        QCOMPARE(watched.aside.size(), isOffline ? 1 : 0);
        if (isOffline)
            QCOMPARE(error->kind, ErrorKind::Offline);
        end(watched);
        if (!isOffline)
            damage(target.storePath());
    }
}

/// The token of another account came after the window was closed.
void DashboardTest::opensNothingOnceItIsToEnd()
{
    QTemporaryDir folder;
    WatchedSession watched;
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(watched.progress.wait(kPatience));
    QVERIFY(!watched.session.isIdle());
    const auto opened = watched.opened.size();
    watched.session.stop();
    watched.session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(watched.stopped.wait(kPatience));
    QVERIFY(watched.session.isIdle());
    QCOMPARE(watched.opened.size(), opened);
}

/// A hidden window is not kept fresh, unless something runs that changes what it shows.
void DashboardTest::readsSoonWhileSomethingRuns()
{
    QTemporaryDir folder;
    WatchedSession watched;
    watched.session.setWindow(RefreshGround::Window::Hidden);
    watched.session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(watched.ended.wait(kPatience));
    QVERIFY(!watched.session.nextReading());
    {
        Operation build(u"build"_s, u"Build"_s);
        watched.operations.add(&build);
        const auto next = watched.session.nextReading();
        QVERIFY(next);
        QCOMPARE_LT(*next, 2 * kFastPace); // the timer is a coarse one
        build.finish();
    }
    QVERIFY(!watched.session.nextReading());
    watched.session.setWindow(RefreshGround::Window::Active);
    QVERIFY(watched.session.nextReading());
    end(watched);
}

QTEST_GUILESS_MAIN(DashboardTest)
#include "tst_dashboard.moc"
