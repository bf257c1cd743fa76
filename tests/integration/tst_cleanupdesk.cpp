#include "app/dashboard/cleanupdesk.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "integration/watchedsession.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kThen = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);

/// A session of an owner at a moment, and the plans made of what it reads.
struct WatchedPlans {
    WatchedPlans(const ServedOwner& owner, const QString& folder, const QDateTime& now)
    {
        QObject::connect(&watched.session, &DashboardSession::inventoryRead, &desk, &CleanupDesk::setInventory);
        desk.want();
        Target target;
        target.owner = u"acme"_s;
        target.apiUrl = owner.server().apiUrl();
        target.registryUrl = owner.server().registryUrl();
        target.token = u"ghp_testtesttest"_s;
        target.apiVersion = apiVersion();
        target.dataFolder = folder;
        target.clock = Clock(now);
        watched.session.open(target);
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

/// What the window plans of what is read, and when.
class CleanupDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadingThatFindsNothingNewMakesAnOldPlanAnew();
};

void CleanupDeskTest::aReadingThatFindsNothingNewMakesAnOldPlanAnew()
{
    const auto state = Organisation().package(u"app"_s).image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s}).json();
    const ServedOwner owner(state);
    const QTemporaryDir folder;
    {
        WatchedPlans first(owner, folder.path(), kThen);
        QVERIFY(first.watched.ended.wait(kPatience) && !first.watched.lastError());
        QTRY_VERIFY_WITH_TIMEOUT(first.last(), kPatience);
        QCOMPARE(first.last()->terms.readAt, kThen);
        end(first.watched);
    }
    // More than a day later: planned by what is known, then by what is known to be so still.
    const QDateTime later = kThen.addDuration(std::chrono::hours(30));
    WatchedPlans second(owner, folder.path(), later);
    QVERIFY(second.watched.ended.wait(kPatience) && !second.watched.lastError());
    QCOMPARE(second.watched.inventories.size(), 1); // nothing new
    QTRY_VERIFY_WITH_TIMEOUT(second.last() && second.last()->terms.readAt == later, kPatience);
    QCOMPARE(second.last()->plan.createdAt, later);
    // A plan that is young enough is left alone.
    const auto plans = second.plans.size();
    second.watched.session.refresh();
    QVERIFY(second.watched.ended.wait(kPatience) && !second.watched.lastError());
    QCOMPARE(second.plans.size(), plans);
    end(second.watched);
}

QTEST_GUILESS_MAIN(CleanupDeskTest)
#include "tst_cleanupdesk.moc"
