#include "app/dashboard/cleanupdesk.h"
#include "app/session/connection.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "integration/watchedsession.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kThen = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);

Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
        .image(u"pr"_s, {u"pr-1"_s}, {u"base"_s, u"pr"_s});
}

Target targetOf(const ServedOwner& owner, const QString& folder, const QDateTime& now)
{
    Target target;
    target.owner = u"acme"_s;
    target.apiUrl = owner.server().apiUrl();
    target.registryUrl = owner.server().registryUrl();
    target.token = u"ghp_testtesttest"_s;
    target.apiVersion = apiVersion();
    target.dataFolder = folder;
    target.clock = Clock(now);
    return target;
}

/// A session of an owner at a moment, and the plans made of what it reads.
struct WatchedPlans {
    WatchedPlans(const ServedOwner& owner, const QString& folder, const QDateTime& now)
    {
        QObject::connect(&watched.session, &DashboardSession::inventoryRead, &desk, &CleanupDesk::setInventory);
        desk.want();
        watched.session.open(targetOf(owner, folder, now));
    }
    [[nodiscard]] CleanupSheetPtr last() const
    {
        return plans.isEmpty() ? nullptr : plans.last()[0].value<CleanupSheetPtr>();
    }

    WatchedSession watched;
    CleanupDesk desk{watched.session};
    QSignalSpy plans{&desk, &CleanupDesk::planned};
};

} // namespace

/// What the window plans of what is read, and when; and that planning changes nothing.
class CleanupDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadingThatFindsNothingNewMakesAnOldPlanAnew();
    void rule05_aConnectionsClientsChangeNothingWithoutAGrant();
};

void CleanupDeskTest::aReadingThatFindsNothingNewMakesAnOldPlanAnew()
{
    const ServedOwner owner(organisation().json());
    const QTemporaryDir folder;
    {
        WatchedPlans first(owner, folder.path(), kThen);
        QVERIFY(first.watched.ended.wait(kPatience) && !first.watched.lastError());
        QVERIFY(QTest::qWaitFor([&] { return first.last() != nullptr; }, kPatience));
        QCOMPARE(first.last()->terms.readAt, kThen);
        end(first.watched);
    }
    // A plan that is young enough is left alone.
    {
        WatchedPlans young(owner, folder.path(), kThen.addDuration(std::chrono::hours(1)));
        const QSignalSpy begun(&young.desk, &CleanupDesk::planStarted);
        QVERIFY(young.watched.ended.wait(kPatience) && !young.watched.lastError());
        QCOMPARE(young.watched.inventories.size(), 1);
        QCOMPARE(begun.size(), 1);
        end(young.watched);
    }
    // More than a day later: planned by what is known, then by what is known to be so still.
    const QDateTime later = kThen.addDuration(std::chrono::hours(30));
    WatchedPlans second(owner, folder.path(), later);
    QVERIFY(second.watched.ended.wait(kPatience) && !second.watched.lastError());
    QCOMPARE(second.watched.inventories.size(), 1); // nothing new
    QVERIFY(QTest::qWaitFor([&] { return second.last() && second.last()->terms.readAt == later; }, kPatience));
    QCOMPARE(second.last()->plan.createdAt, later);
    end(second.watched);
}

/// What a connection gives its clients goes through the guard.
void CleanupDeskTest::rule05_aConnectionsClientsChangeNothingWithoutAGrant()
{
    const Organisation acme = organisation();
    const ServedOwner owner(acme.json());
    const QTemporaryDir folder;
    const auto opened = Connection::open(targetOf(owner, folder.path(), kThen));
    QVERIFY(opened.has_value());
    Connection& connection = **opened;
    const auto who = QCoro::waitFor(connection.scanTools().github.owner(u"acme"_s, CallContext(std::stop_token())));
    QVERIFY(who.has_value());
    const VersionAddress address{*who, {u"app"_s}, {acme.keys().key(u"pr"_s)}};
    const auto deletion = [&] {
        return QCoro::waitFor(connection.scanTools().github.deleteVersion(address, CallContext(std::stop_token())));
    };
    const auto pushed = [&] {
        const auto v1 = owner.server().state().findPackage(u"app"_s)->findId(acme.keys().key(u"v1"_s))->digest;
        const auto stored = owner.server().state().content.manifest(v1);
        return QCoro::waitFor(connection.registry().putManifest({u"acme"_s, {u"app"_s}}, {u"v2"_s},
                                                                {stored->bytes, QString::fromLatin1(stored->mediaType)},
                                                                CallContext(std::stop_token())));
    };
    for (const auto& kind : {deletion().error().kind, pushed().error().kind})
        QCOMPARE(kind, ErrorKind::Refused);
    QCOMPARE(owner.requestsFor(u"/"_s, "DELETE") + owner.requestsFor(u"/"_s, "PUT"), 0);
    {
        const auto grant = connection.allowChanges();
        QVERIFY(grant.has_value());
        QVERIFY(deletion().has_value() && pushed().has_value());
        QCOMPARE(owner.requestsFor(u"/versions/"_s, "DELETE"), 1);
    }
    QCOMPARE(pushed().error().kind, ErrorKind::Refused);
}

QTEST_GUILESS_MAIN(CleanupDeskTest)
#include "tst_cleanupdesk.moc"
