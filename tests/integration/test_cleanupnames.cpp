#include "cleanup/cleanupjournal.h"
#include "cleanup/openversions.h"
#include "integration/cleaning.h"
#include "support/suite.h"

#include <QCoroTask>
#include <QTest>

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
};

SLIPWAY_TEST_SUITE(TestCleanupNames);

} // namespace

#include "test_cleanupnames.moc"
