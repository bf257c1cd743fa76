#include "core/errortext.h"
#include "proposals/proposalhands.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Leads from a repository's former name to its new one, as GitHub does for who reads.
class LeadingTransport final : public HttpTransport
{
public:
    explicit LeadingTransport(HttpTransport& transport)
        : m_transport(transport)
    {
    }
    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override
    {
        request.url.setPath(request.url.path().replace("/acme/platform"_L1, "/acme/infra"_L1));
        co_return co_await m_transport.send(std::move(request), std::move(stop));
    }

private:
    HttpTransport& m_transport;
};

} // namespace

/// Pull requests that are made over real HTTP, and when none is.
class TestProposing final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAPullRequest()
    {
        ServedRepository served(kBefore);
        const auto outcome = press(served.tools(), proposalOf());
        QVERIFY(outcome && !outcome->stopped);
        QCOMPARE(outcome->end, ProposalEnd::Opened);
        QCOMPARE(outcome->pull->page, QUrl(u"https://github.com/acme/platform/pull/1"_s));
        QCOMPARE(stateOf(served.repository()), kProposed);
        const SimPull& pull = served.repository().pulls.front();
        QCOMPARE(pull.title, u"build: update build-lock.json"_s);
        QVERIFY(pull.body.contains(u"One tag moves."_s));
        QCOMPARE(served.changes(), (QStringList{u"POST 201 /repos/acme/platform/git/refs"_s,
                                                u"PUT 200 /repos/acme/platform/contents/build-lock.json"_s,
                                                u"POST 201 /repos/acme/platform/pulls"_s}));
        QCOMPARE(served.audit(), (QStringList{u"proposal.branch acme/platform slipway/build-lock begun"_s,
                                              u"proposal.branch acme/platform slipway/build-lock done"_s,
                                              u"proposal.file acme/platform slipway/build-lock build-lock.json begun"_s,
                                              u"proposal.file acme/platform slipway/build-lock build-lock.json done"_s,
                                              u"proposal.open acme/platform slipway/build-lock begun"_s,
                                              u"proposal.open acme/platform slipway/build-lock done"_s}));
    }

    void aSecondPressPushesNothing()
    {
        ServedRepository served(kBefore);
        QVERIFY(press(served.tools(), proposalOf()));
        served.server().clearRequests();
        const auto again = press(served.tools(), proposalOf());
        QVERIFY(again && again->end == ProposalEnd::Unchanged && again->pull->number == 1);
        QCOMPARE(served.changes(), QStringList());
    }

    void aLaterPressUpdatesTheSamePullRequest()
    {
        ServedRepository served(kBefore);
        QVERIFY(press(served.tools(), proposalOf()));
        served.repository().pulls.front().body += u"\n\nPlease wait for Tuesday."_s;
        served.repository().pulls.front().title = u"Pin the Tuesday build"_s;
        Proposal later = proposalOf("newer\n");
        later.body = u"Two tags move."_s;
        const auto again = press(served.tools(), later);
        QVERIFY(again && again->end == ProposalEnd::Updated);
        QCOMPARE(served.repository().pulls.size(), size_t(1));
        const SimPull& pull = served.repository().pulls.front();
        QVERIFY(pull.body.contains(u"Two tags move."_s) && !pull.body.contains(u"One tag moves."_s));
        // What people wrote stays.
        QVERIFY(pull.body.endsWith(u"Please wait for Tuesday."_s));
        QCOMPARE(pull.title, u"Pin the Tuesday build"_s);
        QCOMPARE(commitsOn(served.repository(), kBranch), 3);
    }

    void whatTheBaseHasIsNotProposed()
    {
        ServedRepository served(kBefore);
        const auto outcome = press(served.tools(), proposalOf("old\n"));
        QVERIFY(outcome && outcome->end == ProposalEnd::NothingToDo && !outcome->pull);
        QCOMPARE(served.changes(), QStringList());
    }

    void severalFilesTakeOneBranch()
    {
        ServedRepository served(kBefore);
        QVERIFY(press(served.tools(), twoFiles()));
        const auto* files = served.repository().filesAt(kBranch);
        QCOMPARE(files->value(u"policies/cleanup.yaml"_s), QByteArray("version: 1\n"));
        QCOMPARE(files->value(kLock), QByteArray("new\n"));
        QCOMPARE(served.repository().pulls.size(), size_t(1));
        // A change of one of them writes that one.
        Proposal later = twoFiles();
        later.files[1].bytes = "version: 1\ngrace: 2h\n";
        served.server().clearRequests();
        QVERIFY(press(served.tools(), later));
        QCOMPARE(served.changes(), QStringList{u"PUT 200 /repos/acme/platform/contents/policies/cleanup.yaml"_s});
    }

    void whatGithubRefusesIsSaid_data()
    {
        QTest::addColumn<QString>("wart");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("a reader's token") << u"reader"_s << ErrorKind::Refused
                                          << u"Refused: the token's owner may not push to acme/platform (ask for the "
                                             "role Write)."_s;
        QTest::newRow("a token without the scope")
            << u"scope"_s << ErrorKind::Refused
            << u"Refused: the branch slipway/build-lock of acme/platform is not there, or the token may not change it: "
               "it needs the scope repo, for files of workflows also the scope workflow (404 Not Found)."_s;
        QTest::newRow("archived") << u"archived"_s << ErrorKind::Refused
                                  << u"Refused: acme/platform is archived and takes no changes."_s;
        QTest::newRow("empty") << u"empty"_s << ErrorKind::Refused
                               << u"Refused: acme/platform has no commit yet (push a first one)."_s;
        QTest::newRow("protected branch")
            << u"protected"_s << ErrorKind::Refused
            << u"Refused: GitHub did not accept the change of the branch slipway/build-lock of acme/platform (422 "
               "Repository rule violations found: Cannot create ref due to creations being restricted.)."_s;
        QTest::newRow("no such repository")
            << u"gone"_s << ErrorKind::NotFound << u"the repository acme/platform was not found (404 Not Found)."_s;
        QTest::newRow("no such base") << u"base"_s << ErrorKind::NotFound
                                      << u"the branch release of acme/platform was not found."_s;
        QTest::newRow("the base itself") << u"itself"_s << ErrorKind::InvalidArgument
                                         << u"The branch of a pull request is another one than main (main)."_s;
    }
    void whatGithubRefusesIsSaid()
    {
        QFETCH(QString, wart);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, sentence);
        ServedRepository served(wart == "empty"_L1 ? SimFiles() : kBefore);
        Proposal proposal = proposalOf();
        if (wart == "reader"_L1)
            served.setToken(u"ghp_reader"_s);
        else if (wart == "scope"_L1)
            served.setToken(u"ghp_packages"_s);
        else if (wart == "archived"_L1)
            served.repository().isArchived = true;
        else if (wart == "protected"_L1)
            served.repository().protectedBranches = {u"slipway/*"_s};
        else if (wart == "gone"_L1)
            served.repository().name = u"other"_s;
        else if (wart == "base"_L1)
            proposal.base = u"release"_s;
        else if (wart == "itself"_L1)
            proposal.branch = u"main"_s;
        const auto outcome = press(served.tools(), proposal);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, kind);
        QCOMPARE(errorText(outcome.error()).what, sentence);
        QVERIFY(served.repository().pulls.empty());
        QVERIFY(!served.repository().branches().contains(kBranch));
    }

    void aRenamedRepositoryIsNamed()
    {
        ServedRepository served(kBefore);
        served.repository().name = u"infra"_s;
        LeadingTransport leading(served.transport());
        const auto outcome = press(served.tools(leading), proposalOf());
        QVERIFY(!outcome);
        QCOMPARE(errorText(outcome.error()).what,
                 u"Refused: acme/platform is acme/infra now (change its name in the profile)."_s);
        QCOMPARE(served.changes(), QStringList());
    }

    /// The base's file is another one than was shown: nothing is pushed.
    void whatChangedSinceItWasShownIsNotReplaced()
    {
        ServedRepository served(kBefore);
        const auto shown = resultOf(lookAtProposal(served.tools(), proposalOf(), {}));
        QVERIFY(shown);
        served.repository().add(u"main"_s, {{kLock, "somebody's\n"}}, u"mine"_s, {});
        const auto outcome = resultOf(proposeChange(served.tools(), proposalOf(), *shown, {}, {}));
        QVERIFY(!outcome);
        QCOMPARE(errorText(outcome.error()).what,
                 u"Refused: build-lock.json was changed in main since it was shown (look at the change again)."_s);
        QCOMPARE(served.changes(), QStringList());
    }
};

SLIPWAY_TEST_SUITE(TestProposing);
#include "test_proposing.moc"
