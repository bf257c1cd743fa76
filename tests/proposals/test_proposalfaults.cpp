#include "proposals/proposalhands.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Pull requests over a network, and from a server, that fail in between.
class TestProposalFaults final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Killed before or after each change arrived: the next press mends it, and nothing is there twice.
    void aKilledOneIsMendedByTheNext_data()
    {
        QTest::addColumn<int>("changes");
        QTest::addColumn<bool>("hasEffect");
        for (int changes = 0; changes < 4; ++changes) {
            QTest::addRow("before change %d", changes + 1) << changes << false;
            QTest::addRow("after change %d", changes + 1) << changes << true;
        }
    }
    void aKilledOneIsMendedByTheNext()
    {
        QFETCH(int, changes);
        QFETCH(bool, hasEffect);
        ServedRepository served(kBefore);
        CutTransport cut(served.transport(), changes,
                         hasEffect ? CutTransport::Cut::AfterEffect : CutTransport::Cut::BeforeEffect);
        const auto killed = press(served.tools(cut), twoFiles());
        QVERIFY(cut.isCut());
        // An error would say that nothing was changed.
        QVERIFY(killed && killed->stopped);
        const auto mended = press(served.tools(), twoFiles());
        QVERIFY(mended && !mended->stopped);
        QCOMPARE(stateOf(served.repository()),
                 (QStringList{u"main README.md # Platform"_s, u"main build-lock.json old"_s,
                              u"slipway/build-lock README.md # Platform"_s, u"slipway/build-lock build-lock.json new"_s,
                              u"slipway/build-lock policies/cleanup.yaml version: 1"_s,
                              u"#1 open slipway/build-lock -> main"_s}));
        QCOMPARE(commitsOn(served.repository(), kBranch), 3);
    }

    /// A change whose answer is missing is looked at before it is made again.
    void missingAnswersAreLookedAt_data()
    {
        QTest::addColumn<QString>("fault");
        for (const auto kind : {"status=500", "status=502", "reset", "reset,moment=after", "badjson", "html"}) {
            for (const auto method : {"POST", "PUT"})
                QTest::addRow("%s of %s", kind, method)
                    << (u"%1,method=%2,count=1"_s.arg(QLatin1StringView(kind), QLatin1StringView(method)));
        }
    }
    void missingAnswersAreLookedAt()
    {
        QFETCH(QString, fault);
        ServedRepository served(kBefore);
        const auto parsed = parseFault(fault);
        QVERIFY(parsed);
        served.server().addFault(*parsed);
        const auto outcome = press(served.tools(), proposalOf());
        QVERIFY(outcome);
        QVERIFY(!outcome->stopped);
        QCOMPARE(stateOf(served.repository()), kProposed);
        QCOMPARE(commitsOn(served.repository(), kBranch), 2);
    }

    /// A branch that was made without an answer is there, whatever becomes of the next step.
    void aChangeWithoutAnAnswerCounts()
    {
        for (const auto& refusal : {u"status=422,method=PUT"_s, u"status=403,method=PUT"_s}) {
            ServedRepository served(kBefore);
            served.server().addFault(*parseFault(u"reset,moment=after,method=POST,route=*/git/refs,count=1"_s));
            served.server().addFault(*parseFault(refusal));
            const auto outcome = press(served.tools(), proposalOf());
            QVERIFY2(outcome && outcome->stopped, qPrintable(refusal));
            QCOMPARE(outcome->changes, 1);
            QVERIFY(!served.repository().commitOf(kBranch).isEmpty());
        }
    }

    void aServerThatStaysDownIsTold()
    {
        ServedRepository served(kBefore);
        served.server().addFault(*parseFault(u"status=500,method=PUT"_s));
        const auto outcome = press(served.tools(), proposalOf());
        QVERIFY(outcome && outcome->stopped);
        QCOMPARE(outcome->stopped->kind, ErrorKind::Server);
        QCOMPARE(outcome->changes, 1);
        QCOMPARE(served.repository().pulls.size(), size_t(0));
    }

    void aSecondaryLimitIsWaitedFor()
    {
        ServedRepository served(kBefore);
        served.govern(std::chrono::minutes(1));
        served.server().addFault(*parseFault(u"status=403,retry-after=1,method=PUT,count=1"_s));
        const auto outcome = press(served.tools(), proposalOf());
        QVERIFY(outcome && !outcome->stopped);
        QCOMPARE(stateOf(served.repository()), kProposed);
    }

    void aSecondaryLimitThatIsTooLongIsTold()
    {
        ServedRepository served(kBefore);
        served.govern(std::chrono::seconds(0));
        served.server().addFault(*parseFault(u"status=403,retry-after=60,method=PUT,count=1"_s));
        const auto outcome = press(served.tools(), proposalOf());
        QVERIFY(outcome && outcome->stopped);
        QCOMPARE(outcome->stopped->kind, ErrorKind::RateLimited);
        QVERIFY(outcome->stopped->retryAfter > std::chrono::seconds(30));
    }

    /// Stopped after the file was written: the same press again goes on, though the branch is another one by now.
    void whatWasStoppedGoesOnFromTheSamePreview()
    {
        ServedRepository served(kBefore);
        const auto shown = resultOf(lookAtProposal(served.tools(), twoFiles(), {}));
        QVERIFY(shown);
        CutTransport cut(served.transport(), 2, CutTransport::Cut::BeforeEffect);
        const auto killed = resultOf(proposeChange(served.tools(cut), twoFiles(), *shown, {}, {}));
        QVERIFY(killed && killed->stopped && killed->changes == 2);
        const auto mended = resultOf(proposeChange(served.tools(), twoFiles(), *shown, {}, {}));
        QVERIFY(mended && !mended->stopped && mended->end == ProposalEnd::Opened);
    }
};

SLIPWAY_TEST_SUITE(TestProposalFaults);
#include "test_proposalfaults.moc"
