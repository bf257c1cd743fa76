#include "app/dashboard/dashboardsession.h"
#include "models/operationsmodel.h"
#include "store/database.h"
#include "support/apiversion.h"

#include <QFileInfo>
#include <QMetaMethod>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPatience = 60'000;

Target demoTarget(const QString& name, const QString& folder)
{
    Target target;
    target.demo = name;
    target.dataFolder = folder;
    target.apiVersion = test::apiVersion();
    target.clock = Clock(QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate));
    return target;
}

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
    void switchesOwnerWhileReading();
    void stopsAtAnyMoment_data();
    void stopsAtAnyMoment();
    void tellsWhyATargetCannotBeOpened();
    void damagedStoreIsSetAsideOnceAndReadAnew();
    void damagedStoreInUseElsewhereIsTold();
    void damagedStoreIsSetAsideOffline();
    void paces_data();
    void paces();

private:
    static void end(DashboardSession& session)
    {
        QSignalSpy stopped(&session, &DashboardSession::stopped);
        session.stop();
        QVERIFY(stopped.wait(2000));
        QVERIFY(session.isIdle());
    }
};

void DashboardTest::readsTheDemo()
{
    QTemporaryDir folder;
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy ended(&session, &DashboardSession::refreshEnded);
    QSignalSpy inventories(&session, &DashboardSession::inventoryRead);
    QSignalSpy limits(&session, &DashboardSession::rateLimitChanged);
    session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(ended.wait(kPatience));
    QVERIFY(!ended[0][0].value<std::optional<Error>>());
    const auto inventory = inventories.last()[0].value<InventoryPtr>();
    QCOMPARE(inventory->snapshot->owner.login, u"northquay"_s);
    QCOMPARE(inventory->imageTotal, 36U);
    QVERIFY(inventory->snapshot->complete);
    QVERIFY(limits.size() > 1);
    QCOMPARE(operations.rowCount(), 0);
    end(session);
}

void DashboardTest::showsWhatIsKnownFirst()
{
    QTemporaryDir folder;
    OperationsModel operations;
    for (int run = 0; run < 2; ++run) {
        DashboardSession session(operations);
        QSignalSpy ended(&session, &DashboardSession::refreshEnded);
        QSignalSpy inventories(&session, &DashboardSession::inventoryRead);
        QSignalSpy checks(&session, &DashboardSession::checked);
        session.open(demoTarget(u"siriusscan"_s, folder.path()));
        QVERIFY(ended.wait(kPatience));
        // What is known comes at once; the second reading finds nothing new.
        QCOMPARE(inventories.size(), 1);
        QCOMPARE(checks.size(), run + 1);
        end(session);
    }
}

void DashboardTest::readsDocuments()
{
    QTemporaryDir folder;
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy ended(&session, &DashboardSession::refreshEnded);
    QSignalSpy inventories(&session, &DashboardSession::inventoryRead);
    session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(ended.wait(kPatience));
    const auto inventory = inventories.last()[0].value<InventoryPtr>();
    const Snapshot& snapshot = *inventory->snapshot;
    const auto image = std::ranges::find_if(
        snapshot.versions, [&](const VersionRow& version) { return snapshot.kindOf(version) == ManifestKind::Image; });
    QVERIFY(image != snapshot.versions.end());
    const Digest config = snapshot.blobs[snapshot.manifestOf(*image)->config].digest;
    QSignalSpy documents(&session, &DashboardSession::documentsRead);
    session.readDocuments(snapshot.packages[image->package].name, snapshot.digestOf(*image), config);
    QVERIFY(documents.wait(kPatience));
    const auto manifestBytes = documents[0][1].value<Result<QByteArray>>();
    const auto configBytes = documents[0][2].value<std::optional<Result<QByteArray>>>();
    QVERIFY(manifestBytes && configBytes && *configBytes);
    QCOMPARE(Digest::of(*manifestBytes), snapshot.digestOf(*image));
    QCOMPARE(Digest::of(**configBytes), config);
    end(session);
}

void DashboardTest::switchesOwnerWhileReading()
{
    QTemporaryDir folder;
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy inventories(&session, &DashboardSession::inventoryRead);
    QSignalSpy progress(&session, &DashboardSession::refreshProgress);
    session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(progress.wait(kPatience));
    session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(QTest::qWaitFor([&] { return !inventories.isEmpty(); }, kPatience));
    QCOMPARE(inventories.last()[0].value<InventoryPtr>()->snapshot->owner.login, u"siriusscan"_s);
    end(session);
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
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy stopped(&session, &DashboardSession::stopped);
    session.open(demoTarget(u"northquay"_s, folder.path()));
    if (moment.isValid()) {
        QSignalSpy reached(&session, moment);
        QVERIFY(reached.wait(kPatience));
    }
    session.stop();
    QVERIFY(stopped.wait(2000));
    QVERIFY(session.isIdle());
    QCOMPARE(operations.rowCount(), 0);
    // Whole, whatever it was in the middle of.
    const auto store = Store::open(demoTarget(u"northquay"_s, folder.path()).storePath());
    QVERIFY(store);
    QVERIFY((*store)->latestSnapshot(u"demo:northquay"_s, u"northquay"_s));
}

void DashboardTest::tellsWhyATargetCannotBeOpened()
{
    QTemporaryDir folder;
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy failed(&session, &DashboardSession::openFailed);
    Target target = demoTarget(u"northquay"_s, folder.path());
    target.profilePath = folder.filePath(u"none.yaml"_s);
    session.open(target);
    QVERIFY(failed.wait(kPatience));
    QCOMPARE(failed[0][0].value<Error>().kind, ErrorKind::FileAccess);
    // Another one can be opened afterwards.
    QSignalSpy ended(&session, &DashboardSession::refreshEnded);
    session.open(demoTarget(u"siriusscan"_s, folder.path()));
    QVERIFY(ended.wait(kPatience));
    end(session);
}

void DashboardTest::damagedStoreIsSetAsideOnceAndReadAnew()
{
    QTemporaryDir folder;
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy ended(&session, &DashboardSession::refreshEnded);
    QSignalSpy opened(&session, &DashboardSession::opened);
    QSignalSpy aside(&session, &DashboardSession::storeSetAside);
    QSignalSpy inventories(&session, &DashboardSession::inventoryRead);
    const Target target = demoTarget(u"northquay"_s, folder.path());
    session.open(target);
    QVERIFY(ended.wait(kPatience));
    const auto versions = inventories.last()[0].value<InventoryPtr>()->snapshot->versions.size();

    damage(target.storePath());
    session.refresh();
    QVERIFY(aside.wait(kPatience));
    QVERIFY(QFileInfo::exists(aside[0][0].toString()));
    QVERIFY(aside[0][0].toString() != target.storePath());
    QVERIFY(ended.wait(kPatience));
    QCOMPARE(opened.size(), 2);
    QVERIFY(!ended.last()[0].value<std::optional<Error>>());
    QCOMPARE(inventories.last()[0].value<InventoryPtr>()->snapshot->versions.size(), versions);
    QVERIFY(checkStoreFile(target.storePath(), {}));

    // A disk that does it again is not worn out in circles: it is said.
    damage(target.storePath());
    const auto before = ended.size();
    session.refresh();
    QVERIFY(QTest::qWaitFor([&] { return ended.size() > before; }, kPatience));
    const auto error = ended.last()[0].value<std::optional<Error>>();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::StoreDamaged);
    QCOMPARE(opened.size(), 2);
    QCOMPARE(aside.size(), 1);
    end(session);
}

void DashboardTest::damagedStoreInUseElsewhereIsTold()
{
    QTemporaryDir folder;
    OperationsModel operations;
    DashboardSession session(operations);
    QSignalSpy ended(&session, &DashboardSession::refreshEnded);
    QSignalSpy opened(&session, &DashboardSession::opened);
    QSignalSpy aside(&session, &DashboardSession::storeSetAside);
    const Target target = demoTarget(u"siriusscan"_s, folder.path());
    session.open(target);
    QVERIFY(ended.wait(kPatience));
    const auto elsewhere = StoreLock::take(target.storePath()).value();
    damage(target.storePath());
    session.refresh();
    QVERIFY(ended.wait(kPatience));
    const auto error = ended.last()[0].value<std::optional<Error>>();
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::StoreDamaged);
    QCOMPARE(opened.size(), 2); // tried once more, and the file left where it is
    QVERIFY(aside.isEmpty());
    QVERIFY(QFileInfo::exists(target.storePath()));
    end(session);
}

void DashboardTest::damagedStoreIsSetAsideOffline()
{
    QTemporaryDir folder;
    OperationsModel operations;
    Target target = demoTarget(u"siriusscan"_s, folder.path());
    for (const bool isOffline : {false, true}) {
        DashboardSession session(operations);
        QSignalSpy ended(&session, &DashboardSession::refreshEnded);
        QSignalSpy aside(&session, &DashboardSession::storeSetAside);
        target.isOffline = isOffline;
        session.open(target);
        QVERIFY(ended.wait(kPatience));
        const auto error = ended[0][0].value<std::optional<Error>>();
        QCOMPARE(error.has_value(), isOffline);
        QCOMPARE(aside.size(), isOffline ? 1 : 0);
        if (isOffline)
            QCOMPARE(error->kind, ErrorKind::Offline);
        end(session);
        if (!isOffline)
            damage(target.storePath());
    }
}

void DashboardTest::paces_data()
{
    using Window = RefreshGround::Window;
    constexpr int kNever = -1;
    QTest::addColumn<RefreshGround>("ground");
    QTest::addColumn<int>("seconds");
    const auto row = [](const char* name, const RefreshGround& ground, int seconds) {
        QTest::newRow(name) << ground << seconds;
    };
    row("looked at", {Window::Active, false, {}, 0, {}}, 60);
    row("something runs", {Window::Active, true, {}, 0, {}}, 10);
    row("something has just changed", {Window::Active, false, std::chrono::seconds(119), 0, {}}, 10);
    row("a change of long ago", {Window::Active, false, std::chrono::seconds(120), 0, {}}, 60);
    row("in the background", {Window::Visible, false, {}, 0, {}}, 300);
    row("hidden", {Window::Hidden, false, {}, 0, {}}, kNever);
    row("hidden, and something runs", {Window::Hidden, true, {}, 0, {}}, 10);
    row("a fifth of the limit left", {Window::Active, false, {}, 0, 0.2}, 60);
    row("less than a fifth", {Window::Active, false, {}, 0, 0.19}, 240);
    row("failed once", {Window::Active, false, {}, 1, {}}, 120);
    row("failed three times", {Window::Active, false, {}, 3, {}}, 480);
    row("failed for ever", {Window::Visible, false, {}, 1'000'000, {}}, 3600);
}

void DashboardTest::paces()
{
    QFETCH(const RefreshGround, ground);
    QFETCH(const int, seconds);
    const auto pace = refreshPace(ground);
    QCOMPARE(pace ? static_cast<int>(pace->count()) : -1, seconds);
}

QTEST_GUILESS_MAIN(DashboardTest)
#include "tst_dashboard.moc"
