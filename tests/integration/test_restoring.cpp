#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "integration/cleaning.h"
#include "support/suite.h"

#include <QCoroTask>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

class TestRestoring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackWithItsTags()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto before = cleaning.tagged();
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto applied = cleaning.apply(plan);
        QVERIFY(applied.has_value());
        QCOMPARE(cleaning.left(), u"v1"_s);
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().subject));
        QVERIFY(!restored->stopped && restored->failed.empty());
        QCOMPARE(restored->restored.size(), size_t(4));
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests);
        QCOMPARE(cleaning.tagged(), before);
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
        // Children came before what lists them.
        QStringList order;
        for (const auto& one : restored->restored)
            order.append(QString::number(one.id.value));
        const auto place = [&](const QString& key) { return order.indexOf(QString::number(cleaning.idOf(key).value)); };
        QVERIFY(place(u"sig"_s) < place(u"amd"_s) && place(u"amd"_s) < place(u"p1"_s));
        // A second time there is nothing to bring back.
        const auto again = cleaning.restore(applied->journal);
        QVERIFY(again.has_value());
        QVERIFY(again->restored.empty() && again->failed.empty());
    }

    void someComeBack()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        QVERIFY(cleaning.restore(applied->journal, {cleaning.idOf(u"p2"_s)}).has_value());
        QCOMPARE(cleaning.left(), u"p2 v1"_s);
        const auto unknown = cleaning.restore(applied->journal, {{77}});
        QVERIFY(!unknown.has_value());
        QCOMPARE(unknown.error().kind, ErrorKind::InvalidArgument);
    }

    /// Whoever wants an index back wants to pull it.
    void anIndexBringsWhatItListsAndWhatHangsOnIt()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        QCOMPARE(cleaning.left(), u"v1"_s);
        const auto restored = cleaning.restore(applied->journal, {cleaning.idOf(u"p1"_s)});
        QVERIFY(restored.has_value() && !restored->stopped);
        QCOMPARE(restored->restored.size(), size_t(3));
        for (const auto& one : restored->restored)
            QVERIFY(one.missing.empty());
        QCOMPARE(cleaning.left(), u"amd p1 sig v1"_s);
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// What cannot come along is told: the index is back, and cannot be pulled.
    void whatAnIndexLacksIsTold()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        auto& app = cleaning.package();
        const auto amd = cleaning.idOf(u"amd"_s).value;
        const Digest digest = app.findId(amd)->digest;
        app.restore(amd, cleaning.now());
        app.remove(amd, cleaning.now().addDays(-31));
        const auto restored = cleaning.restore(applied->journal, {cleaning.idOf(u"p1"_s)});
        QVERIFY(restored.has_value());
        QCOMPARE(restored->failed.size(), size_t(1));
        const auto p1 = std::ranges::find(restored->restored, cleaning.idOf(u"p1"_s), &Restoration::id);
        QVERIFY(p1 != restored->restored.end());
        QCOMPARE(p1->missing, std::vector<Digest>{digest});
    }

    void tagsThatMovedStayWhereTheyAre()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        cleaning.moveTag(u"pr-1"_s, u"v1"_s);
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY(restored.has_value());
        QVERIFY(restored->failed.empty());
        const auto p1 = std::ranges::find(restored->restored, cleaning.idOf(u"p1"_s), &Restoration::id);
        QVERIFY(p1 != restored->restored.end());
        QCOMPARE(p1->moved, QStringList{u"pr-1"_s});
        QVERIFY2(cleaning.tagged().contains("p1:pr-one "_L1) && cleaning.tagged().contains("v1:v1,pr-1"_L1),
                 qPrintable(cleaning.tagged()));
    }

    /// The registry answers 404 for what it only does not show: the tag that is elsewhere now stays there.
    void whatIsHiddenIsNotPushedOver_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("a tag that is elsewhere") << u"status=404,method=HEAD,route=*/manifests/pr-1"_s;
        QTest::newRow("everything") << u"status=404,method=HEAD"_s;
    }

    void whatIsHiddenIsNotPushedOver()
    {
        QFETCH(QString, fault);
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        cleaning.moveTag(u"pr-1"_s, u"v1"_s);
        cleaning.owner().server().addFault(*parseFault(fault));
        const int before = cleaning.owner().requestsFor(u"/manifests/"_s, "PUT");
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY(restored.has_value());
        QVERIFY(restored->failed.empty());
        QCOMPARE(cleaning.owner().requestsFor(u"/manifests/"_s, "PUT"), before);
        QVERIFY2(cleaning.tagged().contains("v1:v1,pr-1"_L1), qPrintable(cleaning.tagged()));
    }

    void tagsThatWereLostArePutBack()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        // The tag went on to a version that is gone now, too: GitHub gives it to neither.
        auto& app = cleaning.package();
        const auto id = cleaning.idOf(u"p1"_s).value;
        cleaning.push(u"other"_s, {u"v1"_s});
        app.restore(id, cleaning.now());
        app.moveTag(u"pr-1"_s, app.findTag(u"other"_s)->digest, cleaning.now());
        app.remove(id, cleaning.now());
        app.remove(app.findTag(u"other"_s)->id, cleaning.now());
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY(restored.has_value() && restored->failed.empty());
        QVERIFY2(cleaning.tagged().contains("p1:pr-one,pr-1 "_L1), qPrintable(cleaning.tagged()));
    }

    /// A version is back, and what follows fails: it is told, and stands in the journal, whatever failed.
    void whatIsBackIsToldWhateverFailsThen_data()
    {
        QTest::addColumn<QString>("failing");
        QTest::addColumn<QString>("problem");
        QTest::newRow("the look at its tags") << u"status=500,method=HEAD"_s << u"not all of its tags"_s;
        QTest::newRow("the look at its row")
            << u"status=500,method=GET,route=*/versions/*"_s << u"could not be looked at"_s;
        QTest::newRow("the audit") << u"audit"_s << QString();
    }

    void whatIsBackIsToldWhateverFailsThen()
    {
        QFETCH(QString, failing);
        QFETCH(QString, problem);
        Cleaning cleaning(releaseAndPullRequests());
        cleaning.owner().hurry();
        cleaning.push(u"other"_s, {u"v1"_s});
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        // Its tag went on to a version that is gone now, too.
        auto& app = cleaning.package();
        const VersionId p2 = cleaning.idOf(u"p2"_s);
        app.restore(p2.value, cleaning.now());
        app.moveTag(u"pr-2"_s, app.findTag(u"other"_s)->digest, cleaning.now());
        app.remove(p2.value, cleaning.now());
        app.remove(app.findTag(u"other"_s)->id, cleaning.now());
        auto tools = cleaning.tools();
        if (failing == "audit"_L1)
            tools.auditFile = cleaning.folder();
        else
            cleaning.owner().server().addFault(*parseFault(failing));
        const auto restored = QCoro::waitFor(restoreDeleted(tools, applied->journal, {p2}, {}, {}));
        QVERIFY(restored.has_value() && restored->stopped);
        QVERIFY2(cleaning.left().contains("p2"_L1), qPrintable(cleaning.left()));
        QCOMPARE(restored->restored.size(), size_t(1));
        const auto& one = restored->restored.front();
        QVERIFY(one.isBack && one.id == p2);
        QVERIFY2(problem.isEmpty() ? one.problem.isEmpty() : one.problem.contains(problem), qPrintable(one.problem));
        const auto text = readJournal(applied->journal);
        QVERIFY(text.has_value());
        const auto state = stateOf(text->entries);
        const auto* fate = state.of(p2);
        QVERIFY(fate);
        QCOMPARE(fate->last, JournalEvent::Restored);
        QCOMPARE(fate->lacksTags, !problem.isEmpty());
        // What it lacks it is given later.
        cleaning.owner().server().clearFaults();
        const auto again = cleaning.restore(applied->journal);
        QVERIFY(again.has_value() && !again->stopped && again->failed.empty());
        QVERIFY2(cleaning.tagged().contains("p2:pr-2"_L1), qPrintable(cleaning.tagged()));
    }

    void whatCannotComeBackSaysWhy_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("reason");
        QTest::newRow("case 46: too late") << u"late"_s << u"30 days"_s;
        QTest::newRow("case 46: pushed again") << u"again"_s << u"pushed again"_s;
        QTest::newRow("no permission") << u"role"_s << u"scope write:packages"_s;
    }

    void whatCannotComeBackSaysWhy()
    {
        QFETCH(QString, change);
        QFETCH(QString, reason);
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        auto& app = cleaning.package();
        const auto id = cleaning.idOf(u"p2"_s);
        if (change == "late"_L1) {
            app.restore(id.value, cleaning.now());
            app.remove(id.value, cleaning.now().addDays(-31));
            cleaning.setClock(cleaning.now().addDays(31));
        } else if (change == "again"_L1) {
            SimVersion again;
            again.id = 99'999;
            again.digest = app.findId(id.value)->digest;
            again.createdAt = cleaning.now();
            again.updatedAt = cleaning.now();
            app.addVersion(again);
        } else {
            cleaning.owner().server().addFault(*parseFault(u"status=404,method=POST"_s));
        }
        const auto restored = cleaning.restore(applied->journal, {id});
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().subject));
        QCOMPARE(restored->failed.size(), size_t(1));
        QVERIFY2(restored->failed.front().problem.contains(reason), qPrintable(restored->failed.front().problem));
        QVERIFY(restored->restored.empty());
    }

    void faultsOnTheWay_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault : {"status=500,method=POST,count=2", "reset,method=POST,moment=after,count=2",
                                  "throttle,method=POST,count=2", "status=502,method=GET,count=1"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }

    void faultsOnTheWay()
    {
        QFETCH(QString, fault);
        Cleaning cleaning(releaseAndPullRequests());
        cleaning.owner().hurry();
        cleaning.owner().governor().setLongestPause(std::chrono::seconds(5));
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        cleaning.owner().server().addFault(*parseFault(fault));
        const auto restored = cleaning.restore(applied->journal, {cleaning.idOf(u"p2"_s), cleaning.idOf(u"p1"_s)});
        QVERIFY(restored.has_value());
        QVERIFY(!restored->stopped && restored->failed.empty());
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests); // with what the index lists
    }

    void refusesWhereItMust()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        {
            const auto lock = CleanupLock::take(cleaning.folder(), u"test"_s, u"acme"_s, u"another"_s);
            QVERIFY(lock.has_value());
            QCOMPARE(cleaning.restore(applied->journal).error().kind, ErrorKind::Refused);
        }
        auto tools = cleaning.tools();
        tools.server = u"elsewhere"_s;
        const auto foreign = QCoro::waitFor(restoreDeleted(tools, applied->journal, {}, {}, {}));
        QCOMPARE(foreign.error().kind, ErrorKind::Refused);
        QCOMPARE(cleaning.restore(cleaning.folder() + u"/nothing.jsonl"_s).error().kind, ErrorKind::FileAccess);
        QCOMPARE(cleaning.left(), u"v1"_s);
    }
};

SLIPWAY_TEST_SUITE(TestRestoring);

} // namespace

#include "test_restoring.moc"
