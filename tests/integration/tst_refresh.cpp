#include "integration/changingowner.h"

#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kNow = changingOwnerTime();

} // namespace

/// Reading again: what it costs when little or nothing happened, and that whatever happened is seen.
class RefreshTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_changing = ChangingOwner::read();
        QVERIFY(m_changing);
    }
    void cleanup() { m_changing.reset(); }

    void nothingChanged();
    void nothingChangedForADay();
    void oneVersionPushed();
    void tagMovedToANewVersion();
    void tagMovedFarDown();
    void tagPutBackFarDown();
    void deletedFarDown();
    void deletedAndPushedAtOnce();
    void deletedAndRestoredAtOnce();
    void restored();
    void listThatLagsBehind();
    void serverClockThatJumpsBack();
    void packageGone();
    void changesWithinOneSecond();
    void changeThatNoRowTells();
    void clockSetBackChangesNothing();

private:
    [[nodiscard]] ServedOwner& owner() { return m_changing->owner(); }

    std::unique_ptr<ChangingOwner> m_changing;
};

void RefreshTest::nothingChanged()
{
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(!owner().hasChanged());
    QCOMPARE(m_changing->requests(), 1);
    QCOMPARE(owner().server().requests()[0].status, 304);
    owner().restart();
    owner().server().clearRequests();
    QVERIFY(m_changing->scanSeesEverything());
    QCOMPARE(m_changing->requests(), 1);
}

/// The check of everything that is due once a day, too: that nothing changed is remembered.
void RefreshTest::nothingChangedForADay()
{
    owner().setClock(Clock(kNow.addDays(1)));
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(!owner().hasChanged());
    QVERIFY(owner().requestsFor(u"/versions"_s) > 0);
    owner().server().clearRequests();
    owner().setClock(Clock(kNow.addDays(1).addSecs(600)));
    QVERIFY(m_changing->scanSeesEverything());
    QCOMPARE(m_changing->requests(), 1);
}

void RefreshTest::oneVersionPushed()
{
    m_changing->push(0, {u"new"_s});
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(owner().hasChanged());
    // The list, the newest page. The manifest is known from the other package.
    QCOMPARE(m_changing->requests(), 2);
}

void RefreshTest::tagMovedToANewVersion()
{
    m_changing->push(0, {u"v17"_s});
    QVERIFY(m_changing->scanSeesEverything());
    QCOMPARE(owner().requestsFor(u"/versions"_s), 1);
}

void RefreshTest::tagMovedFarDown()
{
    // Versions stay where they are in the list when tags move between them: the newest page shows nothing.
    const auto target = m_changing->app().row(m_changing->app().active()[240]).digest;
    m_changing->app().moveTag(u"v3"_s, target, kNow.addSecs(60));
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(owner().hasChanged());
    // That row is late by its change and far down in the list all the same: it was not on the newest page before
    // either.
    m_changing->push(1, {});
    m_changing->app().facts().updatedAt = kNow.addSecs(120);
    owner().server().clearRequests();
    QVERIFY(m_changing->scanSeesEverything());
    QCOMPARE(owner().requestsFor(u"/app-cpu/versions"_s), 1);
}

/// A rollback by hand: the newest page tells only who lost the tag.
void RefreshTest::tagPutBackFarDown()
{
    m_changing->push(0, {u"latest"_s});
    QVERIFY(m_changing->scanSeesEverything());
    m_changing->app().moveTag(u"latest"_s, m_changing->app().row(m_changing->app().active()[240]).digest,
                              kNow.addSecs(600));
    m_changing->app().facts().updatedAt = kNow.addSecs(600);
    QVERIFY(m_changing->scanSeesEverything());
}

void RefreshTest::deletedFarDown()
{
    m_changing->app().remove(m_changing->app().row(m_changing->app().active()[200]).id, kNow.addSecs(60));
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(owner().hasChanged());
    QCOMPARE(owner().requestsFor(u"/manifests/"_s), 0);
}

void RefreshTest::deletedAndPushedAtOnce()
{
    // As many as before, and others.
    m_changing->app().remove(m_changing->app().row(m_changing->app().active()[200]).id, kNow.addSecs(60));
    m_changing->push(1, {});
    QVERIFY(m_changing->scanSeesEverything());
}

/// The newest page has news, and together with what was known there are as many rows as counted, but not the right
/// ones: one that was on that page is gone, and one came back far down.
void RefreshTest::deletedAndRestoredAtOnce()
{
    const auto back = m_changing->app().row(m_changing->app().active()[200]).id;
    m_changing->app().remove(back, kNow.addSecs(60));
    m_changing->app().facts().updatedAt = kNow.addSecs(60);
    QVERIFY(m_changing->scanSeesEverything());
    m_changing->app().remove(m_changing->app().row(m_changing->app().active()[10]).id, kNow.addSecs(120));
    m_changing->app().restore(back, kNow.addSecs(120));
    m_changing->app().moveTag(u"moved"_s, m_changing->app().row(m_changing->app().active()[20]).digest,
                              kNow.addSecs(120));
    m_changing->app().facts().updatedAt = kNow.addSecs(120);
    QVERIFY(m_changing->scanSeesEverything());
}

void RefreshTest::restored()
{
    const auto id = m_changing->app().row(m_changing->app().active()[120]).id;
    m_changing->app().remove(id, kNow.addSecs(60));
    QVERIFY(m_changing->scanSeesEverything());
    m_changing->app().restore(id, kNow.addSecs(120));
    owner().server().clearRequests();
    QVERIFY(m_changing->scanSeesEverything());
    QCOMPARE(owner().requestsFor(u"/manifests/"_s), 0);
}

void RefreshTest::listThatLagsBehind()
{
    // The package's row tells of the push, its version list not yet.
    auto& facts = m_changing->app().facts();
    const auto before = facts.updatedAt;
    facts.updatedAt = kNow.addSecs(60);
    const auto early = owner().scan();
    QVERIFY(early);
    QCOMPARE((*early)->versions.size(), 256U);
    facts.updatedAt = before;
    m_changing->push(0, {u"late"_s});
    facts.updatedAt = kNow.addSecs(60);
    QVERIFY(m_changing->scanSeesEverything());
    // From then on it is settled.
    owner().server().clearRequests();
    QVERIFY(m_changing->scanSeesEverything());
    QCOMPARE(owner().requestsFor(u"/versions"_s), 0);
}

void RefreshTest::serverClockThatJumpsBack()
{
    m_changing->push(0, {});
    m_changing->app().facts().updatedAt = kNow.addDays(-900);
    QVERIFY(m_changing->scanSeesEverything());
    // And our own: everything is due for a full check, and conditional.
    owner().setClock(Clock(kNow.addYears(-1)));
    owner().server().clearRequests();
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(!owner().hasChanged());
}

void RefreshTest::packageGone()
{
    m_changing->app().facts().deletedAt = kNow.addSecs(60);
    const auto snapshot = owner().scan();
    QVERIFY(snapshot);
    QCOMPARE((*snapshot)->packages.size(), 2U);
    QCOMPARE((*snapshot)->versions.size(), 6U);
    QVERIFY((*snapshot)->complete);
    QCOMPARE(owner().stored()->versions.size(), 6U);
}

void RefreshTest::changesWithinOneSecond()
{
    // GitHub's times have whole seconds: what happens after the reading and in the same second moves no row.
    m_changing = ChangingOwner::read(60);
    QVERIFY(m_changing);
    m_changing->push(0, {u"new"_s});
    const auto pushedAt = m_changing->app().facts().updatedAt;
    QVERIFY(m_changing->scanSeesEverything());
    auto& app = m_changing->app();
    app.moveTag(u"v3"_s, app.row(app.active()[240]).digest, pushedAt);
    app.facts().updatedAt = pushedAt;
    QVERIFY(m_changing->scanSeesEverything());
    QVERIFY(owner().hasChanged());
}

void RefreshTest::changeThatNoRowTells()
{
    // A tag moves and the package's own row stays as it was.
    const auto before = m_changing->app().facts().updatedAt;
    m_changing->app().moveTag(u"v3"_s, m_changing->app().row(m_changing->app().active()[240]).digest, kNow.addSecs(60));
    m_changing->app().facts().updatedAt = before;
    QVERIFY(!m_changing->scanSeesEverything());
    // The full check of the next day finds it.
    owner().setClock(Clock(kNow.addDays(1)));
    owner().server().clearRequests();
    QVERIFY(m_changing->scanSeesEverything());
    const auto& asked = owner().server().requests();
    const auto unchanged = std::ranges::count(asked, 304, &LoggedRequest::status);
    QVERIFY2(unchanged >= 3, "what did not change was not asked for conditionally");
}

/// An unchanged refresh says when it was; that this is before the reading itself makes no other snapshot of it.
void RefreshTest::clockSetBackChangesNothing()
{
    owner().setClock(Clock(kNow.addSecs(-7200)));
    for (int round = 0; round < 3; ++round) {
        const auto mine = owner().kept();
        owner().setPrevious(mine);
        const auto snapshot = owner().scan();
        QVERIFY(snapshot);
        QVERIFY(!owner().hasChanged());
        QCOMPARE(snapshot->get(), mine.snapshot.get());
    }
}

QTEST_GUILESS_MAIN(RefreshTest)
#include "tst_refresh.moc"
