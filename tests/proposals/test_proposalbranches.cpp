#include "core/errortext.h"
#include "proposals/proposalhands.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// The branch of a pull request: whose it is, what it brings along, and what others do with it meanwhile.
class TestProposalBranches final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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

SLIPWAY_TEST_SUITE(TestProposalBranches);
#include "test_proposalbranches.moc"
