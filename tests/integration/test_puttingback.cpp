#include "cleanup/openversions.h"
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

/// A release, and a pull request's index of two images, deleted in the order p1, amd, arm.
Organisation twoPlatforms()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"v1"_s, {u"v1"_s}, {u"base"_s})
        .image(u"amd"_s, {}, {u"base"_s, u"amd"_s})
        .image(u"arm"_s, {}, {u"base"_s, u"arm"_s}, u"linux/arm64"_s)
        .index(u"p1"_s, {u"pr-1"_s}, {u"amd"_s, u"arm@linux/arm64"_s});
}

/// Makes the journal of a whole run that of one that was killed when it had sent a deletion; the line that it lacks.
JournalEntry killBeforeTheAnswer(const QString& path, VersionId last)
{
    const auto journal = readJournal(path);
    JournalEntry answer;
    std::vector<JournalEntry> entries;
    for (const auto& entry : journal.value().entries) {
        if (entry.event == JournalEvent::Deleted && entry.id == last)
            answer = entry;
        else if (entry.event != JournalEvent::Ended)
            entries.push_back(entry);
    }
    rewriteJournal(path, entries);
    return answer;
}

/// What comes back of trees that were not deleted whole, and of what nobody knows whether it is gone.
class TestPuttingBack final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A version that was announced and not heard of again may be gone or not: either way it is there afterwards.
    void whatWasOnlyAnnouncedIsLookedAt()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto applied = cleaning.apply(plan);
        QVERIFY(applied.has_value());
        auto text = readJournal(applied->journal);
        QVERIFY(text.has_value());
        std::erase_if(text->entries, [](const JournalEntry& entry) { return entry.event == JournalEvent::Deleted; });
        rewriteJournal(applied->journal, text->entries);
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY(restored.has_value());
        QCOMPARE(restored->restored.size(), size_t(4));
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests);
    }

    /// A run was killed between a deletion and its answer, and the tree is stale when the next one begins: what is gone
    /// is not called left, and comes back.
    void whatWasAnnouncedAndIsGoneIsNotCalledLeft()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto plan = cleaning.plan(pullRequestPolicy());
        std::stop_source stop;
        const auto first = cleaning.apply(plan, stop.get_token(), [&](const CleanupProgress& progress) {
            if (progress.deleted > 0 && !cleaning.left().contains("p1"_L1))
                stop.request_stop();
        });
        QVERIFY(first.has_value());
        QVERIFY2(cleaning.left().contains("amd "_L1), qPrintable(cleaning.left()));
        auto text = readJournal(first->journal);
        QVERIFY(text.has_value());
        std::erase_if(text->entries, [&](const JournalEntry& entry) {
            return entry.event == JournalEvent::Deleted && entry.id == cleaning.idOf(u"p1"_s);
        });
        rewriteJournal(first->journal, text->entries);
        cleaning.push(u"new"_s, {u"amd"_s});
        const auto second = cleaning.apply(plan);
        QVERIFY(second.has_value() && !second->stopped);
        QVERIFY2(cleaning.left().contains("+new amd p1 "_L1), qPrintable(cleaning.left()));
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// A run was killed between the last deletion of a tree and its answer, and a person has a part of that tree back:
    /// the rest of it comes back, too, as is told beforehand, wherever the run that does so is killed in turn.
    void whatWasAnnouncedOfAWantedTreeComesBack_data()
    {
        QTest::addColumn<int>("linesOfTheSecond"); ///< that reached the journal: what was gone is, and came back
        QTest::addColumn<QString>("toPutBack");
        QTest::addColumn<QString>("announced");
        QTest::newRow("the second begins") << 0 << u"p1"_s << u"arm"_s;
        QTest::newRow("killed when it had looked") << 1 << u"arm p1"_s << QString();
        QTest::newRow("killed when half of it was back") << 2 << u"p1"_s << QString();
    }

    void whatWasAnnouncedOfAWantedTreeComesBack()
    {
        QFETCH(int, linesOfTheSecond);
        Cleaning cleaning(twoPlatforms());
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto first = cleaning.apply(plan);
        QVERIFY(first.has_value());
        QCOMPARE(cleaning.named(first->deleted), u"p1 amd arm"_s);
        const VersionId last = cleaning.idOf(u"arm"_s);
        JournalEntry gone = killBeforeTheAnswer(first->journal, last);
        const auto restored = cleaning.restore(first->journal, {cleaning.idOf(u"amd"_s)});
        QVERIFY(restored.has_value());
        QCOMPARE(cleaning.left(), u"amd v1"_s);
        auto journal = readJournal(first->journal);
        QVERIFY(journal.has_value());
        if (linesOfTheSecond > 0)
            journal->entries.push_back(gone);
        if (linesOfTheSecond > 1) {
            gone.event = JournalEvent::Restored;
            journal->entries.push_back(gone);
            cleaning.package().restore(last.value, cleaning.now());
        }
        rewriteJournal(first->journal, journal->entries);
        const auto open = [&] {
            return openVersionsOf(plan, stateOf(readJournal(first->journal).value().entries), {{u"app"_s}});
        };
        QTEST(cleaning.named(open().toPutBack), "toPutBack");
        QTEST(cleaning.named(open().announced), "announced");
        const auto second = cleaning.apply(plan);
        QVERIFY(second.has_value() && !second->stopped);
        QVERIFY(second->deleted.empty());
        QCOMPARE(cleaning.named(second->failed).filter(u": restored: "_s).size(), linesOfTheSecond > 1 ? 1 : 2);
        QCOMPARE(cleaning.left(), u"amd arm p1 v1"_s);
        QCOMPARE(open().comingBack(), size_t(0));
        QVERIFY(stateOf(readJournal(first->journal).value().entries).isEnded);
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// Between two runs a person has a part of a tree back: on GitHub's own page, which no journal tells, where the
    /// time of a version stays as it was; or the very version that was announced only. The whole tree is there
    /// afterwards.
    void whatSomebodyHadBackMeanwhileStays_data()
    {
        QTest::addColumn<QString>("goneAtFirst"); ///< of the tree p1, amd, arm; the last of them is announced only
        QTest::addColumn<bool>("isLastDeleted");  ///< or was never sent
        QTest::addColumn<QString>("onThePage");   ///< what is restored there
        QTest::addColumn<QString>("byJournal");
        QTest::newRow("all that was deleted, and one is open") << u"p1 amd arm"_s << false << u"p1 amd"_s << QString();
        QTest::newRow("the index alone") << u"p1 amd arm"_s << false << u"p1"_s << QString();
        QTest::newRow("all that was known to be deleted") << u"p1 amd arm"_s << true << u"p1 amd"_s << QString();
        QTest::newRow("what was announced") << u"p1 amd arm"_s << true << QString() << u"arm"_s;
        QTest::newRow("what was announced, and never went") << u"p1 amd arm"_s << false << QString() << u"arm"_s;
    }

    void whatSomebodyHadBackMeanwhileStays()
    {
        QFETCH(QString, goneAtFirst);
        QFETCH(bool, isLastDeleted);
        QFETCH(QString, onThePage);
        QFETCH(QString, byJournal);
        Cleaning cleaning(twoPlatforms());
        const auto plan = cleaning.plan(pullRequestPolicy());
        const auto first = cleaning.apply(plan);
        QVERIFY(first.has_value());
        QCOMPARE(cleaning.named(first->deleted), goneAtFirst);
        const auto plannedAt = [&](VersionId id) {
            return std::ranges::find(plan.deletions, id, &PlannedVersion::id)->updatedAt;
        };
        const auto restoreOnThePage = [&](const QString& key) {
            cleaning.package().restore(cleaning.idOf(key).value, plannedAt(cleaning.idOf(key)));
        };
        const VersionId last = cleaning.idOf(u"arm"_s);
        killBeforeTheAnswer(first->journal, last);
        if (!isLastDeleted)
            restoreOnThePage(u"arm"_s);
        for (const QString& key : onThePage.split(u' ', Qt::SkipEmptyParts))
            restoreOnThePage(key);
        if (!byJournal.isEmpty()) {
            const auto restored = cleaning.restore(first->journal, {cleaning.idOf(byJournal)});
            QVERIFY(restored.has_value() && !restored->stopped);
            QCOMPARE(restored->restored.size(), size_t(isLastDeleted ? 1 : 0));
            QCOMPARE(restored->neverAway.size(), size_t(isLastDeleted ? 0 : 1));
        }
        const int deletions = cleaning.deletionsAsked();
        const auto second = cleaning.apply(plan);
        QVERIFY(second.has_value() && !second->stopped);
        QVERIFY(second->deleted.empty());
        QCOMPARE(cleaning.deletionsAsked(), deletions);
        QCOMPARE(cleaning.left(), u"amd arm p1 v1"_s);
        QVERIFY(stateOf(readJournal(first->journal).value().entries).isEnded);
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// Of a version that was left without a certain answer nobody knows whether it is gone: it is looked at, and told.
    void whatNeverWasAwayIsTold()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value());
        auto text = readJournal(applied->journal);
        QVERIFY(text.has_value());
        const VersionId top = cleaning.idOf(u"p1"_s);
        for (auto& entry : text->entries) {
            if (entry.event == JournalEvent::Deleted && entry.id == top)
                entry.event = JournalEvent::Left;
        }
        rewriteJournal(applied->journal, text->entries);
        cleaning.package().restore(top.value, cleaning.now());
        std::vector<size_t> told;
        const auto restored = QCoro::waitFor(restoreDeleted(cleaning.tools(), applied->journal, {},
                                                            [&](size_t done, size_t total) {
                                                                QCOMPARE(total, size_t(4));
                                                                told.push_back(done);
                                                            },
                                                            {}));
        QVERIFY(restored.has_value() && !restored->stopped);
        QCOMPARE(told, (std::vector<size_t>{1, 2, 3, 4})); // the top of a tree comes last
        QCOMPARE(restored->restored.size(), size_t(3));
        QCOMPARE(restored->neverAway.size(), size_t(1));
        QCOMPARE(restored->neverAway.front().id, top);
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests);
        // If it is gone after all, it comes back.
        cleaning.package().remove(top.value, cleaning.now());
        const auto again = cleaning.restore(applied->journal, {top});
        QVERIFY(again.has_value() && again->restored.size() == 1);
        QCOMPARE(cleaning.left(), kReleaseAndPullRequests);
    }

    /// What GitHub has refused to delete in words that are known never was away.
    void whatWasRefusedCannotBeRestored()
    {
        Cleaning cleaning(releaseAndPullRequests());
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        app.setDownloads(*app.findDigest(app.findId(cleaning.idOf(u"amd"_s).value)->digest), 5001);
        const auto applied = cleaning.apply(cleaning.plan(pullRequestPolicy()));
        QVERIFY(applied.has_value() && !applied->stopped);
        const auto restored = cleaning.restore(applied->journal, {cleaning.idOf(u"amd"_s)});
        QVERIFY(!restored.has_value());
        QCOMPARE(restored.error().kind, ErrorKind::InvalidArgument);
    }

    /// A tree that stays is put back, but the registry hides its tags: what is there is not called deleted, and its
    /// tags are put back later.
    void whatIsBackWithoutItsTagsIsNotCalledDeleted_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("isRestored"); ///< or the plan gone on with
        const QString hidden = u"status=404,method=HEAD"_s;
        const QString failing = u"status=500,method=HEAD"_s; // which stops the run
        QTest::newRow("the same plan goes on") << hidden << false;
        QTest::newRow("restored") << hidden << true;
        QTest::newRow("stopped by it, and the same plan goes on") << failing << false;
        QTest::newRow("stopped by it, and restored") << failing << true;
    }

    void whatIsBackWithoutItsTagsIsNotCalledDeleted()
    {
        QFETCH(QString, fault);
        QFETCH(bool, isRestored);
        const bool isStopped = fault.contains("500"_L1);
        Cleaning cleaning(releaseAndPullRequests());
        cleaning.owner().hurry();
        cleaning.push(u"other"_s, {u"v1"_s});
        const auto plan = cleaning.plan(pullRequestPolicy());
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        app.setDownloads(*app.findDigest(app.findId(cleaning.idOf(u"amd"_s).value)->digest), 5001);
        const auto top = cleaning.idOf(u"p1"_s).value;
        bool isLost = false;
        const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress&) {
            if (isLost || cleaning.left().contains("p1"_L1))
                return;
            // Its tag went on to a version that is gone now, too, and nothing is shown any more.
            isLost = true;
            app.restore(top, cleaning.now());
            app.moveTag(u"pr-1"_s, app.findTag(u"other"_s)->digest, cleaning.now());
            app.remove(top, cleaning.now());
            app.remove(app.findTag(u"other"_s)->id, cleaning.now());
            cleaning.owner().server().addFault(*parseFault(fault));
        });
        QVERIFY(outcome.has_value() && isLost);
        QCOMPARE(outcome->stopped.has_value(), isStopped);
        QVERIFY2(cleaning.tagged().contains("p1:pr-one "_L1), qPrintable(cleaning.tagged()));
        QCOMPARE(cleaning.named(outcome->deleted), u"p2"_s);
        const auto failed = cleaning.named(outcome->failed).filter(u"p1: "_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed.front().startsWith("p1: restored: it is back, but not all of its tags"_L1),
                 qPrintable(failed.front()));
        const auto state = [&outcome] { return stateOf(readJournal(outcome->journal).value().entries); };
        const auto toPutBack = [&] { return cleaning.named(openVersionsOf(plan, state(), {{u"app"_s}}).toPutBack); };
        // Going on can give it its tags.
        QVERIFY(!state().isEnded);
        QCOMPARE(toPutBack(), u"p1"_s);
        cleaning.owner().server().clearFaults();
        if (isRestored) {
            const auto restored = cleaning.restore(outcome->journal, {cleaning.idOf(u"p1"_s)});
            QVERIFY(restored.has_value() && restored->restored.size() == 1);
            QVERIFY(restored->restored.front().problem.isEmpty() && restored->neverAway.empty());
        } else {
            const auto again = cleaning.apply(plan);
            QVERIFY(again.has_value() && !again->stopped && again->failed.empty());
            QCOMPARE(cleaning.named(again->deleted), u"p2"_s);
        }
        QVERIFY2(cleaning.tagged().contains("p1:pr-one,pr-1 "_L1), qPrintable(cleaning.tagged()));
        QCOMPARE(toPutBack(), QString());
        // Where a person has restored it, going on finds nothing left to do.
        const int deletions = cleaning.deletionsAsked();
        QVERIFY(!isRestored || cleaning.apply(plan).has_value());
        QVERIFY(state().isEnded);
        QCOMPARE(cleaning.deletionsAsked(), deletions);
    }

    /// GitHub refuses half of a tree and then what was deleted of it, too: that stays restorable. The run is ended only
    /// if going on could not bring it back.
    void whatCouldNotBePutBackStaysRestorable_data()
    {
        QTest::addColumn<bool>("isPushedAgain"); ///< or refused for want of permission
        QTest::newRow("for want of permission") << false;
        QTest::newRow("pushed again meanwhile") << true;
    }

    void whatCouldNotBePutBackStaysRestorable()
    {
        QFETCH(bool, isPushedAgain);
        Cleaning cleaning(releaseAndPullRequests());
        const auto plan = cleaning.plan(pullRequestPolicy());
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        app.setDownloads(*app.findDigest(app.findId(cleaning.idOf(u"amd"_s).value)->digest), 5001);
        SimVersion again;
        again.id = 99'999;
        again.digest = app.findId(cleaning.idOf(u"p1"_s).value)->digest;
        if (!isPushedAgain)
            cleaning.owner().server().addFault(*parseFault(u"status=404,method=POST"_s));
        const auto outcome = cleaning.apply(plan, {}, [&](const CleanupProgress&) {
            if (isPushedAgain && !cleaning.left().contains("p1"_L1) && app.findId(again.id) == nullptr) {
                again.createdAt = again.updatedAt = cleaning.now();
                app.addVersion(again);
            }
        });
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QVERIFY(!cleaning.left().contains("p1"_L1));
        QVERIFY(cleaning.named(outcome->deleted).split(u' ').contains(u"p1"_s));
        QCOMPARE(cleaning.named(outcome->failed).filter(u"could not be restored"_s).size(), 1);
        const auto state = [&outcome] { return stateOf(readJournal(outcome->journal).value().entries); };
        QCOMPARE(state().isEnded, isPushedAgain);
        cleaning.owner().server().clearFaults();
        if (isPushedAgain)
            app.remove(again.id, cleaning.now());
        else
            QCOMPARE(cleaning.named(openVersionsOf(plan, state(), {{u"app"_s}}).toPutBack), u"p1"_s);
        const auto restored = cleaning.restore(outcome->journal, {cleaning.idOf(u"p1"_s)});
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().subject));
        QVERIFY(restored->failed.empty());
        QVERIFY2(cleaning.left().contains("amd p1 "_L1), qPrintable(cleaning.left()));
    }
};

SLIPWAY_TEST_SUITE(TestPuttingBack);

} // namespace

#include "test_puttingback.moc"
