#include "app/dashboard/storereading.h"
#include "domain/snapshotbuilder.h"
#include "integration/watchedsession.h"
#include "store/database.h"
#include "support/fixture.h"

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kPackages = 20;

/// An organisation of `versions` versions that was read before, in the folder's store.
void keepOrganisation(const Target& target, std::int64_t versions)
{
    const Owner owner{target.owner, 7, OwnerKind::Organization};
    SnapshotBuilder builder(owner, fixtureTime());
    std::int64_t id = 1;
    for (int package = 0; package < kPackages; ++package) {
        std::vector<ListedVersion> rows;
        for (std::int64_t i = 0; i < versions / kPackages; ++i, ++id)
            rows.push_back({{id}, Digest::of(QByteArray::number(id)), fixtureTime(), fixtureTime(), {}});
        const auto total = static_cast<std::int64_t>(rows.size());
        builder.addPackage({{u"app-%1"_s.arg(package)},
                            package + 1,
                            Visibility::Private,
                            total,
                            u"hub%1"_s.arg(package % 3),
                            fixtureTime(),
                            fixtureTime()},
                           std::move(rows), Completeness::Whole);
    }
    const auto store = Store::open(target.storePath());
    QVERIFY(store);
    QVERIFY((*store)->saveSnapshot({target.apiHost(), owner}, *std::move(builder).build()));
}

/// Makes the page that says where the packed versions are nonsense, as a failing disk would.
void damageVersions(const QString& path)
{
    constexpr qint64 kPage = 4096;
    qint64 page = 0;
    {
        const auto database = Database::open(path).value();
        QVERIFY(database->run("PRAGMA wal_checkpoint(TRUNCATE)"));
        auto root = database->query("SELECT rootpage FROM sqlite_master WHERE name='head_parts'");
        QVERIFY(root && root->next());
        page = root->integer(0);
    }
    QVERIFY(page > 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek((page - 1) * kPage));
    QCOMPARE(file.write(QByteArray(kPage, '\0')), kPage);
}

Target keptTarget(const QString& folder)
{
    Target target;
    target.owner = u"harbour"_s;
    target.token = u"ghp_test"_s;
    target.dataFolder = folder;
    target.isOffline = true;
    target.clock = Clock(fixtureTime());
    return target;
}

} // namespace

/// What stands where is told before a large store is loaded, in whatever way that ends.
class OutlineTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBeforeALargeInventory_data()
    {
        QTest::addColumn<qint64>("versions");
        QTest::addColumn<int>("outlines");
        QTest::newRow("large") << qint64{kOutlinedFrom} << 1;
        QTest::newRow("small") << qint64{kOutlinedFrom - kPackages} << 0;
    }

    void comesBeforeALargeInventory()
    {
        QFETCH(const qint64, versions);
        QFETCH(const int, outlines);
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keepOrganisation(target, versions);
        WatchedSession watched;
        QStringList told;
        QObject::connect(&watched.session, &DashboardSession::outlineRead, &watched.session,
                         [&told](const InventoryPtr& outline) {
                             QVERIFY(outline->snapshot->versions.empty());
                             QCOMPARE(outline->imageTotal, static_cast<size_t>(kPackages));
                             QCOMPARE(outline->hubs.size(), 3U);
                             told << u"outline"_s;
                         });
        QObject::connect(&watched.session, &DashboardSession::inventoryRead, &watched.session,
                         [&told] { told << u"inventory"_s; });
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(told, QStringList(outlines, u"outline"_s) + QStringList{u"inventory"_s});
        QCOMPARE(watched.lastSnapshot()->versions.size(), static_cast<size_t>(versions));
        end(watched);
    }

    /// Stopped right after it, nothing more is told.
    void nothingFollowsWhenStopped()
    {
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keepOrganisation(target, kOutlinedFrom);
        WatchedSession watched;
        QList<bool> outlines;
        QObject::connect(&watched.session, &DashboardSession::outlineRead, &watched.session,
                         [&](const InventoryPtr& outline) {
                             outlines.append(outline != nullptr);
                             watched.session.stop();
                         });
        watched.session.open(target);
        QVERIFY(watched.stopped.wait(kPatience));
        QVERIFY(watched.session.isIdle());
        QCOMPARE(outlines, QList<bool>{true});
        QCOMPARE(watched.inventories.size(), 0);
        QCOMPARE(watched.checks.size(), 0);
        QCOMPARE(watched.ended.size(), 0);
    }

    /// "Try again", where the network is not to be used: the store is read once more.
    void isLoadedAgainWhenAsked()
    {
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keepOrganisation(target, kOutlinedFrom);
        const auto database = Database::open(target.storePath()).value();
        QVERIFY(database->run("ALTER TABLE head_parts RENAME TO gone"));
        QVERIFY(database->run("ALTER TABLE versions RENAME TO gone_too"));
        WatchedSession watched;
        QSignalSpy started(&watched.session, &DashboardSession::refreshStarted);
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(watched.lastError().value().kind, ErrorKind::Store);
        QCOMPARE(watched.inventories.size(), 0);
        watched.session.refresh();
        QCOMPARE(started.size(), 1);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(watched.lastError().value().kind, ErrorKind::Store);
        QVERIFY(database->run("ALTER TABLE gone RENAME TO head_parts"));
        QVERIFY(database->run("ALTER TABLE gone_too RENAME TO versions"));
        watched.session.refresh();
        // Once is enough.
        watched.session.refresh();
        QVERIFY(watched.ended.wait(kPatience));
        QVERIFY(!watched.lastError());
        QCOMPARE(watched.inventories.size(), 1);
        QCOMPARE(watched.lastSnapshot()->versions.size(), static_cast<size_t>(kOutlinedFrom));
        // What is in sight is all there is.
        watched.session.refresh();
        QVERIFY(!watched.session.isReading());
        QCOMPARE(started.size(), 2);
        end(watched);
    }

    /// What was promised by it and cannot be loaded goes again.
    void isTakenBackWhenTheLoadFails()
    {
        QTemporaryDir folder;
        const Target target = keptTarget(folder.path());
        keepOrganisation(target, kOutlinedFrom);
        damageVersions(target.storePath());
        WatchedSession watched;
        QList<bool> outlines;
        QObject::connect(&watched.session, &DashboardSession::outlineRead, &watched.session,
                         [&outlines](const InventoryPtr& outline) { outlines.append(outline != nullptr); });
        watched.session.open(target);
        QVERIFY(watched.ended.wait(kPatience));
        QCOMPARE(outlines, (QList<bool>{true, false}));
        QCOMPARE(watched.inventories.size(), 0);
        QVERIFY(watched.lastError());
        end(watched);
    }
};

QTEST_GUILESS_MAIN(OutlineTest)
#include "tst_outline.moc"
