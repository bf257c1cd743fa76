#include "integration/organisation.h"
#include "integration/process.h"
#include "simulator/simulatorserver.h"
#include "simulator/statefile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QString kPath = u"deploy/build-lock.json"_s;
const QString kBranch = u"slipway/deploy-build-lock"_s;

/// A CPU and a GPU image that share two layers.
Organisation organisation(const QString& layer = u"app"_s)
{
    Organisation acme;
    acme.package(u"asr-cpu"_s).image(u"cpu"_s, {u"latest"_s}, {u"base"_s, layer});
    acme.package(u"asr-gpu"_s).image(u"gpu"_s, {u"latest"_s}, {u"base"_s, layer});
    return acme;
}

/// They share one, and should share two: a finding.
Organisation drifting()
{
    Organisation acme;
    acme.package(u"asr-cpu"_s).image(u"cpu"_s, {u"latest"_s}, {u"base"_s, u"app"_s});
    acme.package(u"asr-gpu"_s).image(u"gpu"_s, {u"latest"_s}, {u"base"_s, u"cuda"_s});
    return acme;
}

constexpr auto kProfile = R"(version: 1
classification:
  - { name: "*-cpu", variant: cpu, hub: speech, family: torch }
  - { name: "*-gpu", variant: gpu, hub: speech, family: torch }
%1
repository: { name: platform, folder: deploy, %2 }
)";

} // namespace

/// `lock write --pull-request` and `drift --issues` as a job runs them, against a simulator that lives here.
class CtlProposalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aPreviewPushesNothing();
    void aPullRequestIsOpenedAndUpdated();
    void whatNobodyConfirmsIsNotDone();
    void wrongUse_data();
    void wrongUse();
    void aLimitIsForLater();
    void issuesFollowFindings();
    void whyIssuesWereNotOpenedIsSaid();
    void aLimitOfIssuesIsForLater();
    void issuesAreOffUnlessAskedFor();
    void whatWasNotCheckedClosesNoIssue();
    void anotherOwnersIssuesStay();

private:
    void serve(const Organisation& acme);
    void writeProfile(const QByteArray& drift, const QByteArray& repository);
    [[nodiscard]] Outcome ctl(const QStringList& arguments) const;
    [[nodiscard]] SimRepository& repository() { return m_server->state().repositories.front(); }
    [[nodiscard]] static QJsonObject documentOf(const Outcome& outcome)
    {
        return QJsonDocument::fromJson(outcome.output).object();
    }
    [[nodiscard]] QStringList changes() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SimulatorServer> m_server;
};

void CtlProposalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeProfile("drift: { lock: build-lock.json }", "base: main");
    serve(organisation());
}

void CtlProposalTest::writeProfile(const QByteArray& drift, const QByteArray& repository)
{
    QFile file(m_folder->filePath(u"slipway.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(kProfile).replace("%1", drift).replace("%2", repository));
}

/// The registry anew; the repository stays.
void CtlProposalTest::serve(const Organisation& acme)
{
    auto state = parseState(acme.json(), u"the test's state"_s);
    QVERIFY(state);
    SimRepository platform;
    platform.name = u"platform"_s;
    platform.begin({{u"README.md"_s, "# Platform\n"}});
    if (m_server && m_folder->path() == m_server->property("folder").toString())
        platform = repository();
    state->repositories.push_back(std::move(platform));
    SimulatorOptions options;
    options.now = state->anchor;
    options.scopes = QStringList{u"read:packages"_s, u"repo"_s};
    m_server = std::make_unique<SimulatorServer>(*std::move(state), options);
    m_server->setProperty("folder", m_folder->path());
    QVERIFY(m_server->start());
}

Outcome CtlProposalTest::ctl(const QStringList& arguments) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SLIPWAY_TOKEN"_s, u"ghp_testtesttest"_s);
    return run(ourProgram(u"slipwayctl"_s),
               QStringList{u"--api-url"_s, m_server->apiUrl().toString(), u"--registry-url"_s,
                           m_server->registryUrl().toString(), u"--owner"_s, u"acme"_s, u"--data-dir"_s,
                           m_folder->path(), u"--profile"_s, m_folder->filePath(u"slipway.yaml"_s), u"--format"_s,
                           u"json"_s}
                   + arguments,
               environment);
}

QStringList CtlProposalTest::changes() const
{
    QStringList lines;
    for (const LoggedRequest& request : m_server->requests()) {
        if (request.method != "GET" && request.path.startsWith("/repos/"_L1))
            lines.append(QString::fromLatin1(request.method) + u' ' + request.path);
    }
    return lines;
}

void CtlProposalTest::aPreviewPushesNothing()
{
    const auto outcome = ctl({u"lock"_s, u"write"_s, u"--pull-request"_s, u"--preview"_s});
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    const auto document = documentOf(outcome);
    QCOMPARE(document[u"result"_s].toString(), u"preview"_s);
    QCOMPARE(document[u"repository"_s].toString(), u"acme/platform"_s);
    QCOMPARE(document[u"base"_s].toString(), u"main"_s);
    QCOMPARE(document[u"branch"_s].toString(), kBranch);
    QCOMPARE(document[u"path"_s].toString(), kPath);
    QVERIFY(document[u"diff"_s].toString().contains(u"+      \"package\": \"asr-cpu\","_s));
    QVERIFY(document[u"body"_s].toString().contains(u"| `asr-cpu:latest` | added |"_s));
    const auto text = ctl({u"lock"_s, u"write"_s, u"--pull-request"_s, u"--preview"_s, u"--format"_s, u"text"_s});
    QVERIFY2(text.output.contains("| `asr-cpu:latest` | added |"), text.output.constData());
    QCOMPARE(changes(), QStringList());
    // Another lock file has another branch.
    const auto other = ctl(
        {u"lock"_s, u"write"_s, u"--pull-request"_s, u"--preview"_s, u"--path"_s, u".gpu images/build-lock.json"_s});
    QCOMPARE(documentOf(other)[u"branch"_s].toString(), u"slipway/gpu-images-build-lock"_s);
    const auto root =
        ctl({u"lock"_s, u"write"_s, u"--pull-request"_s, u"--preview"_s, u"--path"_s, u"build-lock.json"_s});
    QCOMPARE(documentOf(root)[u"branch"_s].toString(), u"slipway/build-lock"_s);
}

void CtlProposalTest::aPullRequestIsOpenedAndUpdated()
{
    const QStringList command{u"lock"_s, u"write"_s, u"--pull-request"_s, u"--yes"_s};
    const auto opened = ctl(command);
    QVERIFY2(opened.code == 0, opened.errors.constData());
    QCOMPARE(documentOf(opened)[u"result"_s].toString(), u"opened"_s);
    QCOMPARE(documentOf(opened)[u"pullRequest"_s].toObject(),
             (QJsonObject{{u"number"_s, 1}, {u"url"_s, u"https://github.com/acme/platform/pull/1"_s}}));
    const QByteArray lock = repository().filesAt(kBranch)->value(kPath);
    QVERIFY(lock.contains("\"asr-gpu\""));
    QVERIFY(repository().pulls.front().body.contains(u"| `asr-gpu:latest` | added |"_s));
    QVERIFY(!repository().filesAt(u"main"_s)->contains(kPath));
    // The preview comes before.
    QVERIFY(opened.errors.contains("+      \"package\": \"asr-cpu\","));
    // Again: nothing is pushed, though it was read at another time.
    m_server->clearRequests();
    const auto again = ctl(command);
    QCOMPARE(again.code, 0);
    QCOMPARE(documentOf(again)[u"result"_s].toString(), u"unchanged"_s);
    QCOMPARE(changes(), QStringList());
    // The registry moves on: the same pull request.
    serve(organisation(u"newer"_s));
    const auto updated = ctl(command);
    QCOMPARE(documentOf(updated)[u"result"_s].toString(), u"updated"_s);
    QCOMPARE(repository().pulls.size(), size_t(1));
    QVERIFY(repository().filesAt(kBranch)->value(kPath) != lock);
    // Merged: the base has it.
    repository().squash(repository().pulls.front(), m_server->state().anchor);
    const auto merged = ctl(command);
    QCOMPARE(documentOf(merged)[u"result"_s].toString(), u"nothing"_s);
    QCOMPARE(merged.code, 0);
    const auto audit = ctl({u"audit"_s, u"--verify"_s});
    QCOMPARE(audit.code, 0);
    QVERIFY(audit.output.contains("proposal.open") && audit.output.contains("acme/platform slipway/deploy-build-lock"));
}

void CtlProposalTest::whatNobodyConfirmsIsNotDone()
{
    const auto refused = ctl({u"lock"_s, u"write"_s, u"--pull-request"_s});
    QCOMPARE(refused.code, 4);
    QVERIFY(refused.errors.contains("nobody is there to confirm it: give --yes"));
    writeProfile("drift: { shared: [{ layers: 2 }] }", "issues: true");
    serve(drifting());
    const auto issues = ctl({u"drift"_s, u"--issues"_s});
    QCOMPARE(issues.code, 4);
    QCOMPARE(changes(), QStringList());
}

void CtlProposalTest::wrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("sentence");
    const QStringList propose{u"lock"_s, u"write"_s, u"--pull-request"_s, u"--yes"_s};
    QTest::newRow("read-only") << QStringList{u"--read-only"_s} + propose << 4
                               << QByteArray("changes a repository, and this is read-only");
    QTest::newRow("offline") << QStringList{u"--offline"_s} + propose << 2 << QByteArray("cannot be --offline");
    QTest::newRow("with --check") << propose + QStringList{u"--check"_s} << 2
                                  << QByteArray("--pull-request and --check exclude each other");
    QTest::newRow("with --output") << propose + QStringList{u"--output"_s, u"x"_s} << 2
                                   << QByteArray("--pull-request and --output exclude each other");
    QTest::newRow("a preview of no pull request") << QStringList{u"lock"_s, u"write"_s, u"--preview"_s} << 2
                                                  << QByteArray("--preview goes with --pull-request only");
    QTest::newRow("a preview of no issues")
        << QStringList{u"drift"_s, u"--preview"_s} << 2 << QByteArray("--preview goes with --issues only");
    QTest::newRow("no name of a repository") << propose + QStringList{u"--repository"_s, u"a b"_s} << 2
                                             << QByteArray("A repository is OWNER/NAME, or NAME alone (a b)");
    QTest::newRow("a repository that is not there") << propose + QStringList{u"--repository"_s, u"nope"_s} << 1
                                                    << QByteArray("the repository acme/nope was not found");
    QTest::newRow("a base that is not there") << propose + QStringList{u"--base"_s, u"nope"_s} << 1
                                              << QByteArray("the branch nope of acme/platform was not found");
    QTest::newRow("the base as branch") << propose + QStringList{u"--branch"_s, u"main"_s} << 2
                                        << QByteArray("The branch of a pull request is another one than main");
}
void CtlProposalTest::wrongUse()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, sentence);
    const auto outcome = ctl(arguments);
    QVERIFY2(outcome.errors.contains(sentence), outcome.errors.constData());
    QCOMPARE(outcome.code, code);
    QCOMPARE(changes(), QStringList());
}

void CtlProposalTest::aLimitIsForLater()
{
    m_server->addFault(*parseFault(u"status=403,retry-after=90,method=PUT"_s));
    const auto outcome = ctl({u"lock"_s, u"write"_s, u"--pull-request"_s, u"--yes"_s});
    QCOMPARE(outcome.code, 75);
    QVERIFY(outcome.errors.contains("the same command goes on where this stopped"));
    QCOMPARE(documentOf(outcome)[u"result"_s].toString(), u"stopped"_s);
}

void CtlProposalTest::issuesFollowFindings()
{
    writeProfile("drift: { shared: [{ layers: 2 }] }", "issues: true");
    serve(drifting());
    const QStringList command{u"drift"_s, u"--only"_s, u"cpu-gpu"_s, u"--issues"_s};
    const auto preview = ctl(command + QStringList{u"--preview"_s});
    QCOMPARE(preview.code, 3);
    const auto planned = documentOf(preview)[u"issues"_s][u"planned"_s].toArray();
    QCOMPARE(planned.size(), 1);
    QCOMPARE(planned[0][u"act"_s].toString(), u"open"_s);
    QVERIFY(planned[0][u"body"_s].toString().contains(u"| severity | `error` |"_s));
    const auto text = ctl(command + QStringList{u"--preview"_s, u"--format"_s, u"text"_s});
    QVERIFY2(text.output.contains("      | severity | `error` |"), text.output.constData());
    QCOMPARE(changes(), QStringList());
    const auto opened = ctl(command + QStringList{u"--yes"_s});
    QVERIFY2(opened.code == 3, opened.errors.constData());
    QCOMPARE(repository().issues.size(), size_t(1));
    const SimIssue& issue = repository().issues.front();
    QCOMPARE(issue.title, u"Drift: asr-gpu:latest does not share the layers it should (cpu-gpu)"_s);
    QCOMPARE(issue.labels, QStringList{u"slipway-drift"_s});
    QVERIFY(issue.body.contains(u"| severity | `error` |"_s));
    m_server->clearRequests();
    QCOMPARE(ctl(command + QStringList{u"--yes"_s}).code, 3);
    QCOMPARE(changes(), QStringList());
    // It was built again: what was found is gone.
    serve(organisation());
    const auto closed = ctl(command + QStringList{u"--yes"_s});
    QVERIFY2(closed.code == 0, closed.errors.constData());
    QVERIFY(!repository().issues.front().isOpen());
    QVERIFY(repository().issues.front().body.contains(u"This is resolved."_s));
}

void CtlProposalTest::whyIssuesWereNotOpenedIsSaid()
{
    writeProfile("drift: { shared: [{ layers: 2 }] }", "issues: true");
    serve(drifting());
    m_server->addFault(*parseFault(u"status=422,route=*/issues,method=POST"_s));
    const QStringList command{u"drift"_s, u"--only"_s, u"cpu-gpu"_s, u"--issues"_s, u"--yes"_s};
    const auto refused = ctl(command + QStringList{u"--format"_s, u"text"_s});
    QCOMPARE(refused.code, 5);
    QVERIFY2(refused.output.contains("  failed: Drift: asr-gpu:latest"), refused.output.constData());
    QVERIFY(repository().issues.empty());
}

/// A limit: it is said on standard error and in the document.
void CtlProposalTest::aLimitOfIssuesIsForLater()
{
    writeProfile("drift: { shared: [{ layers: 2 }] }", "issues: true");
    serve(drifting());
    m_server->addFault(*parseFault(u"status=403,retry-after=90,route=*/issues,method=POST"_s));
    const auto later = ctl({u"drift"_s, u"--only"_s, u"cpu-gpu"_s, u"--issues"_s, u"--yes"_s});
    QCOMPARE(later.code, 75);
    const QString stopped = documentOf(later)[u"issues"_s][u"stopped"_s].toString();
    QVERIFY2(!stopped.isEmpty() && later.errors.contains("limit"), later.errors.constData());
}

void CtlProposalTest::issuesAreOffUnlessAskedFor()
{
    writeProfile("drift: { bases: latest }", "base: main");
    const auto outcome = ctl({u"drift"_s, u"--issues"_s, u"--yes"_s});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.errors.contains("The profile asks for no issues of findings"));
    QCOMPARE(changes(), QStringList());
}

/// A job that begins with an empty store and makes other checks knows nothing of the finding: its issue stays.
void CtlProposalTest::whatWasNotCheckedClosesNoIssue()
{
    writeProfile("drift: { shared: [{ layers: 2 }] }", "issues: true");
    serve(drifting());
    QCOMPARE(ctl({u"drift"_s, u"--only"_s, u"cpu-gpu"_s, u"--issues"_s, u"--yes"_s}).code, 3);
    QVERIFY(QFile::remove(m_folder->filePath(u"slipway.db"_s)));
    const auto outcome = ctl({u"drift"_s, u"--only"_s, u"base"_s, u"--issues"_s, u"--yes"_s});
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QVERIFY(repository().issues.front().isOpen());
    QCOMPARE(documentOf(outcome)[u"issues"_s][u"planned"_s].toArray()[0][u"act"_s].toString(), u"unknown"_s);
}

/// The profiles of two owners name one repository. An issue from before owners were in the keys is this owner's.
void CtlProposalTest::anotherOwnersIssuesStay()
{
    writeProfile("drift: { shared: [{ layers: 2 }] }", "issues: true");
    serve(organisation());
    for (const QString& owner : {u"other%7C"_s, QString()}) {
        SimIssue issue;
        issue.number = repository().nextNumber();
        issue.title = u"Drift: asr-gpu:latest"_s;
        issue.body =
            u"<!-- slipway:finding %1cpu-gpu%7Casr-gpu%7Clatest%7Casr-cpu%7C -->\nx\n<!-- /slipway:finding -->"_s.arg(
                owner);
        issue.labels = {u"slipway-drift"_s};
        issue.createdAt = issue.updatedAt = m_server->state().anchor;
        repository().issues.push_back(issue);
    }
    const auto outcome = ctl({u"drift"_s, u"--only"_s, u"cpu-gpu"_s, u"--issues"_s, u"--yes"_s});
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    QVERIFY(repository().issues.front().isOpen());
    QVERIFY(!repository().issues.back().isOpen());
    // Nothing of what is nobody's of here is told.
    const auto planned = documentOf(outcome)[u"issues"_s][u"planned"_s].toArray();
    QCOMPARE(planned.size(), 1);
    QCOMPARE(planned[0][u"act"_s].toString(), u"close"_s);
}

QTEST_GUILESS_MAIN(CtlProposalTest)
#include "tst_ctlproposal.moc"
