#include "integration/organisation.h"
#include "integration/process.h"
#include "support/waiting.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>
#include <random>

using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kNow{"2025-11-21T14:32:00Z"};
constexpr auto kPolicy = "version: 1\nrules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 500, percent: 100}\n";

Organisation organisation(int trees)
{
    Organisation all;
    all.package(u"app"_s)
        .image(u"amd"_s, {}, {u"base"_s, u"amd"_s})
        .index(u"v1"_s, {u"v1"_s}, {u"amd"_s})
        .signature(u"sig"_s, u"amd"_s);
    for (int i = 0; i < trees; ++i) {
        all.image(u"a%1"_s.arg(i), {}, {u"base"_s, u"l%1"_s.arg(i)});
        all.index(u"p%1"_s.arg(i), {u"pr-%1"_s.arg(i)}, {u"a%1"_s.arg(i)});
    }
    return all;
}

} // namespace

/// `slipwayctl cleanup` as its users run it, against simulators in processes of their own.
class CtlCleanupTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void planApplyVerifyRestore();
    void theProofIsOfWhatIsKept();
    void aBrokenTagIsFound();
    void anEmptyPlanIsDone();
    void case29_theLastTaggedIsNotAskedFor();
    void answersForPeople();
    void untag();
    void readOnlyAndUnconfirmedChangeNothing();
    void whatIsLeftOutIsNotAskedAbout();
    void whatIsDoneIsNotAskedAboutAgain();
    void whatIsOnlyToBePutBackIsTold();
    void badPlansAreRefused_data();
    void badPlansAreRefused();
    void aWrongClockIsRefused();
    void aTokenThatCannotPutBackIsRefused();
    void badPoliciesAreRefused();
    void aHeldLockNamesItsHolder();
    void killedAtAnyMomentItGoesOn();

private:
    void serve(const Organisation& organisation, const QStringList& more = {});
    [[nodiscard]] QStringList options(const QStringList& rest) const;
    [[nodiscard]] Outcome ctl(const QStringList& rest) const;
    [[nodiscard]] QJsonObject json(const QStringList& rest, int code = 0) const;
    void write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray contents(const QString& name) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    /// Lines of the server's log of this method and status.
    [[nodiscard]] QStringList logged(const QString& method, int status) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QProcessEnvironment m_environment;
    QString m_apiUrl;
    QString m_registryUrl;
};

void CtlCleanupTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(u"SLIPWAY_TOKEN"_s, u"ghp_testtesttest"_s);
    write(u"policy.yaml"_s, kPolicy);
}

void CtlCleanupTest::serve(const Organisation& organisation, const QStringList& more)
{
    write(u"state.json"_s, organisation.json());
    m_server = std::make_unique<ServerProcess>(
        ourProgram(u"slipwayctl"_s), QStringList{u"simulate"_s, u"--state"_s, path(u"state.json"_s), u"--now"_s, kNow,
                                                 u"--request-log"_s, path(u"requests.jsonl"_s)}
                                         + more);
    const auto hello = QJsonDocument::fromJson(m_server->waitForLine(u"apiUrl"_s).toUtf8()).object();
    m_apiUrl = hello[u"apiUrl"_s].toString();
    m_registryUrl = hello[u"registryUrl"_s].toString();
}

QStringList CtlCleanupTest::options(const QStringList& rest) const
{
    return QStringList{u"--api-url"_s,  m_apiUrl,        u"--registry-url"_s, m_registryUrl, u"--owner"_s,  u"acme"_s,
                       u"--data-dir"_s, path(u"data"_s), u"--now"_s,          kNow,          u"--format"_s, u"json"_s}
           + rest;
}

Outcome CtlCleanupTest::ctl(const QStringList& rest) const
{
    return run(ourProgram(u"slipwayctl"_s), options(rest), m_environment);
}

QJsonObject CtlCleanupTest::json(const QStringList& rest, int code) const
{
    const auto outcome = ctl(rest);
    if (outcome.code != code)
        qWarning("%d: %s", outcome.code, outcome.errors.constData());
    return outcome.code == code ? QJsonDocument::fromJson(outcome.output).object() : QJsonObject();
}

void CtlCleanupTest::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray CtlCleanupTest::contents(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList CtlCleanupTest::logged(const QString& method, int status) const
{
    QStringList paths;
    for (const QByteArray& line : contents(u"requests.jsonl"_s).split('\n')) {
        const auto request = QJsonDocument::fromJson(line).object();
        if (request[u"method"_s].toString() == method && request[u"status"_s].toInt() == status)
            paths.append(request[u"path"_s].toString());
    }
    return paths;
}

void CtlCleanupTest::planApplyVerifyRestore()
{
    serve(organisation(2));
    const QString planFile = path(u"plan.json"_s);
    const auto plan = json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile});
    QCOMPARE(plan[u"delete"_s].toArray().size(), 4);
    QCOMPARE(plan[u"keep"_s].toArray().size(), 3);
    QCOMPARE(plan[u"complete"_s].toBool(), true);
    QVERIFY(plan[u"freedBytes"_s].toInteger() > 0);
    QCOMPARE(QJsonDocument::fromJson(contents(u"plan.json"_s)).object(), plan);
    const auto first = plan[u"delete"_s].toArray().first().toObject();
    for (const char* member : {"package", "id", "digest", "tags", "rule", "because", "freedBytes", "age"})
        QVERIFY2(first.contains(QString::fromLatin1(member)), member);
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty() && logged(u"PUT"_s, 201).isEmpty() && logged(u"POST"_s, 204).isEmpty());

    const auto applied = json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(applied[u"deleted"_s].toArray().size(), 4);
    QCOMPARE(applied[u"skipped"_s].toArray().size(), 0);
    QCOMPARE(applied[u"failed"_s].toArray().size(), 0);
    QCOMPARE(applied[u"verified"_s].toBool(), true);
    QCOMPARE(applied[u"broken"_s].toArray().size(), 0);
    QCOMPARE(applied[u"freedBytes"_s], plan[u"freedBytes"_s]);
    QCOMPARE(logged(u"DELETE"_s, 204).size(), 4);
    // Nothing is left to do.
    QVERIFY(!json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}).isEmpty());
    QCOMPARE(logged(u"DELETE"_s, 204).size(), 4);
    QCOMPARE(json({u"cleanup"_s, u"verify"_s})[u"broken"_s].toArray().size(), 0);

    const auto restored = json({u"cleanup"_s, u"restore"_s, applied[u"journal"_s].toString()});
    QCOMPARE(restored[u"restored"_s].toArray().size(), 4);
    QCOMPARE(restored[u"failed"_s].toArray().size(), 0);
    // Another owner's journal is refused before anybody is asked.
    QFile journal(applied[u"journal"_s].toString());
    QVERIFY(journal.open(QIODevice::ReadOnly));
    QFile other(path(u"other.jsonl"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(journal.readAll().replace("\"owner\":\"acme\"", "\"owner\":\"other\""));
    other.close();
    const auto refused = ctl({u"cleanup"_s, u"restore"_s, other.fileName()});
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.errors.contains("This journal is of other on "), refused.errors.constData());
    const auto pulled =
        run(u"skopeo"_s,
            {u"copy"_s, u"--all"_s, u"--src-tls-verify=false"_s, u"--src-creds"_s, u"any:ghp_testtesttest"_s,
             u"docker://"_s + QUrl(m_registryUrl).authority() + u"/acme/app:pr-1"_s, u"dir:"_s + path(u"pulled"_s)});
    QVERIFY2(pulled.code == 0, pulled.errors.constData());
}

/// Lists that still show what was deleted break no tag.
void CtlCleanupTest::theProofIsOfWhatIsKept()
{
    serve(organisation(0).image(u"p"_s, {u"pr-1"_s}, {u"base"_s, u"p"_s}), {u"--stale"_s, u"2"_s});
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    const auto applied = json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(applied[u"deleted"_s].toArray().size(), 1);
    QCOMPARE(applied[u"broken"_s].toArray(), QJsonArray());
    QCOMPARE(applied[u"gone"_s].toArray(), QJsonArray());
    QCOMPARE(applied[u"restoreHelps"_s], QJsonValue(false));
    QCOMPARE(applied[u"verified"_s], QJsonValue(true));
}

void CtlCleanupTest::aBrokenTagIsFound()
{
    serve(organisation(0), {u"--fault"_s, u"status=404,method=HEAD,route=*/manifests/v1"_s});
    const auto broken = json({u"cleanup"_s, u"verify"_s}, 3)[u"broken"_s].toArray();
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken.first()[u"tags"_s].toArray(), QJsonArray{u"v1"_s});
    const auto told = ctl({u"cleanup"_s, u"verify"_s, u"--format"_s, u"text"_s});
    QCOMPARE(told.code, 3);
    QVERIFY2(told.output.startsWith("broken: app:v1, missing "), told.output.constData());
}

/// Where nothing is to go nobody is asked, and nothing fails.
void CtlCleanupTest::anEmptyPlanIsDone()
{
    serve(organisation(0));
    const QString planFile = path(u"plan.json"_s);
    const auto plan = json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile});
    QCOMPARE(plan[u"delete"_s].toArray(), QJsonArray());
    QCOMPARE(plan[u"keep"_s].toArray().size(), 3);
    const auto applied = json({u"cleanup"_s, u"apply"_s, planFile});
    QCOMPARE(applied[u"deleted"_s], QJsonValue(QJsonArray()));
    QCOMPARE(applied[u"verified"_s], QJsonValue(true));
    const auto told = ctl({u"cleanup"_s, u"apply"_s, planFile, u"--format"_s, u"text"_s});
    QCOMPARE(told.code, 0);
    QVERIFY2(told.output.startsWith("0 versions are deleted, which frees 0 B.\n"), told.output.constData());
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty());
}

/// GitHub would refuse it, so nobody asks; that it stays is no failure.
void CtlCleanupTest::case29_theLastTaggedIsNotAskedFor()
{
    serve(Organisation()
              .package(u"app"_s)
              .image(u"old"_s, {u"pr-1"_s}, {u"base"_s, u"old"_s})
              .image(u"new"_s, {u"pr-2"_s}, {u"base"_s, u"new"_s}));
    const QString planFile = path(u"plan.json"_s);
    const auto plan = json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile});
    QCOMPARE(plan[u"delete"_s].toArray().size(), 1);
    QCOMPARE(plan[u"blocked"_s][0][u"reason"_s].toString(),
             u"last tagged version of the package: GitHub does not delete it"_s);
    const auto applied = json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(applied[u"deleted"_s].toArray().size(), 1);
    QCOMPARE(applied[u"failed"_s].toArray(), QJsonArray());
    QCOMPARE(applied[u"verified"_s], QJsonValue(true));
    QCOMPARE(logged(u"DELETE"_s, 204).size(), 1);
    QVERIFY(logged(u"DELETE"_s, 400).isEmpty());
}

/// One is counted as one, what was not asked is named, and a command that is advised is of the same owner and servers.
void CtlCleanupTest::answersForPeople()
{
    serve(organisation(0).image(u"p"_s, {u"pr-1"_s}, {u"base"_s, u"p"_s}),
          {u"--fault"_s, u"status=403,method=HEAD,route=*/manifests/v1"_s});
    const QString planFile = path(u"plan.json"_s);
    const QStringList text{u"--format"_s, u"text"_s};
    const auto plan = ctl(
        QStringList{u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile} + text);
    QVERIFY2(plan.output.contains(": 1 version\n"), plan.output.constData());
    QVERIFY2(plan.output.contains("\n1 version would be deleted, 3 stay; that frees "), plan.output.constData());
    const auto asked = ctl({u"cleanup"_s, u"apply"_s, planFile});
    QVERIFY2(asked.errors.contains("This deletes 1 version of acme"), asked.errors.constData());
    const auto applied = ctl(QStringList{u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s} + text);
    QCOMPARE(applied.code, 5);
    QVERIFY2(applied.output.contains("\n1 version is deleted, which frees "), applied.output.constData());
    QVERIFY2(applied.output.startsWith("not asked: "), applied.output.constData());
    const QString advice =
        u"could not be proven: slipwayctl cleanup verify --owner acme --api-url %1 --registry-url %2 "
        "--data-dir %3\n"_s.arg(m_apiUrl, m_registryUrl, path(u"data"_s));
    QVERIFY2(applied.output.contains(advice.toUtf8()), applied.output.constData());
}

void CtlCleanupTest::untag()
{
    auto all = organisation(0);
    all.image(u"two"_s, {u"pr-1"_s, u"keep"_s}, {u"base"_s, u"two"_s});
    serve(all);
    const auto untagged = json({u"cleanup"_s, u"untag"_s, u"app:pr-1"_s, u"--yes"_s});
    QCOMPARE(untagged[u"untagged"_s].toString(), u"app:pr-1"_s);
    QCOMPARE(untagged[u"remainingTags"_s].toArray(), QJsonArray{u"keep"_s});
    QCOMPARE(ctl({u"cleanup"_s, u"untag"_s, u"app:pr-1"_s, u"--yes"_s}).code, 1);
    QCOMPARE(ctl({u"cleanup"_s, u"untag"_s, u"app"_s, u"--yes"_s}).code, 2);
}

void CtlCleanupTest::readOnlyAndUnconfirmedChangeNothing()
{
    serve(organisation(2));
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    QCOMPARE(ctl({u"cleanup"_s, u"apply"_s, planFile}).code, 4);
    QCOMPARE(ctl({u"--read-only"_s, u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}).code, 4);
    QCOMPARE(ctl({u"--read-only"_s, u"cleanup"_s, u"untag"_s, u"app:v1"_s, u"--yes"_s}).code, 4);
    QCOMPARE(ctl({u"--offline"_s, u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}).code, 2);
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty());
}

/// The number that is confirmed is of what would go: of a package over a limit nobody has named, nothing does.
void CtlCleanupTest::whatIsLeftOutIsNotAskedAbout()
{
    serve(organisation(2));
    const QString planFile = path(u"plan.json"_s);
    write(u"policy.yaml"_s,
          "version: 1\nrules: [{tags: 'pr-*', olderThan: 1d}]\nlimits: {versions: 1, percent: 100}\n");
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    const auto applied = ctl({u"cleanup"_s, u"apply"_s, planFile});
    QVERIFY2(!applied.errors.contains("This deletes"), applied.errors.constData());
    QCOMPARE(applied.code, 5);
    const auto named = ctl({u"cleanup"_s, u"apply"_s, planFile, u"--allow-large"_s, u"app"_s});
    QCOMPARE(named.code, 4);
    QVERIFY2(named.errors.contains("This deletes 4 versions"), named.errors.constData());
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty());
}

/// A plan that was stopped is gone on with: the number is of what is left.
void CtlCleanupTest::whatIsDoneIsNotAskedAboutAgain()
{
    serve(organisation(2), {u"--fault"_s, u"status=403,retry-after=3600,method=DELETE,count=1,skip=2"_s});
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    QCOMPARE(ctl({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}).code, 75);
    QCOMPARE(logged(u"DELETE"_s, 204).size(), 2);
    const auto rest = ctl({u"cleanup"_s, u"apply"_s, planFile});
    QCOMPARE(rest.code, 4);
    QVERIFY2(rest.errors.contains("This deletes 2 versions"), rest.errors.constData());
    QVERIFY(!json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}).isEmpty());
    QCOMPARE(logged(u"DELETE"_s, 204).size(), 4);
    // Nothing is left to ask about.
    QCOMPARE(ctl({u"cleanup"_s, u"apply"_s, planFile}).code, 0);
}

/// GitHub refuses a child when its index is gone, and then the index back: going on brings it back, and ends.
void CtlCleanupTest::whatIsOnlyToBePutBackIsTold()
{
    serve(organisation(1), {u"--fault"_s, u"status=418,method=DELETE,count=1,skip=1"_s, u"--fault"_s,
                            u"status=404,method=POST,count=1"_s});
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    const auto first = ctl({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(first.code, 5);
    QVERIFY2(first.errors.contains("1 version is still to be put back"), first.errors.constData());
    // It deletes nothing, so nobody has to be there.
    const auto second = ctl({u"cleanup"_s, u"apply"_s, planFile});
    QCOMPARE(second.code, 5);
    QVERIFY2(second.errors.contains("1 version is to be put back."), second.errors.constData());
    QVERIFY2(second.output.contains("restored: "), second.output.constData());
    QCOMPARE(logged(u"DELETE"_s, 204).size(), 1);
    const auto third = ctl({u"cleanup"_s, u"apply"_s, planFile});
    QCOMPARE(third.code, 0);
    QVERIFY2(!third.errors.contains("put back"), third.errors.constData());
}

void CtlCleanupTest::badPlansAreRefused_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("edited by hand") << u"edit"_s << 4 << u"was changed after it was made"_s;
    QTest::newRow("cut off") << u"cut"_s << 2 << u"no whole JSON object"_s;
    QTest::newRow("older than a day") << u"old"_s << 4 << u"older than a day"_s;
    QTest::newRow("of another owner") << u"owner"_s << 4 << u"This plan is of acme, not of other"_s;
    QTest::newRow("not there") << u"none"_s << 2 << u"could not be read"_s;
}

void CtlCleanupTest::badPlansAreRefused()
{
    QFETCH(QString, change);
    QFETCH(QString, sentence);
    serve(organisation(1));
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    const QByteArray plan = contents(u"plan.json"_s);
    auto line = options({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    const auto replace = [&line](const QString& option, const QString& value) {
        line[line.indexOf(option) + 1] = value;
    };
    if (change == "edit"_L1)
        write(u"plan.json"_s, QByteArray(plan).replace("pr-0", "pr-1"));
    else if (change == "cut"_L1)
        write(u"plan.json"_s, plan.first(plan.size() / 2));
    else if (change == "old"_L1)
        replace(u"--now"_s, u"2025-11-22T14:33:00Z"_s);
    else if (change == "owner"_L1)
        replace(u"--owner"_s, u"other"_s);
    else
        QVERIFY(QFile::remove(planFile));
    const auto outcome = run(ourProgram(u"slipwayctl"_s), line, m_environment);
    QTEST(outcome.code, "code");
    QVERIFY2(outcome.errors.contains(sentence.toUtf8()), outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty());
}

void CtlCleanupTest::aWrongClockIsRefused()
{
    serve(organisation(1));
    const QString planFile = path(u"plan.json"_s);
    const QStringList ahead{u"--now"_s, u"2025-11-21T16:32:00Z"_s};
    auto line = options({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile});
    line[line.indexOf(u"--now"_s) + 1] = ahead[1];
    const auto planned = run(ourProgram(u"slipwayctl"_s), line, m_environment);
    QCOMPARE(planned.code, 0);
    QVERIFY2(planned.errors.contains("The clock is wrong: here it is 2025-11-21T16:32:00Z, at 127.0.0.1:"),
             planned.errors.constData());
    QVERIFY(!ctl({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s)}).errors.contains("clock"));
    auto apply = options({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    apply[apply.indexOf(u"--now"_s) + 1] = ahead[1];
    const auto refused = run(ourProgram(u"slipwayctl"_s), apply, m_environment);
    QCOMPARE(refused.code, 4);
    QVERIFY2(refused.errors.contains("The clock is wrong: here it is 2025-11-21T16:32:00Z, at 127.0.0.1:"),
             refused.errors.constData());
    QVERIFY2(refused.errors.contains(" it is 2025-11-21T14:32:00Z"), refused.errors.constData());
    QVERIFY(refused.output.isEmpty());
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty());
    // By the right clock it is a plan from the future.
    QCOMPARE(ctl({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}).code, 4);
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty());
}

void CtlCleanupTest::aTokenThatCannotPutBackIsRefused()
{
    serve(organisation(1), {u"--scopes"_s, u"read:packages,delete:packages"_s});
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    for (const auto& act : {QStringList{u"apply"_s, planFile}, QStringList{u"untag"_s, u"app:pr-0"_s}}) {
        const auto refused = ctl(QStringList{u"cleanup"_s} + act + QStringList{u"--yes"_s});
        QCOMPARE(refused.code, 4);
        QVERIFY2(refused.errors.contains("The token lacks write:packages"), refused.errors.constData());
    }
    QVERIFY(logged(u"DELETE"_s, 204).isEmpty() && logged(u"PUT"_s, 201).isEmpty());
}

void CtlCleanupTest::badPoliciesAreRefused()
{
    serve(organisation(1));
    write(u"bad.yaml"_s, "version: 1\ngrace: 5m\n");
    const auto bad = ctl({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"bad.yaml"_s)});
    QCOMPARE(bad.code, 2);
    QVERIFY2(bad.errors.contains("bad.yaml:2:8"), bad.errors.constData());
    write(u"locked.yaml"_s, "version: 1\nprotect: {lockFiles: [missing.json]}\n");
    QCOMPARE(ctl({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"locked.yaml"_s)}).code, 2);
    QCOMPARE(ctl({u"cleanup"_s, u"plan"_s}).code, 2);
    QVERIFY(!QFile::exists(path(u"requests.jsonl"_s)) || logged(u"GET"_s, 200).isEmpty());
}

void CtlCleanupTest::aHeldLockNamesItsHolder()
{
    serve(organisation(30), {u"--latency"_s, u"20"_s});
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    QProcess first;
    first.setProcessEnvironment(m_environment);
    first.start(ourProgram(u"slipwayctl"_s), options({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}));
    QVERIFY(eventually([&] { return !logged(u"DELETE"_s, 204).isEmpty(); }));
    const auto second = ctl({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(second.code, 4);
    QVERIFY2(second.errors.contains("process " + QByteArray::number(first.processId())), second.errors.constData());
    // A dead holder's lock is taken.
    first.kill();
    QVERIFY(first.waitForFinished());
    const auto third = json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(third[u"deleted"_s].toArray().size(), 60);
}

void CtlCleanupTest::killedAtAnyMomentItGoesOn()
{
    constexpr int kTrees = 35;
    serve(organisation(kTrees), {u"--latency"_s, u"3"_s});
    const QString planFile = path(u"plan.json"_s);
    QVERIFY(!json({u"cleanup"_s, u"plan"_s, u"--policy"_s, path(u"policy.yaml"_s), u"--output"_s, planFile}).isEmpty());
    const int given = qEnvironmentVariableIntValue("SLIPWAY_SEED");
    const unsigned seed = given > 0 ? static_cast<unsigned>(given) : std::random_device{}();
    qInfo("SLIPWAY_SEED=%u", seed);
    std::mt19937 random(seed);
    int kills = 0;
    for (; kills < 12; ++kills) {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(ourProgram(u"slipwayctl"_s), options({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s}));
        QVERIFY(process.waitForStarted());
        // By what was done, not by time: a moment within the next few deletions.
        const qsizetype aim = logged(u"DELETE"_s, 204).size() + 1 + qsizetype(random() % 6);
        QElapsedTimer timer;
        timer.start();
        while (process.state() == QProcess::Running && logged(u"DELETE"_s, 204).size() < aim
               && timer.elapsed() < 60'000)
            QTest::qWait(1);
        process.kill();
        process.waitForFinished();
        if (process.exitStatus() == QProcess::NormalExit)
            break;
    }
    const auto last = json({u"cleanup"_s, u"apply"_s, planFile, u"--yes"_s});
    QCOMPARE(last[u"deleted"_s].toArray().size(), 2 * kTrees);
    QCOMPARE(last[u"verified"_s].toBool(), true);
    auto deletions = logged(u"DELETE"_s, 204);
    QCOMPARE(deletions.size(), 2 * kTrees);
    QCOMPARE(deletions.removeDuplicates(), 0);
    QVERIFY2(kills > 3, qPrintable(QString::number(kills)));
    const auto pulled =
        run(u"skopeo"_s,
            {u"copy"_s, u"--all"_s, u"--src-tls-verify=false"_s, u"--src-creds"_s, u"any:ghp_testtesttest"_s,
             u"docker://"_s + QUrl(m_registryUrl).authority() + u"/acme/app:v1"_s, u"dir:"_s + path(u"pulled"_s)});
    QVERIFY2(pulled.code == 0, pulled.errors.constData());
}

QTEST_GUILESS_MAIN(CtlCleanupTest)
#include "tst_ctlcleanup.moc"
