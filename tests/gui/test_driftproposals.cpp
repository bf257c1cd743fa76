#include "gui/drifthands.h"
#include "gui/heard.h"
#include "support/suite.h"
#include "views/drift/issuesdialog.h"
#include "views/drift/lockdialog.h"
#include "views/drift/proposaldialog.h"
#include "views/widgets/messagebar.h"

#include <QAction>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

ProposalOutcome opened()
{
    ProposalOutcome outcome;
    outcome.end = ProposalEnd::Opened;
    outcome.pull = PullRequest{12, QUrl(u"https://github.com/northquay/platform/pull/12"_s), true, {}, {}, {}, {}};
    return outcome;
}

} // namespace

/// Pull requests and issues, after a preview.
class TestDriftProposals final : public QObject, private DriftHands
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(show()); }
    void cleanup() { leave(); }
    void aPullRequestIsPushedAfterAPreview();
    void whatTheBranchBringsIsTold();
    void whatCannotBePushedIsTold();
    void whatCameOfItIsToldWhereItBelongs();
    void whatCameOfItStays();
    void issuesAreChangedAfterAPreview();
    void nothingIsPushedWhereNothingMayBe();

private:
    void offerRepository()
    {
        page().setWriteAccess(WriteAccess::Allowed);
        page().setRepository({true, true});
    }
};

void TestDriftProposals::aPullRequestIsPushedAfterAPreview()
{
    offerRepository();
    QSignalSpy asked(&page().fixes(), &DriftFixes::proposalRequested);
    QSignalSpy pushed(&page().fixes(), &DriftFixes::pushRequested);
    // From the lock's preview as well as by itself.
    page().fixes().showLockPreview(lockPreview(u"/tmp/build-lock.json"_s));
    QVERIFY(eventually([&] { return page().fixes().regenerating()->isVisible(); }));
    QTest::mouseClick(&page().fixes().regenerating()->proposeButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(eventually([&] { return !page().fixes().regenerating(); }));
    QVERIFY(page().more().isVisible());
    page().more().menu()->actions()[0]->trigger();
    QCOMPARE(asked.size(), 2);
    const auto shown = lockProposal();
    page().fixes().showProposal(shown);
    auto* dialog = page().fixes().proposing();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    QCOMPARE(dialog->sentences(),
             (QStringList{u"Repository: northquay/platform"_s, u"Branch: slipway/build-lock, to be merged into main"_s,
                          u"Title: build: update build-lock.json"_s}));
    QCOMPARE(dialog->text().toPlainText(), u"  {\n-   \"a\": 1\n+   \"a\": 2\n  }"_s);
    QCOMPARE(dialog->pullText().toPlainText(), shown->proposal.body);
    QCOMPARE(pushed.size(), 0);
    QTest::mouseClick(&dialog->pushButton(), Qt::LeftButton);
    QCOMPARE(pushed.size(), 1);
    QCOMPARE(pushed[0].at(0).value<ProposalPreviewPtr>(), shown);
    QVERIFY(!dialog->pushButton().isEnabled());
    page().fixes().showPushed(shown, opened());
    QCOMPARE(dialog->sentences().last(), u"Pull request 12 is open."_s);
    QVERIFY(dialog->openButton().isVisible() && !dialog->pushButton().isVisible());
    QCOMPARE(dialog->openButton().toolTip(), u"https://github.com/northquay/platform/pull/12"_s);
    dialog->reject();
}

void TestDriftProposals::whatTheBranchBringsIsTold()
{
    auto shown = std::make_shared<ProposalPreview>(*lockProposal());
    shown->draft.isIncomplete = true;
    shown->ground.baseCommit = u"c0"_s;
    shown->ground.branchCommit = u"c1"_s;
    shown->ground.files = {{u"deploy/build-lock.json"_s, {}, RepositoryFile{u"b1"_s, "theirs"}}};
    QCOMPARE(proposalLines(*shown).sliced(3),
             (QStringList{u"The branch is there already; commits it has of its own will be in the pull request."_s,
                          u"The branch has another deploy/build-lock.json than main; it is replaced."_s,
                          u"Not everything could be read; what was pinned of it stays."_s}));
}

void TestDriftProposals::whatCannotBePushedIsTold()
{
    offerRepository();
    const auto shown = lockProposal();
    page().fixes().showProposal(shown);
    auto* dialog = page().fixes().proposing();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    QTest::mouseClick(&dialog->pushButton(), Qt::LeftButton);
    page().fixes().showPushed(shown, failure(ErrorKind::Refused, u"build-lock.json was changed in main"_s));
    // The reason is read to its end, however long it is.
    QVERIFY(dialog->sentences().contains(u"Nothing was pushed."_s));
    QVERIFY(dialog->sentences().contains(u"Refused: build-lock.json was changed in main."_s));
    QVERIFY(dialog->pushButton().isEnabled() && !dialog->openButton().isVisible());
    // Half way: what is there stays.
    ProposalOutcome half;
    half.changes = 1;
    half.stopped = Error{ErrorKind::Network, u"api.github.com"_s, {}, {}};
    page().fixes().showPushed(shown, half);
    QCOMPARE(dialog->sentences().last(),
             u"No connection to api.github.com. What was pushed stays; pressing again goes on where this stopped."_s);
    dialog->reject();
    page().fixes().showProposal(std::unexpected(Error{ErrorKind::NotFound, u"northquay/platform"_s, {}, {}}));
    QVERIFY(page().stateTexts().constFirst().contains(u"northquay/platform"_s));
    // What is read meanwhile takes nothing of it away.
    page().setLooking(true);
    page().setLooking(false);
    page().setLook(driftingLook(inventoryFrom(driftingOrganisation())));
    QVERIFY(page().stateTexts().constFirst().contains(u"northquay/platform"_s));
    QVERIFY(page().fixes().failed().isVisible());
    // Whoever stops a look knows that.
    const auto before = page().stateTexts();
    const Error stopped{ErrorKind::Cancelled, u"the repository"_s, {}, {}};
    page().fixes().showProposal(std::unexpected(stopped));
    page().fixes().showIssues(std::unexpected(stopped));
    page().fixes().showLockPreview(std::unexpected(stopped));
    QCOMPARE(page().stateTexts(), before);
    // The next look begins without it, and takes nothing else away.
    page().fixes().proposeAction().trigger();
    QVERIFY(!page().fixes().failed().isVisible());
    page().fixes().showPushed(lockProposal(), opened());
    page().fixes().proposeAction().trigger();
    QCOMPARE(page().stateTexts().constFirst(), u"Pull request 12 is open."_s);
    // A look that fails stands beside it.
    page().fixes().showProposal(std::unexpected(Error{ErrorKind::NotFound, u"northquay/platform"_s, {}, {}}));
    QCOMPARE(page().stateTexts().constFirst(), u"Pull request 12 is open."_s);
    QVERIFY(page().fixes().result().isVisible() && page().fixes().failed().isVisible());
    page().fixes().proposeAction().trigger();
    QVERIFY(page().fixes().result().isVisible() && !page().fixes().failed().isVisible());
}

void TestDriftProposals::whatCameOfItIsToldWhereItBelongs()
{
    offerRepository();
    const auto first = lockProposal();
    page().fixes().showProposal(first);
    page().fixes().proposing()->reject();
    QVERIFY(eventually([&] { return !page().fixes().proposing(); }));
    page().fixes().showProposal(lockProposal());
    auto* dialog = page().fixes().proposing();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    const auto sentences = dialog->sentences();
    page().fixes().showPushed(first, opened());
    QCOMPARE(dialog->sentences(), sentences);
    QVERIFY(dialog->pushButton().isEnabled());
    QCOMPARE(page().stateTexts().constFirst(), u"Pull request 12 is open."_s);
    dialog->reject();
    auto issues = std::make_shared<IssuesPreview>();
    issues->matters.repository = {u"northquay"_s, u"platform"_s};
    page().fixes().showIssuesChanged(IssuesPreviewPtr(issues), IssueOutcome());
    QCOMPARE(page().stateTexts().constFirst(), u"northquay/platform: All of it is done."_s);
}

/// What is read meanwhile takes nothing of it away; a person is done with it, or pushes again.
void TestDriftProposals::whatCameOfItStays()
{
    offerRepository();
    auto& result = page().fixes().result();
    const Heard heard;
    page().fixes().showPushed(lockProposal(), opened());
    QVERIFY(result.isVisible());
    QCOMPARE(Heard::texts(), QStringList{u"Pull request 12 is open."_s});
    page().setLooking(true);
    page().setLooking(false);
    page().setLook(driftingLook(inventoryFrom(driftingOrganisation())));
    const Error refused{ErrorKind::Forbidden, u"the packages of northquay"_s, {}, {}};
    window().setState(PageState::failed(refused));
    QCOMPARE(page().stateTexts().first(2), (QStringList{u"Pull request 12 is open."_s, errorLine(refused)}));
    window().setState(PageState::ready());
    const auto buttons = result.findChildren<QPushButton*>();
    const auto close = std::ranges::find(buttons, u"Close"_s, &QPushButton::text);
    QVERIFY(close != buttons.end());
    QTest::mouseClick(*close, Qt::LeftButton);
    QVERIFY(!result.isVisible());
    // Another push takes the place of the one before, and another owner's page knows of none.
    const Error changed{ErrorKind::Refused, u"main was changed"_s, {}, {}};
    page().fixes().showPushed(lockProposal(), std::unexpected(changed));
    QCOMPARE(result.sentence(), errorLine(changed));
    page().fixes().showProposal(lockProposal());
    QTest::mouseClick(&page().fixes().proposing()->pushButton(), Qt::LeftButton);
    QVERIFY(!result.isVisible());
    page().fixes().proposing()->reject();
    page().fixes().showPushed(lockProposal(), opened());
    QVERIFY(!result.isHidden());
    window().setInventory(nullptr);
    QVERIFY(result.isHidden());
}

void TestDriftProposals::issuesAreChangedAfterAPreview()
{
    offerRepository();
    QSignalSpy asked(&page().fixes(), &DriftFixes::issuesRequested);
    QSignalSpy changed(&page().fixes(), &DriftFixes::issueChangesRequested);
    page().more().menu()->actions()[1]->trigger();
    QCOMPARE(asked.size(), 1);
    auto shown = std::make_shared<IssuesPreview>();
    shown->matters.repository = {u"northquay"_s, u"platform"_s};
    shown->steps = {{IssueAct::Open, u"a"_s, 0, {}, u"Drift: a"_s, u"`a` drifts."_s},
                    {IssueAct::Close, u"b"_s, 7, {}, u"Drift: b"_s, u"This is resolved."_s}};
    const IssuesPreviewPtr preview = shown;
    page().fixes().showIssues(preview);
    auto* dialog = page().fixes().tracking();
    QVERIFY(dialog && eventually([&] { return dialog->isVisible(); }));
    QCOMPARE(dialog->sentences(), (QStringList{u"northquay/platform: 1 issue to open, 1 to close."_s,
                                               u"open: Drift: a"_s, u"close, resolved: Drift: b #7"_s}));
    // What each issue will say is seen before.
    QCOMPARE(dialog->text().toPlainText(), u"`a` drifts."_s);
    QTest::keyClick(&dialog->steps(), Qt::Key_Down);
    QCOMPARE(dialog->text().toPlainText(), u"This is resolved."_s);
    QCOMPARE(changed.size(), 0);
    QTest::mouseClick(&dialog->changeButton(), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    IssueOutcome outcome;
    outcome.done = {
        {IssueAct::Open, u"a"_s, 8, QUrl(u"https://github.com/northquay/platform/issues/8"_s), u"Drift: a"_s, {}}};
    outcome.failed = {{shown->steps[1], {ErrorKind::Refused, u"issue 7 of northquay/platform"_s, {}, {}}}};
    page().fixes().showIssuesChanged(preview, outcome);
    QVERIFY(dialog->sentences().contains(u"Opened: https://github.com/northquay/platform/issues/8"_s));
    QCOMPARE(dialog->sentences().last(), u"Not all of it is done; look again to go on."_s);
    dialog->reject();
}

void TestDriftProposals::nothingIsPushedWhereNothingMayBe()
{
    page().setRepository({true, true});
    page().setWriteAccess(WriteAccess::StartedReadOnly);
    QVERIFY(!page().fixes().proposeAction().isVisible() && !page().fixes().issuesAction().isVisible());
    page().fixes().showLockPreview(lockPreview(u"/tmp/build-lock.json"_s));
    QVERIFY(!page().fixes().regenerating()->proposeButton().isVisibleTo(page().fixes().regenerating()));
    page().fixes().regenerating()->reject();
    page().setWriteAccess(WriteAccess::Allowed);
    QVERIFY(page().fixes().proposeAction().isVisible() && page().fixes().issuesAction().isVisible());
    page().setRepository({true, false});
    QVERIFY(page().fixes().proposeAction().isVisible() && !page().fixes().issuesAction().isVisible());
    page().setRepository({});
    QVERIFY(!page().fixes().proposeAction().isVisible() && !page().more().isVisible());
}

SLIPWAY_TEST_SUITE(TestDriftProposals);

} // namespace slipway::test

#include "test_driftproposals.moc"
