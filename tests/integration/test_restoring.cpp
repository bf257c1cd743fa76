#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "integration/cleaning.h"
#include "support/suite.h"

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

Organisation organisation()
{
    return Organisation()
        .package(u"app"_s)
        .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
        .image(u"amd"_s, {}, {u"base"_s, u"p1"_s})
        .index(u"p1"_s, {u"pr-1"_s, u"pr-one"_s}, {u"amd"_s})
        .signature(u"sig"_s, u"amd"_s)
        .image(u"p2"_s, {u"pr-2"_s}, {u"base"_s, u"p2"_s});
}

const QString kAll = u"amd p1 p2 sig v1"_s;

/// Makes a journal tell another story.
void rewrite(const QString& path, const std::vector<JournalEntry>& entries)
{
    QVERIFY(QFile::remove(path));
    auto journal = CleanupJournal::open(path);
    QVERIFY(journal.has_value());
    for (const auto& entry : entries)
        QVERIFY(journal->append(entry, CleanupJournal::Reaches::File).has_value());
}

class TestRestoring final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingComesBackWithItsTags()
    {
        Cleaning cleaning(organisation());
        const auto before = cleaning.tagged();
        const auto plan = cleaning.plan(kPolicy);
        const auto applied = cleaning.apply(plan);
        QVERIFY(applied.has_value());
        QCOMPARE(cleaning.left(), u"v1"_s);
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().subject));
        QVERIFY(!restored->stopped && restored->failed.empty());
        QCOMPARE(restored->restored.size(), size_t(4));
        QCOMPARE(cleaning.left(), kAll);
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
        Cleaning cleaning(organisation());
        cleaning.owner().hurry();
        cleaning.owner().governor().setLongestPause(std::chrono::seconds(5));
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
        QVERIFY(applied.has_value());
        cleaning.owner().server().addFault(*parseFault(fault));
        const auto restored = cleaning.restore(applied->journal, {cleaning.idOf(u"p2"_s), cleaning.idOf(u"p1"_s)});
        QVERIFY(restored.has_value());
        QVERIFY(!restored->stopped && restored->failed.empty());
        QCOMPARE(cleaning.left(), kAll); // with what the index lists
    }

    /// A version that was announced and not heard of again may be gone or not: either way it is there afterwards.
    void whatWasOnlyAnnouncedIsLookedAt()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        const auto applied = cleaning.apply(plan);
        QVERIFY(applied.has_value());
        auto text = readJournal(applied->journal);
        QVERIFY(text.has_value());
        std::erase_if(text->entries, [](const JournalEntry& entry) { return entry.event == JournalEvent::Deleted; });
        rewrite(applied->journal, text->entries);
        const auto restored = cleaning.restore(applied->journal);
        QVERIFY(restored.has_value());
        QCOMPARE(restored->restored.size(), size_t(4));
        QCOMPARE(cleaning.left(), kAll);
    }

    /// A run was killed between a deletion and its answer, and the tree is stale when the next one begins: what is gone
    /// is not called left, and comes back.
    void whatWasAnnouncedAndIsGoneIsNotCalledLeft()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
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
        rewrite(first->journal, text->entries);
        cleaning.push(u"new"_s, {u"amd"_s});
        const auto second = cleaning.apply(plan);
        QVERIFY(second.has_value() && !second->stopped);
        QVERIFY2(cleaning.left().contains("+new amd p1 "_L1), qPrintable(cleaning.left()));
        QCOMPARE(pullEverything(cleaning.owner().server(), cleaning.owner().server().state()), QString());
    }

    /// Of a version that was left without a certain answer nobody knows whether it is gone: it is looked at, and told.
    void whatNeverWasAwayIsTold()
    {
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
        QVERIFY(applied.has_value());
        auto text = readJournal(applied->journal);
        QVERIFY(text.has_value());
        const VersionId top = cleaning.idOf(u"p1"_s);
        for (auto& entry : text->entries) {
            if (entry.event == JournalEvent::Deleted && entry.id == top)
                entry.event = JournalEvent::Left;
        }
        rewrite(applied->journal, text->entries);
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
        QCOMPARE(cleaning.left(), kAll);
        // If it is gone after all, it comes back.
        cleaning.package().remove(top.value, cleaning.now());
        const auto again = cleaning.restore(applied->journal, {top});
        QVERIFY(again.has_value() && again->restored.size() == 1);
        QCOMPARE(cleaning.left(), kAll);
    }

    /// What GitHub has refused to delete in words that are known never was away.
    void whatWasRefusedCannotBeRestored()
    {
        Cleaning cleaning(organisation());
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        app.setDownloads(*app.findDigest(app.findId(cleaning.idOf(u"amd"_s).value)->digest), 5001);
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
        QVERIFY(applied.has_value() && !applied->stopped);
        const auto restored = cleaning.restore(applied->journal, {cleaning.idOf(u"amd"_s)});
        QVERIFY(!restored.has_value());
        QCOMPARE(restored.error().kind, ErrorKind::InvalidArgument);
    }

    /// A tree that stays is put back, but the registry hides its tags: what is there is not called deleted, and its
    /// tags are put back later.
    void whatIsBackWithoutItsTagsIsNotCalledDeleted_data()
    {
        QTest::addColumn<bool>("isRestored"); ///< or the plan gone on with
        QTest::newRow("the same plan goes on") << false;
        QTest::newRow("restored") << true;
    }

    void whatIsBackWithoutItsTagsIsNotCalledDeleted()
    {
        QFETCH(bool, isRestored);
        Cleaning cleaning(organisation());
        cleaning.push(u"other"_s, {u"v1"_s});
        const auto plan = cleaning.plan(kPolicy);
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
            cleaning.owner().server().addFault(*parseFault(u"status=404,method=HEAD"_s));
        });
        QVERIFY(outcome.has_value() && !outcome->stopped && isLost);
        QVERIFY2(cleaning.tagged().contains("p1:pr-one "_L1), qPrintable(cleaning.tagged()));
        QCOMPARE(cleaning.named(outcome->deleted), u"p2"_s);
        const auto failed = cleaning.named(outcome->failed).filter(u"p1: "_s);
        QCOMPARE(failed.size(), 1);
        QVERIFY2(failed.front().startsWith("p1: restored: it is back, but not all of its tags"_L1),
                 qPrintable(failed.front()));
        const auto text = readJournal(outcome->journal);
        QVERIFY(text.has_value() && !stateOf(text->entries).isEnded);
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
    }

    /// GitHub refuses half of a tree and then what was deleted of it, too: that stays restorable.
    void whatCouldNotBePutBackStaysRestorable()
    {
        Cleaning cleaning(organisation());
        const auto plan = cleaning.plan(kPolicy);
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        app.setDownloads(*app.findDigest(app.findId(cleaning.idOf(u"amd"_s).value)->digest), 5001);
        cleaning.owner().server().addFault(*parseFault(u"status=404,method=POST"_s));
        const auto outcome = cleaning.apply(plan);
        QVERIFY(outcome.has_value() && !outcome->stopped);
        QVERIFY(!cleaning.left().contains("p1"_L1));
        QVERIFY(cleaning.named(outcome->deleted).split(u' ').contains(u"p1"_s));
        QCOMPARE(cleaning.named(outcome->failed).filter(u"could not be restored"_s).size(), 1);
        cleaning.owner().server().clearFaults();
        const auto restored = cleaning.restore(outcome->journal, {cleaning.idOf(u"p1"_s)});
        QVERIFY2(restored.has_value(), restored ? "" : qPrintable(restored.error().subject));
        QVERIFY(restored->failed.empty());
        QVERIFY2(cleaning.left().contains("amd p1 "_L1), qPrintable(cleaning.left()));
    }

    void refusesWhereItMust()
    {
        Cleaning cleaning(organisation());
        const auto applied = cleaning.apply(cleaning.plan(kPolicy));
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
