#include "cleanup/cleanupjournal.h"
#include "integration/cleaning.h"
#include "store/auditlog.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QCoroTask>
#include <QFile>
#include <QTest>

#include <algorithm>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kPolicy = u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 500, percent: 100}"_s;

/// Two trees of pull requests that share nothing, and a release with a signature.
Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"amd"_s, {}, {u"base"_s, u"amd"_s})
        .image(u"arm"_s, {}, {u"base"_s, u"arm"_s}, u"linux/arm64"_s)
        .index(u"v1"_s, {u"v1"_s, u"latest"_s}, {u"amd"_s, u"arm@linux/arm64"_s})
        .signature(u"v1sig"_s, u"amd"_s)
        .image(u"p1amd"_s, {}, {u"base"_s, u"p1"_s})
        .index(u"p1"_s, {u"pr-1"_s}, {u"p1amd"_s})
        .signature(u"p1sig"_s, u"p1amd"_s)
        .image(u"p2amd"_s, {}, {u"base"_s, u"p2"_s})
        .index(u"p2"_s, {u"pr-2"_s}, {u"p2amd"_s});
}

const QString kAll = u"amd arm p1 p1amd p1sig p2 p2amd v1 v1sig"_s;
const QString kFirst = u"amd arm p1 p1amd p1sig v1 v1sig"_s; ///< after the first tree
const QString kKept = u"amd arm v1 v1sig"_s;

class TestCleanupRun final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeTreesGoAndTheRestCanBePulled()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        QCOMPARE(cleaning.left(), kAll);
        QCOMPARE(cleaning.owner().requestsFor(u"/"_s, "DELETE") + cleaning.owner().requestsFor(u"/"_s, "PUT")
                     + cleaning.owner().requestsFor(u"/"_s, "POST"),
                 0); // planning changes nothing
        std::vector<CleanupProgress> progress;
        const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress& now) { progress.push_back(now); });
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().subject));
        QVERIFY(!outcome->stopped);
        QCOMPARE(cleaning.left(), kKept);
        QCOMPARE(outcome->deleted.size(), size_t(5));
        QVERIFY(outcome->skipped.empty() && outcome->failed.empty());
        QCOMPARE(outcome->freedBytes, plan.freedBytes);
        QVERIFY(plan.freedBytes > 4000);
        QCOMPARE(progress.back().done, size_t(5));
        QCOMPARE(progress.back().freed, plan.freedBytes);
        const auto names = cleaning.named(outcome->deleted).split(u' ');
        QVERIFY(names.indexOf(u"p1"_s) < names.indexOf(u"p1amd"_s));
        QVERIFY(names.indexOf(u"p1amd"_s) < names.indexOf(u"p1sig"_s));
        QVERIFY(cleaning.proof(plan).isProven());
        const auto& server = cleaning.owner().server();
        QCOMPARE(pullEverything(server, cleaning.owner().server().state()), QString());
    }

    void journalHasAllARestorationTakes()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value());
        const auto text = readJournal(outcome->journal);
        QVERIFY(text.has_value());
        QCOMPARE(text->entries.front().event, JournalEvent::Begun);
        QCOMPARE(text->entries.front().plan, plan.seal);
        QCOMPARE(text->entries.back().event, JournalEvent::Ended);
        const auto state = stateOf(text->entries);
        for (const auto& planned : plan.deletions) {
            const auto* fate = state.of(planned.id);
            QVERIFY(fate != nullptr);
            QCOMPARE(Digest::of(fate->intent.manifest), planned.digest);
            QCOMPARE(fate->intent.tags, planned.tags);
            QVERIFY(!fate->intent.mediaType.isEmpty());
        }
    }

    /// What a server's oddities come to: what is left, how many deletions were asked for, what stopped it.
    void faults_data()
    {
        QTest::addColumn<QString>("faults"); ///< with "; " between
        QTest::addColumn<QString>("left");
        QTest::addColumn<int>("asked");
        QTest::addColumn<QString>("stopped");
        const auto row = [](const char* name, const char* faults, const QString& left, int asked,
                            const char* stopped = "") {
            QTest::newRow(name) << QString::fromLatin1(faults) << left << asked << QString::fromLatin1(stopped);
        };
        row("none", "", kKept, 5);
        row("case 33: 500 once", "status=500,method=DELETE,count=1", kKept, 6);
        row("500 three times", "status=500,method=DELETE,count=3,skip=1", kKept, 8);
        row("reset after its effect", "reset,method=DELETE,moment=after,count=1", kKept, 5);
        row("reset before its effect", "reset,method=DELETE,count=2", kKept, 7);
        row("case 32: a limit", "status=429,retry-after=1,method=DELETE,count=1", kKept, 6);
        row("case 32: a secondary limit", "status=403,retry-after=1,method=DELETE,count=1,skip=3", kKept, 6);
        row("a limit in milliseconds", "throttle,method=DELETE,count=2", kKept, 7);
        row("an hour's limit", "status=403,retry-after=3600,method=DELETE,count=1,skip=2", kFirst, 3, "rate-limited");
        row("case 32: 401 once", "status=401,method=DELETE,count=1", kKept, 6);
        row("401 for ever", "status=401,method=DELETE", kAll, 2, "unauthorized");
        row("case 31: no permission", "status=404,method=DELETE", kAll, 1, "forbidden");
        row("no list", "status=500,route=*/app/versions", kAll, 0);
        row("no row", "status=500,route=*/app/versions/*,method=GET", kAll, 0, "server");
        row("400 nobody knows", "status=400,method=DELETE,count=1", u"amd arm p2 p2amd v1 v1sig"_s, 4);
    }

    void faults()
    {
        QFETCH(QString, faults);
        Cleaning cleaning(organisation());
        cleaning.owner().hurry();
        cleaning.owner().governor().setLongestPause(std::chrono::seconds(5));
        const auto plan = cleaning.plan(kPolicy);
        for (const QString& spec : faults.split(u"; "_s, Qt::SkipEmptyParts)) {
            const auto fault = parseFault(spec);
            QVERIFY2(fault.has_value(), qPrintable(spec));
            cleaning.owner().server().addFault(*fault);
        }
        cleaning.owner().server().clearRequests();
        const auto outcome = cleaning.apply(plan);
        QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(outcome.error().subject));
        QTEST(cleaning.left(), "left");
        QTEST(cleaning.deletionsAsked(), "asked");
        QTEST(outcome->stopped ? errorKindName(outcome->stopped->kind) : QString(), "stopped");
        // Each deletion is counted once, and nothing that is there is called deleted.
        QCOMPARE(qsizetype(outcome->deleted.size()) + cleaning.left().split(u' ').size(), 9);
        cleaning.owner().server().clearFaults();
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
        if (!outcome->stopped || cleaning.owner().governor().pause())
            return;
        // The same plan goes on where it stopped.
        const auto again = cleaning.apply(plan);
        QVERIFY(again.has_value() && !again->stopped);
        QCOMPARE(cleaning.left(), kKept);
        QCOMPARE(again->deleted.size(), size_t(5));
    }

    /// More than 5,000 downloads show half-way: the tree is put back, remembered, and the others go.
    void aTreeThatCannotGoWholeIsPutBack()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        const Digest digest = app.findId(cleaning.idOf(u"p1amd"_s).value)->digest;
        app.setDownloads(*app.findDigest(digest), 5001);
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QCOMPARE(cleaning.left(), u"amd arm p1 p1amd p1sig v1 v1sig"_s);
        QVERIFY2(cleaning.tagged().contains("p1:pr-1"_L1), qPrintable(cleaning.tagged()));
        QCOMPARE(cleaning.named(outcome->deleted), u"p2 p2amd"_s);
        const auto failed = cleaning.named(outcome->failed);
        QCOMPARE(failed.size(), 2);
        QVERIFY2(failed.filter(u"p1: restored"_s).size() == 1, qPrintable(failed.join(u'\n')));
        QVERIFY(failed.filter(u"5,000 downloads"_s).size() == 1);
        // Another plan's tree with it is not even begun.
        cleaning.owner().server().clearRequests();
        cleaning.setClock(cleaning.now().addDays(3)); // what was restored is young for a day
        const auto next = cleaning.plan(kPolicy);
        QVERIFY(next.seal != plan.seal);
        const auto second = cleaning.apply(next);
        QVERIFY(second.has_value());
        QCOMPARE(cleaning.deletionsAsked(), 0);
        QVERIFY(!cleaning.named(second->failed).filter(u"5,000 downloads"_s).isEmpty());
    }

    void whatChangedSinceThePlanStays_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("left");
        QTest::newRow("case 26: a new index lists a child")
            << u"index p1amd"_s << u"+new amd arm p1 p1amd p1sig v1 v1sig"_s;
        QTest::newRow("case 27: a tag was moved to the top") << u"tag v9 p1"_s << u"amd arm p1 p1amd p1sig v1 v1sig"_s;
        QTest::newRow("case 27: a tag was moved to a child") << u"tag v9 p2amd"_s << u"amd arm p2 p2amd v1 v1sig"_s;
        QTest::newRow("its tag was moved away") << u"tag pr-1 amd"_s << u"amd arm p1 p1amd p1sig v1 v1sig"_s;
        QTest::newRow("somebody deleted the top") << u"delete p1"_s << u"amd arm v1 v1sig"_s;
        QTest::newRow("something new that hangs on nothing") << u"index amd"_s << u"+new amd arm v1 v1sig"_s;
    }

    void whatChangedSinceThePlanStays()
    {
        QFETCH(QString, change);
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        const auto words = change.split(u' ');
        if (words[0] == "index"_L1)
            cleaning.push(u"new"_s, {words[1]});
        else if (words[0] == "tag"_L1)
            cleaning.moveTag(words[1], words[2]);
        else
            cleaning.package().remove(cleaning.idOf(words[1]).value, cleaning.now());
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QTEST(cleaning.left(), "left");
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// A tag lands on a child after its index has gone: the index comes back.
    void whatChangesHalfWayPutsItsTreeBack()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        bool isMoved = false;
        const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress& progress) {
            if (progress.deleted == 1 && !isMoved) {
                const QString child = cleaning.left().contains("p1 "_L1) ? u"p2amd"_s : u"p1amd"_s;
                const Digest digest = cleaning.package().findId(cleaning.idOf(child).value)->digest;
                cleaning.package().moveTag(u"v9"_s, digest, cleaning.now().addSecs(1));
                isMoved = true;
            }
        });
        QVERIFY(outcome.has_value() && isMoved);
        QVERIFY2(cleaning.left() == "amd arm p1 p1amd p1sig v1 v1sig"_L1
                     || cleaning.left() == "amd arm p2 p2amd v1 v1sig"_L1,
                 qPrintable(cleaning.left()));
        QCOMPARE(outcome->failed.size(), size_t(1));
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// Stopped at each version in turn: no deletion twice, and what is done is not listed again.
    void goesOnWhereItStopped()
    {
        for (size_t at = 1; at <= 4; ++at) {
            Cleaning cleaning(organisation());
            const auto plan = cleaning.plan(kPolicy);
            std::stop_source stop;
            const auto first = cleaning.apply(plan, stop.get_token(), [&](const CleanupProgress& progress) {
                if (progress.deleted == at)
                    stop.request_stop();
            });
            QVERIFY(first.has_value());
            QCOMPARE(first->stopped->kind, ErrorKind::Cancelled);
            QCOMPARE(first->deleted.size(), at);
            QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
            cleaning.owner().restart();
            const auto second = cleaning.apply(plan);
            QVERIFY(second.has_value() && !second->stopped);
            QCOMPARE(cleaning.left(), kKept);
            QCOMPARE(cleaning.deletionsAsked(), 5);
            QCOMPARE(second->deleted.size(), size_t(5));
            cleaning.owner().server().clearRequests();
            const auto third = cleaning.apply(plan);
            QVERIFY(third.has_value() && !third->stopped);
            QCOMPARE(third->deleted.size(), size_t(5));
            QCOMPARE(cleaning.owner().server().requests().size(), 0); // nothing is left to do
        }
    }

    /// Whoever restores a part of what a stopped run has deleted keeps it whole: also where the time that GitHub tells
    /// of it is still that of the plan.
    void whatWasRestoredInPartStays()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        std::stop_source stop;
        const auto first = cleaning.apply(plan, stop.get_token(), [&](const CleanupProgress& progress) {
            if (progress.deleted == 1)
                stop.request_stop();
        });
        QVERIFY(first.has_value() && first->deleted.size() == 1);
        const VersionId top = first->deleted.front().id;
        QVERIFY(cleaning.restore(first->journal, {top}).has_value());
        const auto planned = std::ranges::find(plan.deletions, top, &PlannedVersion::id);
        cleaning.package().remove(top.value, cleaning.now());
        cleaning.package().restore(top.value, planned->updatedAt);
        const auto second = cleaning.apply(plan);
        QVERIFY(second.has_value() && !second->stopped);
        QCOMPARE(cleaning.left(), u"amd arm p2 p2amd v1 v1sig"_s);
        QVERIFY(!second->skipped.empty());
        for (const auto& skipped : second->skipped)
            QCOMPARE(skipped.reason, u"part of it was restored"_s);
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    void pausesBetweenTwoVersions()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        const CleanupControl control;
        std::optional<Result<CleanupOutcome>> outcome;
        auto task = applyCleanup(cleaning.tools(), {plan, {}, cleaning.owner().stored()}, control,
                                 [&](const CleanupProgress& progress) {
                                     if (progress.deleted == 2)
                                         control.pause();
                                 },
                                 {});
        task.then([&](Result<CleanupOutcome> done) { outcome = std::move(done); });
        QVERIFY(eventually([&] { return cleaning.deletionsAsked() == 2; }));
        QVERIFY(eventually([&] { return control.isPaused(); }));
        QTest::qWait(50);
        QCOMPARE(cleaning.deletionsAsked(), 2);
        control.goOn();
        QVERIFY(eventually([&] { return outcome.has_value(); }));
        QCOMPARE(cleaning.left(), kKept);
    }

    void withoutAJournalNothingGoes()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        QVERIFY(QFile::link(u"/dev/full"_s, journalPathOf(cleaning.folder(), plan)));
        const auto outcome = cleaning.apply(plan);
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().kind, ErrorKind::FileAccess);
        QCOMPARE(cleaning.deletionsAsked(), 0);
        QCOMPARE(cleaning.left(), kAll);
    }

    void everyAttemptIsInTheAudit()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        cleaning.owner().server().addFault(*parseFault(u"status=400,method=DELETE,count=1,skip=1"_s));
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value());
        QVERIFY(cleaning.restore(outcome->journal).has_value());
        const auto text = AuditLog(cleaning.tools().auditFile).read();
        QVERIFY(text.has_value() && text->broken.isEmpty());
        QStringList acts;
        for (const auto& row : text->rows) {
            QCOMPARE(row.owner, u"acme"_s);
            acts.append(row.action + u' ' + row.result);
        }
        // The first tree was put back after its second deletion failed, then the other one was deleted and restored.
        QCOMPARE(acts.count(u"cleanup.delete begun"_s), 5);
        QCOMPARE(acts.count(u"cleanup.delete done"_s), 4);
        QCOMPARE(acts.count(u"cleanup.delete failed"_s), 1);
        QCOMPARE(acts.count(u"cleanup.restore done"_s), 4);
        QCOMPARE(acts.first(), u"cleanup.delete begun"_s);
    }

    void packagesOverALimitAreNamed()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]"_s);
        QCOMPARE(plan.needsConfirmation.size(), size_t(1));
        const auto outcome = QCoro::waitFor(applyCleanup(cleaning.tools(), {plan, {}, nullptr}, {}, {}, {}));
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->skipped.size(), size_t(5));
        QCOMPARE(cleaning.left(), kAll);
        // What a person has left out is not open: the run is ended. Once it is named the same plan goes on with it.
        const auto journal = [&outcome] { return readJournal(outcome->journal).value().entries; };
        QVERIFY(stateOf(journal()).isEnded);
        QCOMPARE(journal().front().allowed, QStringList());
        std::stop_source stop;
        QVERIFY(cleaning
                    .apply(plan, stop.get_token(),
                           [&](const CleanupProgress& progress) {
                               if (progress.deleted == 1)
                                   stop.request_stop();
                           })
                    .has_value());
        QVERIFY(!stateOf(journal()).isEnded);
        QVERIFY(std::ranges::contains(journal(), QStringList{u"app"_s}, &JournalEntry::allowed));
        QVERIFY(cleaning.apply(plan).has_value());
        QVERIFY(stateOf(journal()).isEnded);
        QCOMPARE(cleaning.left(), kKept);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupRun);

} // namespace

#include "test_cleanuprun.moc"
