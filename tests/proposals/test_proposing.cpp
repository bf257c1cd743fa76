#include "core/errortext.h"
#include "proposals/proposalsteps.h"
#include "proposals/servedrepository.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kBranch = u"slipway/build-lock"_s;
const QString kLock = u"build-lock.json"_s;
const SimFiles kBefore{{kLock, "old\n"}, {u"README.md"_s, "# Platform\n"}};

Proposal proposalOf(const QByteArray& lock = "new\n")
{
    Proposal proposal;
    proposal.repository = {u"acme"_s, u"platform"_s};
    proposal.branch = kBranch;
    proposal.files = {{kLock, lock}};
    proposal.title = u"build: update build-lock.json"_s;
    proposal.body = u"One tag moves."_s;
    return proposal;
}

Proposal twoFiles()
{
    Proposal proposal = proposalOf();
    proposal.files.push_back({u"policies/cleanup.yaml"_s, "version: 1\n"});
    return proposal;
}

/// A press: looked at, agreed to, done.
Result<ProposalOutcome> press(const ProposalTools& tools, const Proposal& proposal)
{
    const auto shown = resultOf(lookAtProposal(tools, proposal, {}));
    if (!shown)
        return std::unexpected(shown.error());
    return resultOf(proposeChange(tools, proposal, *shown, {}, {}));
}

/// What anybody sees of the repository: the branches with their files, and the pull requests.
QStringList stateOf(const SimRepository& repository)
{
    QStringList lines;
    for (const auto& [branch, hash] : repository.branches().asKeyValueRange()) {
        for (const auto& [path, bytes] : repository.commit(hash)->files.asKeyValueRange())
            lines.append(u"%1 %2 %3"_s.arg(branch, path, QString::fromUtf8(bytes).trimmed()));
    }
    for (const SimPull& pull : repository.pulls)
        lines.append(
            u"#%1 %2 %3 -> %4"_s.arg(pull.number).arg(pull.isOpen() ? u"open"_s : u"closed"_s, pull.head, pull.base));
    return lines;
}

int commitsOn(const SimRepository& repository, const QString& branch)
{
    int commits = 0;
    for (const auto* at = repository.commit(repository.commitOf(branch)); at; at = repository.commit(at->parent))
        ++commits;
    return commits;
}

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

const QStringList kProposed{u"main README.md # Platform"_s, u"main build-lock.json old"_s,
                            u"slipway/build-lock README.md # Platform"_s, u"slipway/build-lock build-lock.json new"_s,
                            u"#1 open slipway/build-lock -> main"_s};

} // namespace

/// Pull requests that are made over real HTTP.
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

    /// A commit of somebody else in the branch since would be pushed for review unseen.
    void aBranchThatMovedSinceIsShownAgain()
    {
        ServedRepository served(kBefore);
        QVERIFY(press(served.tools(), proposalOf()));
        const auto later = proposalOf("newer\n");
        const auto shown = resultOf(lookAtProposal(served.tools(), later, {}));
        QVERIFY(shown);
        served.server().clearRequests();
        served.repository().add(kBranch, {{kLock, "new\n"}, {u"README.md"_s, "# Mine\n"}}, u"x"_s, {});
        const auto outcome = resultOf(proposeChange(served.tools(), later, *shown, {}, {}));
        QVERIFY(!outcome);
        QCOMPARE(
            errorText(outcome.error()).what,
            u"Refused: the branch slipway/build-lock was changed since it was shown (look at the change again)."_s);
        QCOMPARE(served.changes(), QStringList());
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

    void whatABranchBringsIsKnown()
    {
        ServedRepository served(kBefore);
        auto& repository = served.repository();
        const auto brought = [&](const Proposal& proposal) {
            const auto ground = resultOf(lookAtProposal(served.tools(), proposal, {}));
            return ground ? branchBrings(proposal, *ground) : BranchBrings{};
        };
        QCOMPARE(brought(proposalOf()), BranchBrings{});
        repository.setBranch(kBranch, repository.commitOf(u"main"_s));
        QCOMPARE(brought(proposalOf()), BranchBrings{});
        repository.add(kBranch, {{kLock, "old\n"}, {u"README.md"_s, "# Mine\n"}}, u"x"_s, {});
        QCOMPARE(brought(proposalOf()), (BranchBrings{true, false}));
        repository.add(kBranch, {{kLock, "draft\n"}}, u"x"_s, {});
        QCOMPARE(brought(proposalOf()), (BranchBrings{true, true}));
        QVERIFY(press(served.tools(), proposalOf()));
        QCOMPARE(brought(proposalOf()), BranchBrings{});
        QCOMPARE(brought(proposalOf("newer\n")), (BranchBrings{false, true}));
        // Of what begins anew nothing is brought along.
        repository.squash(repository.pulls.front(), QDateTime::currentDateTimeUtc());
        QCOMPARE(brought(proposalOf("newest\n")), BranchBrings{});
    }

    /// Somebody deletes the branch after the first change: it is made again.
    void aBranchDeletedMeanwhileIsMadeAgain()
    {
        ServedRepository served(kBefore);
        const auto shown = resultOf(lookAtProposal(served.tools(), proposalOf(), {}));
        QVERIFY(shown);
        bool isDeleted = false;
        const auto progress = [&](ProposalProgress now) {
            if (now.done == 1 && !std::exchange(isDeleted, true))
                served.repository().deleteBranch(kBranch, {});
        };
        const auto outcome = resultOf(proposeChange(served.tools(), proposalOf(), *shown, progress, {}));
        QVERIFY(outcome && !outcome->stopped && isDeleted);
        QCOMPARE(stateOf(served.repository()), kProposed);
    }

    /// Somebody writes the same file into the branch first: what they wrote stays in its history.
    void anotherCommitMeanwhileIsBuiltUpon()
    {
        ServedRepository served(kBefore);
        const auto shown = resultOf(lookAtProposal(served.tools(), proposalOf(), {}));
        QVERIFY(shown);
        bool isWritten = false;
        const auto progress = [&](ProposalProgress now) {
            if (now.done == 1 && !std::exchange(isWritten, true))
                served.repository().add(kBranch, {{kLock, "theirs\n"}, {u"README.md"_s, "# Platform\n"}}, u"x"_s, {});
        };
        const auto outcome = resultOf(proposeChange(served.tools(), proposalOf(), *shown, progress, {}));
        QVERIFY(outcome && !outcome->stopped && isWritten);
        QCOMPARE(stateOf(served.repository()), kProposed);
        QCOMPARE(commitsOn(served.repository(), kBranch), 3);
    }

    /// After a squashed merge the branch is left over, with commits the base does not have.
    void afterAMergeTheBranchBeginsAnew()
    {
        ServedRepository served(kBefore);
        QVERIFY(press(served.tools(), proposalOf()));
        served.repository().squash(served.repository().pulls.front(), QDateTime::currentDateTimeUtc());
        const auto same = press(served.tools(), proposalOf());
        QVERIFY(same && same->end == ProposalEnd::NothingToDo);
        const auto next = press(served.tools(), proposalOf("newest\n"));
        QVERIFY(next && next->end == ProposalEnd::Opened && next->pull->number == 2);
        // main's two commits and the new one: those of the merged pull request are not in it.
        QCOMPARE(commitsOn(served.repository(), kBranch), 3);
        QVERIFY(served.repository().isAncestor(served.repository().commitOf(u"main"_s),
                                               served.repository().commitOf(kBranch)));
    }

    /// A branch that people made is not moved and not written to, though its tip is that of a closed pull request.
    void aPersonsBranchIsLeftAlone()
    {
        ServedRepository served(kBefore);
        auto& repository = served.repository();
        const QString develop = u"develop"_s;
        repository.setBranch(develop, repository.commitOf(u"main"_s));
        const QString theirs = repository.add(develop, {{u"README.md"_s, "# Theirs\n"}}, u"x"_s, {});
        SimPull pull;
        pull.number = repository.nextNumber();
        pull.head = develop;
        pull.base = u"main"_s;
        pull.headCommit = theirs;
        pull.createdAt = pull.updatedAt = pull.closedAt = served.server().state().anchor;
        repository.pulls.push_back(pull);
        Proposal proposal = proposalOf();
        proposal.branch = develop;
        const auto outcome = press(served.tools(), proposal);
        QVERIFY(!outcome);
        QCOMPARE(errorText(outcome.error()).what,
                 u"Refused: the branch develop of acme/platform is there already and is not Slipway's (name another "
                 "one, or delete it)."_s);
        QCOMPARE(served.changes(), QStringList());
        QCOMPARE(repository.commitOf(develop), theirs);
    }

    /// A pull request into another branch is another one, whoever moved it there: it is not taken for ours, nor moved.
    void aPullRequestOfAnotherBaseIsLeftAlone()
    {
        ServedRepository served(kBefore);
        auto& repository = served.repository();
        QVERIFY(press(served.tools(), proposalOf()));
        repository.setBranch(u"release"_s, repository.commitOf(u"main"_s));
        repository.pulls.front().base = u"release"_s;
        served.server().clearRequests();
        const auto refused = press(served.tools(), proposalOf("newer\n"));
        QVERIFY(!refused);
        QCOMPARE(
            errorText(refused.error()).what,
            u"Refused: pull request 1 of the branch slipway/build-lock is to be merged into release, not into main "
            "(name another branch, or close it)."_s);
        QCOMPARE(served.changes(), QStringList());
        QCOMPARE(repository.pulls.front().base, u"release"_s);
        // Of a branch by another name too it is named, and nobody is told to delete that.
        ServedRepository named(kBefore);
        Proposal other = proposalOf();
        other.branch = u"deps/lock"_s;
        QVERIFY(press(named.tools(), other));
        named.repository().setBranch(u"release"_s, named.repository().commitOf(u"main"_s));
        named.repository().pulls.front().base = u"release"_s;
        const auto moved = press(named.tools(), other);
        QVERIFY(!moved);
        QVERIFY2(errorText(moved.error()).what.startsWith(u"Refused: pull request 1 of the branch deps/lock"_s),
                 qPrintable(errorText(moved.error()).what));
        // Beside one into the base it is in nobody's way, also if it is the newer one.
        SimPull mine = repository.pulls.front();
        mine.number = repository.nextNumber();
        mine.base = u"main"_s;
        repository.pulls.insert(repository.pulls.begin(), mine);
        const auto updated = press(served.tools(), proposalOf("newer\n"));
        QVERIFY(updated && updated->end == ProposalEnd::Updated);
        QCOMPARE(updated->pull->number, 2);
        QCOMPARE(repository.pulls.back().base, u"release"_s);
    }

    void theDefaultBranchIsNeverAPullRequestsOwn()
    {
        ServedRepository served(kBefore);
        auto& repository = served.repository();
        repository.setBranch(u"release"_s, repository.commitOf(u"main"_s));
        Proposal proposal = proposalOf();
        proposal.base = u"release"_s;
        proposal.branch = u"main"_s;
        const auto outcome = press(served.tools(), proposal);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(served.changes(), QStringList());
    }

    /// A branch of another name is Slipway's by the pull request it opened, also once that is merged.
    void aBranchIsKnownByItsPullRequest()
    {
        ServedRepository served(kBefore);
        Proposal proposal = proposalOf();
        proposal.branch = u"update/lock"_s;
        QVERIFY(press(served.tools(), proposal));
        proposal.files.front().bytes = "newer\n";
        const auto open = press(served.tools(), proposal);
        QVERIFY(open && open->end == ProposalEnd::Updated);
        served.repository().squash(served.repository().pulls.front(), QDateTime::currentDateTimeUtc());
        proposal.files.front().bytes = "newest\n";
        const auto next = press(served.tools(), proposal);
        QVERIFY(next && next->end == ProposalEnd::Opened);
        QCOMPARE(commitsOn(served.repository(), proposal.branch), 3);
    }

    /// Commits of a branch that no pull request has are not dropped.
    void ownCommitsOfTheBranchAreKept()
    {
        ServedRepository served(kBefore);
        auto& repository = served.repository();
        repository.setBranch(kBranch, repository.commitOf(u"main"_s));
        const QString theirs =
            repository.add(kBranch, {{kLock, "draft\n"}, {u"README.md"_s, "# Platform\n"}}, u"x"_s, {});
        const auto outcome = press(served.tools(), proposalOf());
        QVERIFY(outcome && outcome->end == ProposalEnd::Opened);
        QVERIFY(repository.isAncestor(theirs, repository.commitOf(kBranch)));
        QCOMPARE(stateOf(repository), kProposed);
    }

    /// A branch that was made and then killed follows the base before anything is written to it.
    void aBranchThatIsBehindFollowsTheBase()
    {
        ServedRepository served(kBefore);
        auto& repository = served.repository();
        repository.setBranch(kBranch, repository.commitOf(u"main"_s));
        const QString newer = repository.add(u"main"_s, {{kLock, "older\n"}, {u"README.md"_s, "#\n"}}, u"x"_s, {});
        QVERIFY(press(served.tools(), proposalOf()));
        QVERIFY(repository.isAncestor(newer, repository.commitOf(kBranch)));
    }
};

SLIPWAY_TEST_SUITE(TestProposing);
#include "test_proposing.moc"
