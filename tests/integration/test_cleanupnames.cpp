#include "cleanup/cleanupjournal.h"
#include "cleanup/freedbook.h"
#include "cleanup/openversions.h"
#include "domain/freedbytes.h"
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

/// Packages over a limit, of which a run names some.
class TestCleanupNames final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A run goes on for one package only: the half-done tree of another that was allowed before is not called done.
    void whatWasBegunStaysOpenWhereItIsNotNamedAgain_data()
    {
        QTest::addColumn<bool>("isTold"); ///< by the journal, that it was allowed
        QTest::newRow("allowed by a run before") << true;
        QTest::newRow("begun by a journal that does not tell it") << false;
    }

    void whatWasBegunStaysOpenWhereItIsNotNamedAgain()
    {
        QFETCH(bool, isTold);
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"v1"_s})
                              .image(u"child"_s, {}, {u"base"_s, u"child"_s})
                              .index(u"top"_s, {u"pr-1"_s}, {u"child"_s})
                              .package(u"twin"_s)
                              .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s})
                              .image(u"p2"_s, {u"pr-2"_s}, {u"base"_s, u"p2"_s}));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {percent: 1}"_s);
        QCOMPARE(plan.needsConfirmation.size(), size_t(2));
        std::stop_source stop;
        const auto first = cleaning.apply(plan, stop.get_token(), [&](const CleanupProgress& progress) {
            if (progress.deleted == 1)
                stop.request_stop();
        });
        QVERIFY(first.has_value());
        QCOMPARE(cleaning.left(), u"child p2 v1 v2"_s);
        const auto journal = [&first] { return readJournal(first->journal).value().entries; };
        if (!isTold) {
            auto entries = journal();
            for (auto& entry : entries)
                entry.allowed.clear();
            rewriteJournal(first->journal, entries);
        }
        const auto second = QCoro::waitFor(applyCleanup(cleaning.tools(), {plan, {{u"twin"_s}}, nullptr}, {}, {}, {}));
        QVERIFY(second.has_value() && !second->stopped);
        QCOMPARE(cleaning.left(), u"child v1 v2"_s);
        QCOMPARE(cleaning.named(second->skipped).size(), 1);
        QVERIFY2(cleaning.named(second->skipped).front().contains("allow it by name"_L1),
                 qPrintable(cleaning.named(second->skipped).front()));
        const auto half = stateOf(journal());
        QVERIFY(!half.isEnded);
        QCOMPARE(cleaning.named(openVersionsOf(plan, half, {{u"app"_s}}).open), u"child"_s);
        const auto third = cleaning.apply(plan);
        QVERIFY(third.has_value() && !third->stopped);
        QVERIFY(stateOf(journal()).isEnded);
        QCOMPARE(cleaning.left(), u"v1 v2"_s);
    }

    /// What is only to be put back deletes nothing: it needs no permission.
    void whatIsToBePutBackNeedsNoName()
    {
        Cleaning cleaning(releaseAndPullRequests());
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {percent: 1}"_s);
        QCOMPARE(plan.needsConfirmation.size(), size_t(1));
        auto& app = cleaning.package();
        app.facts().visibility = SimVisibility::Public;
        app.setDownloads(*app.findDigest(app.findId(cleaning.idOf(u"amd"_s).value)->digest), 5001);
        cleaning.owner().server().addFault(*parseFault(u"status=404,method=POST"_s));
        const auto first = cleaning.apply(plan);
        QVERIFY(first.has_value() && !first->stopped);
        QVERIFY2(!cleaning.left().contains("p1"_L1), qPrintable(cleaning.left()));
        cleaning.owner().server().clearFaults();
        const auto second = QCoro::waitFor(applyCleanup(cleaning.tools(), {plan, {}, nullptr}, {}, {}, {}));
        QVERIFY(second.has_value() && !second->stopped);
        QVERIFY2(cleaning.left().contains("amd p1"_L1), qPrintable(cleaning.left()));
        QVERIFY(stateOf(readJournal(second->journal).value().entries).isEnded);
    }

    /// What is left out counts in none of the figures; and what was freed is told again when nothing is left to do,
    /// from the journal, whatever was read meanwhile.
    void whatIsFreedIsTheSameAgain()
    {
        Cleaning cleaning(Organisation()
                              .package(u"app"_s)
                              .many(9, u"kept"_s)
                              .image(u"p1"_s, {u"pr-1"_s}, {u"both"_s, u"one"_s})
                              .image(u"p2"_s, {u"pr-2"_s}, {u"both"_s, u"two"_s})
                              .package(u"large"_s)
                              .image(u"v2"_s, {u"v2"_s}, {u"base"_s, u"v2"_s})
                              .image(u"p3"_s, {u"pr-3"_s}, {u"base"_s, u"p3"_s}));
        const auto plan = cleaning.plan(u"rules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {percent: 30}"_s);
        QCOMPARE(plan.needsConfirmation.size(), size_t(1));
        const auto snapshot = cleaning.owner().stored();
        std::vector<RowIndex> rows;
        for (RowIndex row = 0; row < snapshot->versions.size(); ++row) {
            const VersionId id = snapshot->versions[row].id;
            if (id == cleaning.idOf(u"p1"_s) || id == cleaning.idOf(u"p2"_s))
                rows.push_back(row);
        }
        const Bytes freed = freedByDeleting(*snapshot, BlobUsage(*snapshot).references(), rows).owner;
        QVERIFY(freed < plan.freedBytes);
        std::vector<CleanupProgress> progress;
        const auto run = [&](SnapshotPtr before) {
            return QCoro::waitFor(applyCleanup(cleaning.tools(), {plan, {}, std::move(before)}, {},
                                               [&](const CleanupProgress& now) { progress.push_back(now); }, {}));
        };
        const auto first = run(snapshot);
        QVERIFY(first.has_value() && !first->stopped);
        QCOMPARE(first->deleted.size(), size_t(2));
        QCOMPARE(first->freedBytes, freed);
        for (const auto& now : progress)
            QCOMPARE(now.toFree, std::optional(freed));
        QCOMPARE(progress.back().freed, freed);
        const auto after = cleaning.owner().scan();
        QVERIFY(after.has_value());
        for (const SnapshotPtr& before : {*after, SnapshotPtr()}) {
            const auto again = run(before);
            QVERIFY(again.has_value() && !again->stopped);
            QCOMPARE(again->freedBytes, freed);
            QVERIFY(!again->isFreedAtLeast);
        }
        // What holds the layer of both is back, and takes it along.
        QVERIFY(cleaning.restore(first->journal, {cleaning.idOf(u"p1"_s)}).has_value());
        const auto alone = freedOf(readJournal(first->journal).value().entries);
        const auto p2 = std::ranges::find(plan.deletions, cleaning.idOf(u"p2"_s), &PlannedVersion::id);
        QCOMPARE(alone, (FreedSoFar{p2->freedBytes, false}));
        // An older journal: no more than what each frees alone is known, and no end is told.
        auto entries = readJournal(first->journal).value().entries;
        for (auto& entry : entries)
            entry.holders.reset();
        std::erase_if(entries, [](const JournalEntry& entry) { return entry.event == JournalEvent::Restored; });
        rewriteJournal(first->journal, entries);
        progress.clear();
        const auto old = run(*after);
        QVERIFY(old.has_value() && old->isFreedAtLeast);
        QVERIFY(old->freedBytes < freed && old->freedBytes > 0);
        QCOMPARE(progress.back().toFree, std::nullopt);
    }
};

SLIPWAY_TEST_SUITE(TestCleanupNames);

} // namespace

#include "test_cleanupnames.moc"
