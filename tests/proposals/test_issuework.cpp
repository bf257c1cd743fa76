#include "core/errortext.h"
#include "proposals/servedrepository.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const SimFiles kFiles{{u"README.md"_s, "# Platform\n"}};

TrackedMatters matters(const QStringList& keys, const QString& text = u"as found"_s)
{
    TrackedMatters all;
    all.repository = {u"acme"_s, u"platform"_s};
    all.name = u"finding"_s;
    all.label = u"slipway: drift"_s;
    all.fateOf = [](const QString&) { return MatterFate::Gone; };
    for (const QString& key : keys)
        all.matters.push_back({key, u"Drift of "_s + key, text, false});
    return all;
}

Result<IssueOutcome> press(const IssueTools& tools, const TrackedMatters& all)
{
    const auto shown = resultOf(planTracking(tools, all, {}));
    if (!shown)
        return std::unexpected(shown.error());
    return resultOf(trackMatters(tools, all, *shown, {}, {}));
}

QStringList issuesOf(const SimRepository& repository)
{
    QStringList lines;
    for (const SimIssue& issue : repository.issues)
        lines.append(u"#%1 %2 %3 [%4]"_s.arg(issue.number)
                         .arg(issue.isOpen() ? u"open"_s : issue.reason, issue.title, issue.labels.join(u',')));
    return lines;
}

/// Has something happen beside the first change.
class MeddlingTransport final : public HttpTransport
{
public:
    MeddlingTransport(HttpTransport& transport, std::function<void()> meddle)
        : m_transport(transport)
        , m_meddle(std::move(meddle))
    {
    }
    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override
    {
        if (request.method != HttpMethod::Get && m_meddle)
            std::exchange(m_meddle, {})();
        co_return co_await m_transport.send(std::move(request), std::move(stop));
    }

private:
    HttpTransport& m_transport;
    std::function<void()> m_meddle;
};

} // namespace

/// Issues that are opened, updated and closed over real HTTP.
class TestIssueWork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesFollowTheirMatters()
    {
        ServedRepository served(kFiles);
        const auto opened = press(served.issueTools(), matters({u"a"_s, u"b"_s}));
        QVERIFY(opened && opened->failed.empty() && !opened->stopped);
        QCOMPARE(opened->done.size(), size_t(2));
        QCOMPARE(opened->done[0].page, QUrl(u"https://github.com/acme/platform/issues/1"_s));
        QCOMPARE(issuesOf(served.repository()),
                 (QStringList{u"#1 open Drift of a [slipway: drift]"_s, u"#2 open Drift of b [slipway: drift]"_s}));
        served.server().clearRequests();
        QVERIFY(press(served.issueTools(), matters({u"a"_s, u"b"_s})));
        QCOMPARE(served.changes(), QStringList());
        const auto changed = press(served.issueTools(), matters({u"a"_s}, u"worse"_s));
        QVERIFY(changed && changed->done.size() == 2);
        QCOMPARE(issuesOf(served.repository()), (QStringList{u"#1 open Drift of a [slipway: drift]"_s,
                                                             u"#2 completed Drift of b [slipway: drift]"_s}));
        QVERIFY(served.repository().issues[0].body.contains(u"worse"_s));
        // It comes back: that is another issue.
        QVERIFY(press(served.issueTools(), matters({u"a"_s, u"b"_s}, u"worse"_s)));
        QCOMPARE(issuesOf(served.repository()).last(), u"#3 open Drift of b [slipway: drift]"_s);
        QCOMPARE(served.audit().first(2),
                 (QStringList{u"issue.open acme/platform a begun"_s, u"issue.open acme/platform a done"_s}));
        QVERIFY(served.audit().contains(u"issue.close acme/platform #2 b done"_s));
    }

    /// More than one page of them: none is opened twice.
    void allPagesAreRead()
    {
        ServedRepository served(kFiles);
        QStringList keys;
        for (int i = 0; i < 130; ++i)
            keys.append(u"k%1"_s.arg(i));
        const auto all = matters(keys);
        for (const IssueStep& step : planIssues(all.name, all.matters, all.fateOf, {})) {
            SimIssue issue;
            issue.number = served.repository().nextNumber();
            issue.title = step.title;
            issue.body = step.body;
            issue.labels = {all.label};
            issue.createdAt = issue.updatedAt = served.server().state().anchor;
            served.repository().issues.push_back(issue);
        }
        const auto outcome = press(served.issueTools(), all);
        QVERIFY(outcome && outcome->done.empty());
        QCOMPARE(served.changes(), QStringList());
        QCOMPARE(served.server().requests().size(), 6); // looked at twice: the repository, two pages
    }

    void aKilledOneIsMendedByTheNext_data()
    {
        QTest::addColumn<int>("changes");
        QTest::addColumn<bool>("hasEffect");
        for (int changes = 0; changes < 3; ++changes) {
            QTest::addRow("before change %d", changes + 1) << changes << false;
            QTest::addRow("after change %d", changes + 1) << changes << true;
        }
    }
    void aKilledOneIsMendedByTheNext()
    {
        QFETCH(int, changes);
        QFETCH(bool, hasEffect);
        ServedRepository served(kFiles);
        QVERIFY(press(served.issueTools(), matters({u"old"_s})));
        CutTransport cut(served.transport(), changes,
                         hasEffect ? CutTransport::Cut::AfterEffect : CutTransport::Cut::BeforeEffect);
        const auto ended = press(served.issueTools(cut), matters({u"a"_s, u"b"_s}));
        QVERIFY2(cut.isCut(), ended ? "it came to its end" : "it ended without being cut");
        const auto mended = press(served.issueTools(), matters({u"a"_s, u"b"_s}));
        QVERIFY(mended && !mended->stopped && mended->failed.empty());
        QCOMPARE(issuesOf(served.repository()),
                 (QStringList{u"#1 completed Drift of old [slipway: drift]"_s, u"#2 open Drift of a [slipway: drift]"_s,
                              u"#3 open Drift of b [slipway: drift]"_s}));
    }

    void missingAnswersAreLookedAt_data()
    {
        QTest::addColumn<QString>("fault");
        for (const auto fault : {"status=500", "reset", "reset,moment=after", "badjson", "html"})
            QTest::newRow(fault) << QString::fromLatin1(fault) + u",method=POST,count=1"_s;
    }
    void missingAnswersAreLookedAt()
    {
        QFETCH(QString, fault);
        ServedRepository served(kFiles);
        served.server().addFault(*parseFault(fault));
        const auto outcome = press(served.issueTools(), matters({u"a"_s}));
        QVERIFY(outcome && !outcome->stopped && outcome->failed.empty());
        QCOMPARE(outcome->done.size(), size_t(1));
        QCOMPARE(outcome->done[0].number, 1);
        QCOMPARE(issuesOf(served.repository()), QStringList{u"#1 open Drift of a [slipway: drift]"_s});
    }

    /// Only what was shown is done.
    void whatWasNotShownIsNotDone()
    {
        ServedRepository served(kFiles);
        const auto shown = resultOf(planTracking(served.issueTools(), matters({u"a"_s}), {}));
        QVERIFY(shown);
        const auto outcome = resultOf(trackMatters(served.issueTools(), matters({u"a"_s, u"b"_s}), *shown, {}, {}));
        QVERIFY(outcome && outcome->done.size() == 1);
        QCOMPARE(served.repository().issues.size(), size_t(1));
        // What is another step by now is left.
        const auto stale = resultOf(trackMatters(served.issueTools(), matters({u"a"_s}, u"worse"_s), *shown, {}, {}));
        QVERIFY(stale && stale->done.empty() && stale->left.size() == 1);
    }

    void whatGithubRefusesIsSaid_data()
    {
        QTest::addColumn<QString>("wart");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a reader's token") << u"reader"_s
                                          << u"Refused: the token's owner may not set labels in acme/platform (ask for "
                                             "the role Triage or Write)."_s;
        QTest::newRow("switched off") << u"off"_s << u"Refused: acme/platform has its issues switched off."_s;
        QTest::newRow("archived") << u"archived"_s << u"Refused: acme/platform is archived and takes no changes."_s;
        QTest::newRow("a page that could not be read")
            << u"page"_s << u"the issues of acme/platform has a problem of its own (500 Internal Server Error)."_s;
    }
    void whatGithubRefusesIsSaid()
    {
        QFETCH(QString, wart);
        QFETCH(QString, sentence);
        ServedRepository served(kFiles);
        if (wart == "reader"_L1)
            served.setToken(u"ghp_reader"_s);
        served.repository().hasIssues = wart != "off"_L1;
        served.repository().isArchived = wart == "archived"_L1;
        if (wart == "page"_L1)
            served.server().addFault(*parseFault(u"status=500,route=*/issues"_s));
        const auto outcome = press(served.issueTools(), matters({u"a"_s}));
        QVERIFY(!outcome);
        QCOMPARE(errorText(outcome.error()).what, sentence);
        QCOMPARE(served.changes(), QStringList());
    }

    /// One that fails is told, the others are done.
    void failuresAreTheirOwn()
    {
        ServedRepository served(kFiles);
        QVERIFY(press(served.issueTools(), matters({u"a"_s, u"b"_s})));
        served.server().addFault(*parseFault(u"status=422,route=*/issues/1,method=PATCH"_s));
        const auto outcome = press(served.issueTools(), matters({u"a"_s, u"b"_s}, u"worse"_s));
        QVERIFY(outcome && !outcome->stopped);
        QCOMPARE(outcome->failed.size(), size_t(1));
        QCOMPARE(outcome->failed[0].step.key, u"a"_s);
        QCOMPARE(outcome->done.size(), size_t(1));
    }

    /// Another one opens the same issues meanwhile: none is there twice.
    void whatAnotherOpenedMeanwhileIsNotOpenedAgain()
    {
        ServedRepository served(kFiles);
        const auto all = matters({u"a"_s, u"b"_s, u"c"_s});
        const auto shown = resultOf(planTracking(served.issueTools(), all, {}));
        QVERIFY(shown);
        bool isOpened = false;
        const auto progress = [&](size_t done, size_t) {
            if (done != 1 || std::exchange(isOpened, true))
                return;
            SimIssue issue;
            issue.number = served.repository().nextNumber();
            issue.title = (*shown)[1].title;
            issue.body = (*shown)[1].body;
            issue.labels = {all.label};
            issue.createdAt = issue.updatedAt = served.server().state().anchor;
            served.repository().issues.push_back(issue);
        };
        const auto outcome = resultOf(trackMatters(served.issueTools(), all, *shown, progress, {}));
        QVERIFY(outcome && !outcome->stopped && outcome->failed.empty() && isOpened);
        QCOMPARE(outcome->done.size(), size_t(2));
        QCOMPARE(outcome->left.size(), size_t(1));
        QCOMPARE(outcome->left[0].key, u"b"_s);
        QCOMPARE(served.repository().issues.size(), size_t(3));
    }

    /// Without the label none of them would be found again: one is opened, not all.
    void whoMaySetNoLabelsStopsAtTheFirst()
    {
        ServedRepository served(kFiles);
        LabelLosingTransport losing(served.transport());
        const auto outcome = press(served.issueTools(losing), matters({u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(outcome && outcome->stopped && outcome->done.empty());
        QVERIFY2(outcome->stopped->subject.contains(u"was opened without the label"_s),
                 qPrintable(outcome->stopped->subject));
        QCOMPARE(outcome->failed.size(), size_t(1));
        QCOMPARE(outcome->left.size(), size_t(2));
        QCOMPARE(served.repository().issues.size(), size_t(1));
    }

    /// The answer to an update is missing, and somebody wrote into the issue meanwhile: that is not done.
    void whatIsNotDoneIsNotTakenForDone()
    {
        ServedRepository served(kFiles);
        QVERIFY(press(served.issueTools(), matters({u"a"_s})));
        served.server().addFault(*parseFault(u"reset,route=*/issues/1,method=PATCH,count=1"_s));
        const auto worse = matters({u"a"_s}, u"worse"_s);
        const auto shown = resultOf(planTracking(served.issueTools(), worse, {}));
        QVERIFY(shown);
        MeddlingTransport meddling(served.transport(),
                                   [&] { served.repository().issues.front().body += u"\n\nI am on it."_s; });
        const auto outcome = resultOf(trackMatters(served.issueTools(meddling), worse, *shown, {}, {}));
        QVERIFY(outcome && outcome->done.empty() && outcome->failed.empty());
        QCOMPARE(outcome->left.size(), size_t(1));
        QVERIFY(!served.repository().issues.front().body.contains(u"worse"_s));
    }

    /// What it stopped at has failed, and what it did not get to is left: every step that was shown is told.
    void whatWasNotReachedIsTold()
    {
        ServedRepository served(kFiles);
        served.server().addFault(*parseFault(u"status=500,route=*/issues,method=POST"_s));
        const auto outcome = press(served.issueTools(), matters({u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(outcome && outcome->stopped && outcome->done.empty());
        QCOMPARE(outcome->failed.size(), size_t(1));
        QCOMPARE(outcome->failed[0].step.key, u"a"_s);
        QCOMPARE(outcome->left.size(), size_t(2));
        QCOMPARE(outcome->left[1].key, u"c"_s);
    }
};

SLIPWAY_TEST_SUITE(TestIssueWork);
#include "test_issuework.moc"
