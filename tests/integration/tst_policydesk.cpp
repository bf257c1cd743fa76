#include "app/dashboard/cleanuplisting.h"
#include "app/dashboard/policydesk.h"
#include "app/dashboard/proposaldesk.h"
#include "app/session/cleanupplanning.h"
#include "core/errortext.h"
#include "integration/watchedsession.h"
#include "models/cleanuptable.h"
#include "models/lockpreview.h"
#include "models/operation.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QByteArray kPolicy = "version: 1\nuntagged: { olderThan: 30d }\n";

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

QByteArray bytesAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The embedded demo with a profile of our own that names a policy, and what the desk tells of it.
struct WatchedPolicy {
    explicit WatchedPolicy(const QByteArray& profile)
        : desk(watched.session)
    {
        put(folder.filePath(u"profile.yaml"_s), profile);
        put(file(), kPolicy);
        QObject::connect(&watched.session, &DashboardSession::inventoryRead, &desk, &PolicyDesk::setInventory);
        Target target = demoTarget(u"northquay"_s, folder.path());
        target.profilePath = folder.filePath(u"profile.yaml"_s);
        watched.session.open(target);
    }
    [[nodiscard]] QString file() const { return folder.filePath(u"cleanup.yaml"_s); }
    [[nodiscard]] bool isRead() { return watched.ended.wait(kPatience) && !watched.inventories.isEmpty(); }
    [[nodiscard]] static bool waitFor(const QSignalSpy& spy, qsizetype times)
    {
        return QTest::qWaitFor([&] { return spy.size() >= times; }, kPatience);
    }
    [[nodiscard]] PolicyTrialPtr trial() const { return trials.last()[0].value<PolicyTrialPtr>(); }
    [[nodiscard]] Result<PolicySaving> saving() const { return saves.last()[1].value<Result<PolicySaving>>(); }

    QTemporaryDir folder;
    WatchedSession watched;
    PolicyDesk desk;
    QSignalSpy reads{&desk, &PolicyDesk::read};
    QSignalSpy failures{&desk, &PolicyDesk::readFailed};
    QSignalSpy trials{&desk, &PolicyDesk::tried};
    QSignalSpy saves{&desk, &PolicyDesk::saved};
};

const QByteArray kProfile = "version: 1\nowner: northquay\npolicies:\n  - { packages: \"*\", file: cleanup.yaml }\n";

} // namespace

/// What the window reads, tries out and writes of a policy, on the embedded demo.
class PolicyDeskTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProfilesPolicyIsReadAndSaved();
    void aFileSomebodyElseChangedIsNotWritten();
    void theNewestTextWins();
    void whatCannotBeReadIsNoFaultOfThePolicy();
    void withoutAPolicyThereIsANewOne();
    void theProfileIsMadeToNameIt();
    void whatGoesIsSavedAsATable();
    void whatIsNotSavedIsAskedAbout();
    void aPullRequestBringsPolicyAndWorkflow();
    void withoutARepositoryThereIsNoPullRequest();
};

void PolicyDeskTest::theProfilesPolicyIsReadAndSaved()
{
    WatchedPolicy policy(kProfile);
    QVERIFY(policy.isRead());
    policy.desk.load();
    QVERIFY(WatchedPolicy::waitFor(policy.reads, 1));
    const auto origin = policy.reads.last()[0].value<PolicyOrigin>();
    QCOMPARE(origin.file, policy.file());
    QCOMPARE(origin.seen, kPolicy);
    const QByteArray text = QByteArray(kPolicy).replace("30d", "60d");
    policy.desk.save(origin, text);
    QVERIFY(WatchedPolicy::waitFor(policy.saves, 1));
    QVERIFY(policy.saving() == Result<PolicySaving>(PolicySaving::Saved));
    QCOMPARE(bytesAt(policy.file()), text);
    QCOMPARE(policy.saves.last()[0].value<PolicyOrigin>().seen, text);
    end(policy.watched);
}

void PolicyDeskTest::aFileSomebodyElseChangedIsNotWritten()
{
    WatchedPolicy policy(kProfile);
    QVERIFY(policy.isRead());
    put(policy.file(), "version: 1\n");
    policy.desk.save({policy.file(), kPolicy}, "version: 1\ngrace: 2h\n");
    QVERIFY(WatchedPolicy::waitFor(policy.saves, 1));
    QVERIFY(policy.saving() == Result<PolicySaving>(PolicySaving::Changed));
    QCOMPARE(bytesAt(policy.file()), QByteArray("version: 1\n"));
    // A new one does not take the place of a file that is there.
    policy.desk.save({policy.file(), std::nullopt}, kPolicy);
    QVERIFY(WatchedPolicy::waitFor(policy.saves, 2));
    QVERIFY(policy.saving() == Result<PolicySaving>(PolicySaving::Changed));
    policy.desk.save({policy.folder.filePath(u"no/such/folder.yaml"_s), std::nullopt}, kPolicy);
    QVERIFY(WatchedPolicy::waitFor(policy.saves, 3));
    QVERIFY(!policy.saving());
    QCOMPARE(policy.saving().error().kind, ErrorKind::FileAccess);
    end(policy.watched);
}

void PolicyDeskTest::theNewestTextWins()
{
    WatchedPolicy policy(kProfile);
    QVERIFY(policy.isRead());
    for (int days = 1; days <= 20; ++days)
        policy.desk.tryOut(QByteArray(kPolicy).replace("30d", QByteArray::number(days) + 'd'));
    const QByteArray last = QByteArray(kPolicy).replace("30d", "20d");
    QVERIFY(QTest::qWaitFor([&] { return !policy.trials.isEmpty() && policy.trial()->text == last; }, kPatience));
    QCOMPARE(policy.trials.size(), 1);
    QVERIFY(policy.trial()->sheet && !policy.trial()->fault);
    QCOMPARE(policy.trial()->sheet->terms.file, policy.file());
    const auto before = policy.trial()->sheet->goes();
    policy.desk.tryOut("version: 1\nuntagged: { olderThan: 20d }\nprotect: { tags: [nobody-*] }\n");
    QVERIFY(WatchedPolicy::waitFor(policy.trials, 2));
    QCOMPARE(policy.trial()->sheet->goes(), before);
    QVERIFY(policy.trial()->sheet->notes.join(u'\n').contains("nobody-*"_L1));
    policy.desk.tryOut("version: 1\nuntaged: { olderThan: 20d }\n");
    QVERIFY(WatchedPolicy::waitFor(policy.trials, 3));
    QVERIFY(!policy.trial()->sheet);
    QCOMPARE(policy.trial()->fault->subject, policy.file() + u":2:1"_s);
    end(policy.watched);
}

void PolicyDeskTest::withoutAPolicyThereIsANewOne()
{
    WatchedPolicy policy("version: 1\nowner: northquay\n");
    QVERIFY(policy.isRead());
    policy.desk.load();
    QVERIFY(WatchedPolicy::waitFor(policy.reads, 1));
    QCOMPARE(policy.reads.last()[0].value<PolicyOrigin>(), PolicyOrigin());
    const QString path = policy.folder.filePath(u"new.yaml"_s);
    policy.desk.save({path, std::nullopt}, kPolicy);
    QVERIFY(WatchedPolicy::waitFor(policy.saves, 1));
    QCOMPARE(bytesAt(path), kPolicy);
    end(policy.watched);
}

void PolicyDeskTest::whatCannotBeReadIsNoFaultOfThePolicy()
{
    WatchedPolicy policy(kProfile);
    QVERIFY(policy.isRead());
    const QString list = cleanupFolderOf(policy.watched.session.connection()->target()) + u"/undeletable.txt"_s;
    QVERIFY(QDir().mkpath(list)); // a folder is no list
    policy.desk.tryOut(kPolicy);
    QVERIFY(WatchedPolicy::waitFor(policy.trials, 1));
    QVERIFY(!policy.trial()->fault && !policy.trial()->sheet);
    QVERIFY(policy.trial()->obstacle);
    QCOMPARE(policy.trial()->obstacle->subject, list);
    end(policy.watched);
}

void PolicyDeskTest::theProfileIsMadeToNameIt()
{
    const QByteArray profile = "# ours\nversion: 1\nowner: northquay\n";
    WatchedPolicy policy(profile);
    QVERIFY(policy.isRead());
    const QSignalSpy named(&policy.desk, &PolicyDesk::named);
    const QString path = policy.folder.filePath(u"profile.yaml"_s);
    QCOMPARE(policy.desk.ground(), (PolicyGround{{}, path, {}}));
    policy.desk.name(policy.file());
    QVERIFY(WatchedPolicy::waitFor(named, 1));
    QVERIFY(named.last()[1].value<Result<void>>());
    QCOMPARE(named.last()[0].toString(), policy.file());
    QCOMPARE(bytesAt(path), profile + "policies:\n  - { packages: \"*\", file: cleanup.yaml }\n");
    put(path, "version: 2\n");
    policy.desk.name(policy.file());
    QVERIFY(WatchedPolicy::waitFor(named, 2));
    QVERIFY(!named.last()[1].value<Result<void>>());
    QCOMPARE(bytesAt(path), QByteArray("version: 2\n"));
    end(policy.watched);
}

void PolicyDeskTest::whatGoesIsSavedAsATable()
{
    WatchedPolicy policy(kProfile);
    QVERIFY(policy.isRead());
    policy.desk.tryOut(kPolicy);
    QVERIFY(WatchedPolicy::waitFor(policy.trials, 1));
    const CleanupSheetPtr sheet = policy.trial()->sheet;
    QVERIFY(sheet && sheet->goes() > 0);
    CleanupListing listing(policy.watched.session);
    const QSignalSpy saved(&listing, &CleanupListing::saved);
    const QString path = policy.folder.filePath(u"list.csv"_s);
    listing.save(sheet, {}, path);
    QVERIFY(WatchedPolicy::waitFor(saved, 1));
    QVERIFY(saved.last()[1].value<Result<void>>());
    const QByteArray table = bytesAt(path);
    QCOMPARE(table, cleanupAsCsv(*sheet));
    QCOMPARE(std::size_t(table.count(",goes,")), sheet->goes());
    // Of a package that is left out nothing goes, and nothing is freed.
    const auto& first = sheet->snapshot().versions[sheet->plan.deletions.front().version];
    const PackageName& package = sheet->snapshot().packages[first.package].name;
    listing.save(sheet, {package}, path);
    QVERIFY(WatchedPolicy::waitFor(saved, 2));
    qsizetype leftOut = 0;
    for (const QByteArray& line : bytesAt(path).split('\n')) {
        if (!line.startsWith(package.value.toUtf8() + ','))
            continue;
        QVERIFY(!line.contains(",goes,"));
        leftOut += line.contains(",left out,") ? 1 : 0;
    }
    QVERIFY(leftOut > 0);
    QCOMPARE(leftOut + bytesAt(path).count(",goes,"), table.count(",goes,"));
    listing.save(sheet, {}, policy.folder.filePath(u"no/such/folder.csv"_s));
    QVERIFY(WatchedPolicy::waitFor(saved, 3));
    QVERIFY(!saved.last()[1].value<Result<void>>());
    end(policy.watched);
}

void PolicyDeskTest::whatIsNotSavedIsAskedAbout()
{
    WatchedPolicy policy(kProfile);
    QVERIFY(policy.isRead());
    const QSignalSpy dropped(&policy.desk, &PolicyDesk::dropped);
    policy.desk.setUnsaved(true, u"cleanup.yaml"_s);
    QCOMPARE(policy.watched.operations.rowCount(), 1);
    auto* operation = policy.watched.operations.operationAt(0);
    QCOMPARE(operation->title(), u"Unsaved changes of cleanup.yaml"_s);
    QVERIFY(!operation->consequence().isEmpty());
    operation->cancel();
    QCOMPARE(dropped.size(), 1);
    policy.desk.setUnsaved(false, {});
    QCOMPARE(policy.watched.operations.rowCount(), 0);
    end(policy.watched);
}

void PolicyDeskTest::aPullRequestBringsPolicyAndWorkflow()
{
    WatchedPolicy policy(kProfile + "repository: { name: northquay/platform }\n");
    ProposalDesk proposals(policy.watched.session);
    const QSignalSpy previews(&policy.desk, &PolicyDesk::previewed);
    const QSignalSpy pushes(&proposals, &ProposalDesk::pushed);
    QVERIFY(policy.isRead());
    policy.desk.propose({policy.file(), kPolicy}, kPolicy);
    QVERIFY(WatchedPolicy::waitFor(previews, 1));
    const auto preview = previews.last()[0].value<Result<ProposalPreviewPtr>>();
    QVERIFY2(preview.has_value(), preview ? "" : qPrintable(errorLine(preview.error())));
    const auto& files = (*preview)->proposal.files;
    QCOMPARE(files.size(), std::size_t(2));
    QCOMPARE(files[0], (ProposedFile{u"cleanup.yaml"_s, kPolicy}));
    QCOMPARE(files[1].path, u".github/workflows/ghcr_cleanup.yml"_s);
    QVERIFY(files[1].bytes.contains("cleanup plan --policy cleanup.yaml --output cleanup-plan.json\n"));
    QVERIFY(files[1].bytes.contains("cleanup apply cleanup-plan.json"));
    const QStringList lines = proposalLines(**preview);
    QCOMPARE(lines[0], u"Repository: northquay/platform"_s);
    QCOMPARE(lines[1], u"Branch: slipway/policy-cleanup, to be merged into main"_s);
    const QString text = lockDiffText((*preview)->diff);
    QVERIFY(text.contains("cleanup.yaml"_L1) && text.contains("ghcr_cleanup.yml"_L1));
    QVERIFY(text.contains("+ untagged: { olderThan: 30d }"_L1));
    proposals.push(*preview);
    QVERIFY(WatchedPolicy::waitFor(pushes, 1));
    const auto opened = pushes.last()[1].value<Result<ProposalOutcome>>();
    QVERIFY(opened && !opened->stopped);
    QCOMPARE(opened->end, ProposalEnd::Opened);
    // Pressed again, it is the same pull request.
    policy.desk.propose({policy.file(), kPolicy}, kPolicy);
    QVERIFY(WatchedPolicy::waitFor(previews, 2));
    proposals.push(*previews.last()[0].value<Result<ProposalPreviewPtr>>());
    QVERIFY(WatchedPolicy::waitFor(pushes, 2));
    QCOMPARE(pushes.last()[1].value<Result<ProposalOutcome>>()->end, ProposalEnd::Unchanged);
    end(policy.watched);
}

void PolicyDeskTest::withoutARepositoryThereIsNoPullRequest()
{
    WatchedPolicy policy(kProfile);
    const QSignalSpy previews(&policy.desk, &PolicyDesk::previewed);
    QVERIFY(policy.isRead());
    policy.desk.propose({policy.file(), kPolicy}, kPolicy);
    QVERIFY(WatchedPolicy::waitFor(previews, 1));
    QVERIFY(!previews.last()[0].value<Result<ProposalPreviewPtr>>());
    end(policy.watched);
}

QTEST_GUILESS_MAIN(PolicyDeskTest)
#include "tst_policydesk.moc"
