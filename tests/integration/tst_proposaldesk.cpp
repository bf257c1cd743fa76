#include "app/dashboard/proposaldesk.h"
#include "core/errortext.h"
#include "integration/watchedsession.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// What the desk tells of a session whose drift was looked at once.
struct WatchedProposals {
    explicit WatchedProposals(WatchedSession& watched)
        : looks(&watched.session.drift(), &DriftDesk::looked)
        , desk(watched.session)
    {
        QObject::connect(&watched.operations, &QAbstractItemModel::rowsInserted, &desk,
                         [this, &watched](const QModelIndex&, int row) {
                             titles.append(watched.operations.operationAt(row)->title());
                         });
        watched.session.drift().want();
    }
    [[nodiscard]] bool hasLooked() const
    {
        return QTest::qWaitFor([&] { return !looks.isEmpty(); }, kPatience);
    }
    [[nodiscard]] DriftLookPtr look() const { return looks.last()[0].value<DriftLookPtr>(); }
    [[nodiscard]] static bool waitFor(const QSignalSpy& spy, qsizetype times)
    {
        return QTest::qWaitFor([&] { return spy.size() >= times; }, kPatience);
    }

    QSignalSpy looks;
    ProposalDesk desk;
    QSignalSpy previews{&desk, &ProposalDesk::previewed};
    QSignalSpy pushes{&desk, &ProposalDesk::pushed};
    QSignalSpy issuePreviews{&desk, &ProposalDesk::issuesPreviewed};
    QSignalSpy issueChanges{&desk, &ProposalDesk::issuesChanged};
    QStringList titles; ///< of operations
};

} // namespace

/// What the window does with the profile's repository, on the embedded demo.
class ProposalDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPullRequestIsPushedAsItWasShown();
    void findingsHaveIssues();
    void withoutARepositoryThereIsNothingToPropose();
};

void ProposalDeskTest::aPullRequestIsPushedAsItWasShown()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    WatchedProposals proposals(watched);
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(proposals.hasLooked());
    proposals.desk.preview(proposals.look());
    QVERIFY(WatchedProposals::waitFor(proposals.previews, 1));
    const auto preview = proposals.previews[0][0].value<Result<ProposalPreviewPtr>>();
    QVERIFY2(preview.has_value(), preview ? "" : qPrintable(errorLine(preview.error())));
    const QStringList lines = proposalLines(**preview);
    QCOMPARE(lines[0], u"Repository: northquay/platform"_s);
    QCOMPARE(lines[1], u"Branch: slipway/build-lock, to be merged into main"_s);
    QCOMPARE(lines[2], u"Title: build: update build-lock.json"_s);
    QVERIFY((*preview)->diff.added > 0);
    proposals.desk.push(*preview);
    QVERIFY(WatchedProposals::waitFor(proposals.pushes, 1));
    const auto opened = proposals.pushes[0][1].value<Result<ProposalOutcome>>();
    QVERIFY(opened && !opened->stopped);
    QCOMPARE(opened->end, ProposalEnd::Opened);
    QCOMPARE(opened->pull->page, QUrl(u"https://github.com/northquay/platform/pull/1"_s));
    QCOMPARE(proposalEndLine(**preview, *opened), u"Pull request 1 is open."_s);
    // Looked at again, it is the same pull request, which says just this.
    proposals.desk.preview(proposals.look());
    QVERIFY(WatchedProposals::waitFor(proposals.previews, 2));
    const auto again = proposals.previews[1][0].value<Result<ProposalPreviewPtr>>();
    QVERIFY(again && (*again)->ground.pull);
    proposals.desk.push(*again);
    QVERIFY(WatchedProposals::waitFor(proposals.pushes, 2));
    QCOMPARE(proposals.pushes[1][1].value<Result<ProposalOutcome>>()->end, ProposalEnd::Unchanged);
    QVERIFY(proposals.titles.contains(u"Pull request in northquay/platform"_s));
    QFile audit(folder.filePath(u"audit.jsonl"_s));
    QVERIFY(audit.open(QIODevice::ReadOnly) && audit.readAll().contains("\"action\":\"proposal.open\""));
    end(watched);
}

void ProposalDeskTest::findingsHaveIssues()
{
    const QTemporaryDir folder;
    WatchedSession watched;
    WatchedProposals proposals(watched);
    watched.session.open(demoTarget(u"northquay"_s, folder.path()));
    QVERIFY(proposals.hasLooked());
    proposals.desk.previewIssues(proposals.look());
    QVERIFY(WatchedProposals::waitFor(proposals.issuePreviews, 1));
    const auto preview = proposals.issuePreviews[0][0].value<Result<IssuesPreviewPtr>>();
    QVERIFY(preview.has_value());
    QCOMPARE((*preview)->changes(), static_cast<int>(proposals.look()->lives.size()));
    proposals.desk.changeIssues(*preview);
    QVERIFY(WatchedProposals::waitFor(proposals.issueChanges, 1));
    const auto changed = proposals.issueChanges[0][1].value<Result<IssueOutcome>>();
    QVERIFY(changed && changed->failed.empty() && !changed->stopped);
    QCOMPARE(changed->done.size(), proposals.look()->lives.size());
    proposals.desk.previewIssues(proposals.look());
    QVERIFY(WatchedProposals::waitFor(proposals.issuePreviews, 2));
    QCOMPARE((*proposals.issuePreviews[1][0].value<Result<IssuesPreviewPtr>>())->changes(), 0);
    end(watched);
}

void ProposalDeskTest::withoutARepositoryThereIsNothingToPropose()
{
    const QTemporaryDir folder;
    Target target = demoTarget(u"northquay"_s, folder.path());
    QFile own(folder.filePath(u"profile.yaml"_s));
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write("version: 1\nowner: northquay\n");
    own.close();
    target.profilePath = own.fileName();
    WatchedSession watched;
    WatchedProposals proposals(watched);
    watched.session.open(target);
    QVERIFY(proposals.hasLooked());
    proposals.desk.preview(proposals.look());
    QVERIFY(WatchedProposals::waitFor(proposals.previews, 1));
    const auto preview = proposals.previews[0][0].value<Result<ProposalPreviewPtr>>();
    QVERIFY(!preview);
    QCOMPARE(preview.error().subject, u"Nothing says in which repository the lock file lives"_s);
    end(watched);
}

QTEST_GUILESS_MAIN(ProposalDeskTest)
#include "tst_proposaldesk.moc"
