#include "integration/cleaning.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kPolicy = u"orphans: delete\nghosts: delete\nlimits: {versions: 500, percent: 100}"_s;

/// An index and a signature that are loose once their images are gone.
Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
        .image(u"child"_s, {}, {u"base"_s, u"child"_s})
        .index(u"ghost"_s, {u"old"_s}, {u"child"_s})
        .image(u"signed"_s, {}, {u"base"_s, u"signed"_s})
        .signature(u"orphan"_s, u"signed"_s)
        .package(u"twin"_s)
        .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s});
}

class TestCleanupStale final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A version was planned because what it points at is gone. That has come back: nothing of it may go.
    void whatItPointsAtHasComeBack_data()
    {
        QTest::addColumn<QString>("back"); ///< "package key"
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing came back") << QString() << u"v1 v2"_s;
        QTest::newRow("case 34: a ghost's child is there again") << u"app child"_s << u"child ghost v1 v2"_s;
        QTest::newRow("case 16: an orphan's subject is there again") << u"app signed"_s << u"orphan signed v1 v2"_s;
        QTest::newRow("case 16: in another package") << u"twin signed"_s << u"+ orphan v1 v2"_s;
        // After the reading that the plan was made of, and before it was made.
        QTest::newRow("case 16: in another package, hours before the plan")
            << u"twin signed early"_s << u"+ orphan v1 v2"_s;
    }

    void whatItPointsAtHasComeBack()
    {
        QFETCH(QString, back);
        Cleaning cleaning(organisation());
        const Digest signedDigest = cleaning.package().findId(cleaning.idOf(u"signed"_s).value)->digest;
        for (const QString& key : {u"child"_s, u"signed"_s})
            cleaning.package().remove(cleaning.idOf(key).value, cleaning.now());
        auto plan = cleaning.plan(kPolicy);
        QCOMPARE(plan.deletions.size(), size_t(2));
        const bool isEarly = back.endsWith(" early"_L1);
        if (isEarly) {
            plan.readAt = plan.createdAt.addDuration(-std::chrono::hours(20));
            plan = *parsePlanFile(writePlanFile(plan), u"plan"_s);
        }
        if (back.startsWith("twin "_L1)) {
            SimVersion again;
            again.id = 99'999;
            again.digest = signedDigest;
            again.createdAt = cleaning.now().addDays(-40);
            again.updatedAt = again.createdAt;
            cleaning.package(u"twin"_s).addVersion(again);
            cleaning.package(u"twin"_s).facts().updatedAt =
                isEarly ? cleaning.now().addDuration(-std::chrono::hours(10)) : cleaning.now().addSecs(1);
        } else if (!back.isEmpty()) {
            // The time GitHub tells of what was restored may be any.
            cleaning.package().restore(cleaning.idOf(back.section(u' ', 1)).value, cleaning.now().addDays(-40));
        }
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QTEST(cleaning.left(), "left");
        for (const auto& skipped : outcome->skipped)
            QVERIFY2(skipped.reason.contains("is there now"_L1), qPrintable(skipped.reason));
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// Case 26 in the middle of a tree: while its next deletion waited, an index was pushed that lists what is left.
    void whatIsPushedWhileItWaitsIsSeen_data()
    {
        QTest::addColumn<QString>("wait");
        QTest::newRow("case 26: during a pause") << u"pause"_s;
        QTest::newRow("case 26: while a limit is waited for")
            << u"status=429,retry-after=1,method=DELETE,count=1,skip=1"_s;
        QTest::newRow("case 26: after an answer that left it open") << u"status=500,method=DELETE,count=1,skip=1"_s;
    }

    void whatIsPushedWhileItWaitsIsSeen()
    {
        QFETCH(QString, wait);
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"child"_s, {}, {u"base"_s, u"child"_s})
                              .index(u"top"_s, {u"pr-1"_s}, {u"child"_s}));
        const auto plan =
            cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 500, percent: 100}"_s);
        QCOMPARE(plan.deletions.size(), size_t(2));
        if (wait != "pause"_L1)
            cleaning.owner().server().addFault(*parseFault(wait));
        const CleanupControl control;
        bool isPushed = false;
        const auto pushOnce = [&] {
            if (!isPushed)
                cleaning.push(u"v2"_s, {u"child"_s});
            isPushed = true;
        };
        std::optional<Result<CleanupOutcome>> outcome;
        auto task = applyCleanup(cleaning.tools(), {plan, {{u"app"_s}}, nullptr}, control,
                                 [&](const CleanupProgress& progress) {
                                     if (progress.deleted == 1 && wait == "pause"_L1)
                                         control.pause();
                                 },
                                 {});
        task.then([&](Result<CleanupOutcome> done) { outcome = std::move(done); });
        if (wait == "pause"_L1) {
            QVERIFY(eventually([&] { return control.isPaused(); }));
            pushOnce();
            control.goOn();
        } else {
            QVERIFY(eventually([&] { return cleaning.deletionsAsked() == 2; }));
            pushOnce();
        }
        QVERIFY(eventually([&] { return outcome.has_value(); }));
        QVERIFY(outcome->has_value() && !(*outcome)->stopped);
        QVERIFY2(cleaning.left().contains("child top v1"_L1), qPrintable(cleaning.left()));
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// A machine that sleeps stops the steady clock: what was read before is old when it wakes up.
    void whatIsPushedWhileTheMachineSleepsIsSeen_data()
    {
        QTest::addColumn<int>("hours"); ///< that the other clock goes on meanwhile
        QTest::addColumn<QString>("left");
        QTest::newRow("case 26: asleep") << 3 << u"child index top v1"_s;
        QTest::newRow("case 26: the clock was set back") << -3 << u"child index top v1"_s;
    }

    void whatIsPushedWhileTheMachineSleepsIsSeen()
    {
        QFETCH(int, hours);
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"child"_s, {}, {u"base"_s, u"child"_s})
                              .index(u"index"_s, {u"v2"_s}, {u"child"_s, u"v1"_s})
                              .index(u"top"_s, {u"pr-1"_s}, {u"child"_s}));
        const auto index = cleaning.idOf(u"index"_s).value;
        cleaning.package().remove(index, cleaning.now());
        const auto plan =
            cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 500, percent: 100}"_s);
        QCOMPARE(plan.deletions.size(), size_t(2));
        std::chrono::milliseconds slept{0};
        cleaning.setWallClock([&slept] { return systemTime() + slept; });
        const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress& progress) {
            if (progress.deleted == 1 && slept.count() == 0) {
                slept = std::chrono::hours(hours);
                cleaning.package().restore(index, cleaning.now().addSecs(1));
            }
        });
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QTEST(cleaning.left(), "left");
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// What somebody restores stands where it was, on the second page: a list of few pages is read whole again soon.
    void whatIsRestoredOnAnotherPageIsSeen()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"child"_s, {}, {u"base"_s, u"child"_s})
                              .image(u"other"_s, {u"v-1"_s}, {u"base"_s, u"other"_s})
                              .index(u"index"_s, {u"v-2"_s}, {u"child"_s, u"other"_s})
                              .index(u"top"_s, {u"pr-1"_s}, {u"child"_s})
                              .image(u"single"_s, {u"pr-2"_s}, {u"base"_s, u"single"_s})
                              .many(110, u"k"_s));
        const auto index = cleaning.idOf(u"index"_s).value;
        cleaning.package().remove(index, cleaning.now());
        const auto plan = cleaning.plan(pullRequestPolicy());
        QCOMPARE(cleaning.named(plan.deletions), u"single top child"_s);
        std::chrono::milliseconds passed{0};
        cleaning.setWallClock([&passed] { return systemTime() + passed; });
        const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress& progress) {
            if (progress.deleted == 1 && passed.count() == 0) {
                cleaning.package().restore(index, cleaning.now().addSecs(1));
                passed = std::chrono::seconds(11);
            }
        });
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QCOMPARE(cleaning.named(outcome->deleted), u"single"_s);
        QVERIFY2(cleaning.left().startsWith("child index k"_L1) && cleaning.left().contains("top"_L1),
                 qPrintable(cleaning.left()));
    }

    /// The machine sleeps, for less than a minute, while the answer about a version's row is on its way. It was made
    /// before a kept tag moved there, and the newest rows, which are read then, do not show it.
    void whatIsMovedWhileALookSleepsIsSeen_data()
    {
        QTest::addColumn<int>("seconds"); ///< that the other clock goes on meanwhile
        QTest::addColumn<bool>("isMoved");
        QTest::newRow("nothing was moved") << 50 << false;
        QTest::newRow("case 27: asleep") << 50 << true;
        QTest::newRow("case 27: just long enough to be judged again") << 10 << true;
    }

    void whatIsMovedWhileALookSleepsIsSeen()
    {
        QFETCH(int, seconds);
        QFETCH(bool, isMoved);
        // More pages of newer ones than are read whole within a minute.
        Cleaning cleaning(
            Organisation().package(u"app"_s).image(u"old"_s, {u"pr-1"_s}, {u"base"_s, u"old"_s}).many(510, u"k"_s));
        const auto plan = cleaning.plan(pullRequestPolicy());
        QCOMPARE(cleaning.named(plan.deletions), u"old"_s);
        const auto old = cleaning.idOf(u"old"_s);
        const QString row = u"/versions/%1"_s.arg(old.value);
        std::chrono::milliseconds slept{0};
        const auto looks = [&] { return cleaning.owner().requestsFor(row, "GET"); };
        cleaning.setWallClock([&] {
            if (looks() > 0 && slept.count() == 0) {
                slept = std::chrono::seconds(seconds);
                if (isMoved)
                    cleaning.package().moveTag(u"v7"_s, cleaning.package().findId(old.value)->digest, cleaning.now());
            }
            return systemTime() + slept;
        });
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QCOMPARE(looks(), 2); // again, when it is judged
        QCOMPARE(outcome->deleted.size(), size_t(isMoved ? 0 : 1));
        QCOMPARE(cleaning.left().contains("old"_L1), isMoved);
        QVERIFY(cleaning.package().findTag(u"v7"_s) != nullptr);
    }

    /// Somebody deletes a version and takes that back: that touches its row alone, and the reason says so.
    void whatWasRestoredSinceStays()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"old"_s, {u"pr-1"_s}, {u"base"_s, u"old"_s}));
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto old = cleaning.idOf(u"old"_s).value;
        cleaning.package().remove(old, cleaning.now());
        cleaning.package().restore(old, cleaning.now().addSecs(5));
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && outcome->deleted.empty());
        QCOMPARE(cleaning.named(outcome->skipped),
                 QStringList{u"old: the plan is stale: its tags were moved, or it was pushed again or restored"_s});
        QCOMPARE(cleaning.left(), u"old v1"_s);
    }

    /// What a rule keeps as its newest was there when the plan was made; without it the next one must stay.
    void theNewestOfARuleAreStillThere_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("left");
        QTest::newRow("nothing changed") << QString() << u"one two v1 w"_s;
        QTest::newRow("case 38: one was deleted") << u"delete two"_s << u"one three v1 w zero"_s;
        QTest::newRow("case 38: one lost its tag") << u"move sha-3 v1"_s << u"one three two v1 w zero"_s;
        QTest::newRow("case 38: one has another tag, too") << u"move v9 two"_s << u"one three two v1 w zero"_s;
    }

    void theNewestOfARuleAreStillThere()
    {
        QFETCH(QString, change);
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"zero"_s, {u"sha-0"_s}, {u"base"_s, u"zero"_s})
                              .image(u"three"_s, {u"sha-1"_s}, {u"base"_s, u"three"_s})
                              .image(u"one"_s, {u"sha-2"_s}, {u"base"_s, u"one"_s})
                              .image(u"two"_s, {u"sha-3"_s}, {u"base"_s, u"two"_s})
                              .image(u"x"_s, {u"pr-1"_s}, {u"base"_s, u"x"_s})
                              .image(u"w"_s, {u"pr-2"_s}, {u"base"_s, u"w"_s}));
        const auto plan = cleaning.plan(u"rules: [{tags: 'sha-*', keepLatest: 2}, {tags: 'pr-*', keepLatest: 1}]\n"
                                        "limits: {versions: 500, percent: 100}"_s);
        const QString planned = cleaning.named(plan.deletions);
        const auto words = change.split(u' ');
        if (words[0] == "delete"_L1)
            cleaning.package().remove(cleaning.idOf(words[1]).value, cleaning.now());
        else if (words[0] == "move"_L1)
            cleaning.moveTag(words[1], words[2]);
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QVERIFY2(planned.contains("three"_L1) && planned.contains("zero"_L1), qPrintable(planned));
        // The trees of the other rule go all the same.
        QTEST(cleaning.left(), "left");
    }

    /// The same where it stands on another page, for all trees of the rule.
    void theNewestOfARuleOnAnotherPageAreStillThere()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"zero"_s, {u"sha-0"_s}, {u"base"_s, u"zero"_s})
                              .image(u"one"_s, {u"sha-1"_s}, {u"base"_s, u"one"_s})
                              .image(u"two"_s, {u"sha-2"_s}, {u"base"_s, u"two"_s})
                              .image(u"three"_s, {u"sha-3"_s}, {u"base"_s, u"three"_s})
                              .many(110, u"k"_s));
        const auto plan = cleaning.plan(u"rules: [{tags: 'sha-*', keepLatest: 2}]\n"
                                        "limits: {versions: 500, percent: 100}"_s);
        QCOMPARE(plan.deletions.size(), size_t(2));
        cleaning.moveTag(u"v-9"_s, u"two"_s);
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QCOMPARE(cleaning.named(outcome->deleted), QString());
        QCOMPARE(outcome->skipped.size(), size_t(2));
    }

    /// Who pauses to restore something on GitHub's page gets it whole: what was read before does not count any more.
    void whatIsRestoredInAPauseIsSeen()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"child"_s, {}, {u"base"_s, u"child"_s})
                              .image(u"other"_s, {u"v-1"_s}, {u"base"_s, u"other"_s})
                              .index(u"index"_s, {u"v-2"_s}, {u"child"_s, u"other"_s})
                              .index(u"top"_s, {u"pr-1"_s}, {u"child"_s})
                              .many(110, u"k"_s));
        const auto index = cleaning.idOf(u"index"_s).value;
        cleaning.package().remove(index, cleaning.now());
        const auto plan = cleaning.plan(pullRequestPolicy());
        QCOMPARE(cleaning.named(plan.deletions), u"top child"_s);
        const CleanupControl control;
        std::optional<Result<CleanupOutcome>> outcome;
        auto task = applyCleanup(cleaning.tools(), {plan, {{u"app"_s}}, nullptr}, control,
                                 [&](const CleanupProgress& progress) {
                                     if (progress.deleted == 1)
                                         control.pause();
                                 },
                                 {});
        task.then([&](Result<CleanupOutcome> done) { outcome = std::move(done); });
        QVERIFY(eventually([&] { return control.isPaused(); }));
        cleaning.package().restore(index, cleaning.now().addSecs(1));
        control.goOn();
        QVERIFY(eventually([&] { return outcome.has_value(); }));
        QVERIFY(outcome->has_value() && !(*outcome)->stopped);
        QVERIFY2(cleaning.left().startsWith("child index k"_L1) && cleaning.left().contains("top"_L1),
                 qPrintable(cleaning.left()));
    }

    /// A plan that grows too old while it is paused is not gone on with.
    void aPlanThatGrewOldInAPauseIsStopped()
    {
        Cleaning cleaning(organisation());
        for (const QString& key : {u"child"_s, u"signed"_s})
            cleaning.package().remove(cleaning.idOf(key).value, cleaning.now());
        auto plan = cleaning.plan(kPolicy);
        const QDateTime end = QDateTime::currentDateTimeUtc().addSecs(4);
        plan.createdAt = end.addDuration(-kPlanLifetime);
        plan.readAt = plan.createdAt;
        plan = *parsePlanFile(writePlanFile(plan), u"plan"_s);
        const CleanupControl control;
        control.pause();
        auto tools = cleaning.tools();
        tools.clock = Clock();
        cleaning.owner().server().setClock(Clock());
        std::optional<Result<CleanupOutcome>> outcome;
        auto task = applyCleanup(tools, {plan, {{u"app"_s}}, nullptr}, control, {}, {});
        task.then([&](Result<CleanupOutcome> done) { outcome = std::move(done); });
        QVERIFY(eventually([&] { return QDateTime::currentDateTimeUtc() > end; }));
        QVERIFY(!outcome);
        control.goOn();
        QVERIFY(eventually([&] { return outcome.has_value(); }));
        QVERIFY(outcome->has_value() && (*outcome)->stopped);
        QCOMPARE((*outcome)->stopped->kind, ErrorKind::Refused);
        QCOMPARE(cleaning.deletionsAsked(), 0);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupStale);

} // namespace

#include "test_cleanupstale.moc"
