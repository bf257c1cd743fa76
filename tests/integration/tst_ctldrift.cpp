#include "core/digest.h"
#include "integration/organisation.h"
#include "integration/process.h"

#include <QDir>
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

constexpr QLatin1StringView kNow{"2025-11-21T14:32:00Z"};

QStringList linesOf(const QJsonArray& findings)
{
    QStringList lines;
    for (const auto& value : findings) {
        const auto finding = value.toObject();
        QString line = u"%1 %2 %3"_s.arg(finding[u"severity"_s].toString(), finding[u"check"_s].toString(),
                                         finding[u"image"_s].toString());
        if (const int layer = finding[u"divergesAtLayer"_s].toInt(); layer > 0)
            line += u" at layer %1"_s.arg(layer);
        lines.append(line);
    }
    return lines;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

} // namespace

/// `slipwayctl drift`, `lock write` and `lock verify` as a job runs them: against the demo, and against a simulator
/// whose registry changes between two runs.
class CtlDriftTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoDriftsAsItsStoryTells();
    void onlySomeChecks();
    void textForPeople();
    void acknowledgedFindingsFailNothing();
    void anotherLockEndsNoFinding();
    void theSameRegistryGivesTheSameFile();
    void lockFollowsTheRegistry();
    void lockKeepsWhatAPersonAdded();
    void lockResolvesAMerge();
    void refusesBadLockFiles_data();
    void refusesBadLockFiles();
    void badOptions_data();
    void badOptions();

private:
    /// Arguments for the demo at its own time, with a store of this name.
    [[nodiscard]] Outcome demo(const QString& store, const QStringList& arguments, const QString& now = kNow) const
    {
        return ctl(QStringList{u"--demo"_s, u"northquay"_s, u"--now"_s, now, u"--data-dir"_s, path(store)} + arguments);
    }
    [[nodiscard]] static QJsonObject documentOf(const Outcome& outcome)
    {
        return QJsonDocument::fromJson(outcome.output).object();
    }
    [[nodiscard]] static Outcome ctl(const QStringList& arguments)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SLIPWAY_TOKEN"_s, u"ghp_testtesttest"_s);
        return run(ourProgram(u"slipwayctl"_s), arguments, environment);
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    /// Options to read this owner from a simulator of its own.
    [[nodiscard]] QStringList served(const Organisation& organisation, const QString& store);

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
};

QStringList CtlDriftTest::served(const Organisation& organisation, const QString& store)
{
    write(u"state.json"_s, organisation.json());
    m_server.reset();
    m_server = std::make_unique<ServerProcess>(ourProgram(u"slipwayctl"_s),
                                               QStringList{u"simulate"_s, u"--state"_s, path(u"state.json"_s)});
    const auto line = QJsonDocument::fromJson(m_server->waitForLine(u"apiUrl"_s).toUtf8()).object();
    return {u"--api-url"_s, line[u"apiUrl"_s].toString(), u"--registry-url"_s, line[u"registryUrl"_s].toString(),
            u"--owner"_s,   line[u"owner"_s].toString(),  u"--data-dir"_s,     path(store)};
}

void CtlDriftTest::theDemoDriftsAsItsStoryTells()
{
    const auto outcome = demo(u"story"_s, {u"drift"_s, u"--format"_s, u"json"_s});
    QVERIFY2(outcome.code == 3, outcome.errors.constData());
    const auto document = documentOf(outcome);
    QCOMPARE(linesOf(document[u"findings"_s].toArray()),
             (QStringList{u"error lock apc-emotion-gpu"_s, u"error cpu-gpu apc-emotion-gpu at layer 5"_s,
                          u"error cuda vph-detect-gpu"_s, u"warning base rtap-asr-gpu"_s,
                          u"warning sbom apc-emotion-gpu"_s}));
    QCOMPARE(document[u"checked"_s].toInt(), 34);
    QCOMPARE(document[u"complete"_s].toBool(), true);
    for (const auto& value : document[u"findings"_s].toArray()) {
        const auto finding = value.toObject();
        QCOMPARE(finding[u"firstSeenAt"_s].toString(), kNow);
        QCOMPARE(finding[u"state"_s].toString(), u"open"_s);
        QVERIFY(finding[u"detail"_s].toString().endsWith(u'.'));
    }
    const auto findings = document[u"findings"_s].toArray();
    QVERIFY(Digest::parse(findings[0][u"expected"_s].toString()));
    QVERIFY(findings[0][u"expected"_s] != findings[0][u"actual"_s]);
    QCOMPARE(findings[2][u"expected"_s].toString(), u"12.1.*"_s);
    QCOMPARE(findings[2][u"actual"_s].toString(), u"12.2.0"_s);
    QCOMPARE(findings[3][u"other"_s].toString(), u"base-gpu:12.1.0"_s);
    QCOMPARE(findings[4][u"expected"_s].toString(), u"numpy 1.26.4"_s);
    QCOMPARE(findings[4][u"actual"_s].toString(), u"numpy 2.0.2"_s);

    // An hour later they are the same findings, and so they are without the network.
    const auto later =
        demo(u"story"_s, {u"drift"_s, u"--offline"_s, u"--format"_s, u"json"_s}, u"2025-11-21T15:32:00Z"_s);
    QCOMPARE(later.code, 3);
    const auto again = documentOf(later)[u"findings"_s].toArray();
    QCOMPARE(linesOf(again), linesOf(findings));
    QCOMPARE(again[0][u"firstSeenAt"_s].toString(), kNow);
    QCOMPARE(again[0][u"id"_s].toInteger(), findings[0][u"id"_s].toInteger());
}

void CtlDriftTest::onlySomeChecks()
{
    const auto base = demo(u"only"_s, {u"drift"_s, u"--only"_s, u"base, sbom"_s, u"--format"_s, u"json"_s});
    QVERIFY2(base.code == 0, base.errors.constData()); // warnings fail nothing
    QCOMPARE(linesOf(documentOf(base)[u"findings"_s].toArray()),
             (QStringList{u"warning base rtap-asr-gpu"_s, u"warning sbom apc-emotion-gpu"_s}));
    // What was not looked for is not resolved.
    const auto lock = demo(u"only"_s, {u"drift"_s, u"--only"_s, u"lock"_s, u"--format"_s, u"json"_s});
    QCOMPARE(lock.code, 3);
    QVERIFY(documentOf(lock)[u"resolved"_s].toArray().isEmpty());
}

void CtlDriftTest::textForPeople()
{
    const auto outcome = demo(u"text"_s, {u"drift"_s});
    QCOMPARE(outcome.code, 3);
    const QString text = QString::fromUtf8(outcome.output);
    QVERIFY2(text.contains(u"34 images checked with "_s), qPrintable(text));
    QVERIFY2(text.contains(u"Of 5 layers it has to share with apc-emotion-cpu it shares 4; they diverge at layer 5"_s),
             qPrintable(text));
    QVERIFY2(text.contains(u"It has CUDA 12.2.0, the pin is 12.1.*."_s), qPrintable(text));
}

void CtlDriftTest::acknowledgedFindingsFailNothing()
{
    const QString store = u"noted"_s;
    const QStringList cuda{u"drift"_s, u"--only"_s, u"cuda"_s, u"--format"_s, u"json"_s};
    const auto first = demo(store, cuda);
    QCOMPARE(first.code, 3);
    const QString id = QString::number(documentOf(first)[u"findings"_s].toArray()[0][u"id"_s].toInteger());
    const auto noted = demo(store, {u"drift"_s, u"acknowledge"_s, id, u"--reason"_s, u"rebuilt on Monday"_s,
                                    u"--until"_s, u"2025-11-24"_s, u"--format"_s, u"json"_s});
    QVERIFY2(noted.code == 0, noted.errors.constData());
    QCOMPARE(documentOf(noted)[u"state"_s].toString(), u"acknowledged"_s);
    const auto quiet = demo(store, cuda, u"2025-11-23T23:59:59Z"_s);
    QCOMPARE(quiet.code, 0);
    const auto finding = documentOf(quiet)[u"findings"_s].toArray()[0].toObject();
    QCOMPARE(finding[u"reason"_s].toString(), u"rebuilt on Monday"_s);
    QCOMPARE(finding[u"until"_s].toString(), u"2025-11-24T00:00:00Z"_s);
    QCOMPARE(demo(store, cuda, u"2025-11-24T00:00:00Z"_s).code, 3);
    for (const QStringList& wrong : {QStringList{id}, QStringList{id, u"--reason"_s, u"x"_s},
                                     QStringList{id, u"--reason"_s, u"x"_s, u"--until"_s, u"2025-01-01"_s},
                                     QStringList{u"999"_s, u"--reason"_s, u"x"_s, u"--until"_s, u"2026-01-01"_s},
                                     QStringList{u"one"_s, u"--reason"_s, u"x"_s, u"--until"_s, u"2026-01-01"_s}})
        QCOMPARE(demo(store, QStringList{u"drift"_s, u"acknowledge"_s} + wrong).code, 2);
}

/// What the profile's lock shows goes on, and stays acknowledged, whatever another file shows.
void CtlDriftTest::anotherLockEndsNoFinding()
{
    const QString store = u"another"_s;
    const QString file = path(u"another.json"_s);
    const QStringList look{u"drift"_s, u"--only"_s, u"lock"_s, u"--format"_s, u"json"_s};
    const auto first = documentOf(demo(store, look))[u"findings"_s].toArray();
    QCOMPARE(first.size(), 1);
    const QString id = QString::number(first[0][u"id"_s].toInteger());
    QCOMPARE(
        demo(store, {u"drift"_s, u"acknowledge"_s, id, u"--reason"_s, u"meant"_s, u"--until"_s, u"2025-11-24"_s}).code,
        0);
    QCOMPARE(demo(store, {u"lock"_s, u"write"_s, u"--output"_s, file}).code, 0);
    const auto verified = demo(store, {u"lock"_s, u"verify"_s, file, u"--format"_s, u"json"_s});
    QVERIFY2(verified.code == 0, verified.errors.constData());
    QVERIFY(documentOf(verified)[u"findings"_s].toArray().isEmpty());
    QVERIFY(documentOf(verified)[u"resolved"_s].toArray().isEmpty());
    QCOMPARE(demo(store, look + QStringList{u"--lock"_s, file}).code, 0);
    const auto again = documentOf(demo(store, look, u"2025-11-21T15:32:00Z"_s))[u"findings"_s].toArray();
    QCOMPARE(again.size(), 1);
    QCOMPARE(again[0][u"id"_s].toInteger(), first[0][u"id"_s].toInteger());
    QCOMPARE(again[0][u"state"_s].toString(), u"acknowledged"_s);
}

void CtlDriftTest::theSameRegistryGivesTheSameFile()
{
    const QString file = path(u"same.json"_s);
    const auto first = demo(u"same"_s, {u"lock"_s, u"write"_s, u"--output"_s, file, u"--format"_s, u"json"_s});
    QVERIFY2(first.code == 0, first.errors.constData());
    const QByteArray text = contentOf(file);
    QCOMPARE(first.output, text);
    const auto second = demo(u"same"_s, {u"lock"_s, u"write"_s, u"--output"_s, file}, u"2025-11-22T14:32:00Z"_s);
    QCOMPARE(second.code, 0);
    QCOMPARE(contentOf(file), text);
    QCOMPARE(demo(u"same"_s, {u"lock"_s, u"write"_s, u"--check"_s, u"--output"_s, file}).code, 0);
    const auto verified = demo(u"same"_s, {u"lock"_s, u"verify"_s, file, u"--format"_s, u"json"_s});
    QCOMPARE(verified.code, 0);
    QCOMPARE(documentOf(verified)[u"checked"_s].toInt(), 34);
    QVERIFY(documentOf(verified)[u"findings"_s].toArray().isEmpty());
    // Another store, which has to read everything first, makes the same of it.
    QCOMPARE(demo(u"other"_s, {u"lock"_s, u"write"_s}).output, text);
    QCOMPARE(demo(u"empty"_s, {u"lock"_s, u"write"_s, u"--offline"_s}).code, 75);
}

void CtlDriftTest::lockFollowsTheRegistry()
{
    const QString file = path(u"follows.json"_s);
    const auto before = Organisation()
                            .package(u"app"_s)
                            .image(u"one"_s, {u"latest"_s}, {u"a"_s})
                            .package(u"gone"_s)
                            .image(u"g"_s, {u"latest"_s}, {u"b"_s});
    auto options = served(before, u"follows-1"_s);
    QCOMPARE(ctl(options + QStringList{u"lock"_s, u"write"_s, u"--check"_s, u"--output"_s, file}).code, 3);
    QVERIFY(!QFile::exists(file));
    QCOMPARE(ctl(options + QStringList{u"lock"_s, u"write"_s, u"--output"_s, file}).code, 0);
    const QByteArray text = contentOf(file);
    QCOMPARE(ctl(options + QStringList{u"lock"_s, u"verify"_s, file}).code, 0);

    const auto after = Organisation()
                           .package(u"app"_s)
                           .image(u"two"_s, {u"latest"_s}, {u"a"_s, u"c"_s})
                           .package(u"new"_s)
                           .image(u"n"_s, {u"v1"_s}, {u"d"_s});
    options = served(after, u"follows-2"_s);
    const auto verified = ctl(options + QStringList{u"--format"_s, u"json"_s, u"lock"_s, u"verify"_s, file});
    QCOMPARE(verified.code, 3);
    QCOMPARE(linesOf(documentOf(verified)[u"findings"_s].toArray()),
             (QStringList{u"error lock app"_s, u"error lock gone"_s, u"error lock new"_s}));
    QCOMPARE(contentOf(file), text);
    const auto written = ctl(options + QStringList{u"lock"_s, u"write"_s, u"--output"_s, file});
    QCOMPARE(written.code, 0);
    for (const char* line : {"moved    app:latest from ", "removed  gone:latest", "added    new:v1 at "})
        QVERIFY2(written.errors.contains(line), written.errors.constData());
    QCOMPARE(ctl(options + QStringList{u"lock"_s, u"verify"_s, file}).code, 0);
}

void CtlDriftTest::lockKeepsWhatAPersonAdded()
{
    const QString file = path(u"kept.json"_s);
    QCOMPARE(demo(u"same"_s, {u"lock"_s, u"write"_s, u"--output"_s, file}).code, 0);
    QByteArray text = contentOf(file);
    text.replace("  \"owner\"", "  \"note\": \"ours\",\n  \"owner\"");
    write(u"kept.json"_s, text);
    const auto again = demo(u"same"_s, {u"lock"_s, u"write"_s, u"--output"_s, file});
    QCOMPARE(again.code, 0);
    QVERIFY2(again.errors.contains("\"note\""), again.errors.constData());
    QCOMPARE(contentOf(file), text);
}

void CtlDriftTest::lockResolvesAMerge()
{
    const QString file = path(u"merge.json"_s);
    QCOMPARE(demo(u"same"_s, {u"lock"_s, u"write"_s, u"--output"_s, file}).code, 0);
    const QByteArray text = contentOf(file);
    const qsizetype line = text.indexOf("\n      \"digest\": \"sha256:") + 1;
    const QByteArray digest = text.sliced(line, text.indexOf('\n', line) + 1 - line);
    QByteArray other = digest;
    other.replace(digest.sliced(24, 6), "abcdef");
    QByteArray conflicted = text;
    conflicted.replace(line, digest.size(), "<<<<<<< HEAD\n" + other + "=======\n" + digest + ">>>>>>> theirs\n");
    write(u"merge.json"_s, conflicted);
    const auto verified = demo(u"same"_s, {u"lock"_s, u"verify"_s, file});
    QCOMPARE(verified.code, 2);
    QVERIFY2(verified.errors.contains("a merge left both sides"), verified.errors.constData());
    const auto resolved = demo(u"same"_s, {u"lock"_s, u"write"_s, u"--output"_s, file});
    QVERIFY2(resolved.code == 0, resolved.errors.constData());
    QVERIFY2(resolved.errors.contains("conflict apc-emotion-cpu:latest"), resolved.errors.constData());
    const auto now = QJsonDocument::fromJson(contentOf(file)).object();
    QCOMPARE(now[u"images"_s], QJsonDocument::fromJson(text)[u"images"_s]);
}

void CtlDriftTest::refusesBadLockFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("truncated") << QByteArray("{\n  \"version\": 1,") << QByteArray(":2:16");
    QTest::newRow("wrong version") << QByteArray("{\"version\": 2}") << QByteArray(":1:13");
    QTest::newRow("no JSON") << QByteArray("version: 1\n") << QByteArray(":1:1");
    QTest::newRow("of somebody else") << QByteArray(
        R"({"version":1,"generatedAt":"2025-11-21T14:32:00Z","owner":"somebody","images":[]})")
                                      << QByteArray("this lock file is of somebody, not of northquay");
}

/// With exit code 2, the place, and the file as it was.
void CtlDriftTest::refusesBadLockFiles()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, place);
    write(u"bad.json"_s, text);
    const QString file = path(u"bad.json"_s);
    for (const QStringList& arguments :
         {QStringList{u"lock"_s, u"verify"_s, file}, QStringList{u"drift"_s, u"--lock"_s, file},
          QStringList{u"lock"_s, u"write"_s, u"--output"_s, file}}) {
        const auto outcome = demo(u"same"_s, arguments);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.errors.contains(place), outcome.errors.constData());
        QCOMPARE(contentOf(file), text);
    }
}

void CtlDriftTest::badOptions_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such check") << QStringList{u"drift"_s, u"--only"_s, u"cuda,tpu"_s};
    QTest::newRow("no such lock file") << QStringList{u"drift"_s, u"--lock"_s, u"/no/such/file.json"_s};
    QTest::newRow("verify without a file") << QStringList{u"lock"_s, u"verify"_s};
    QTest::newRow("lock without a verb") << QStringList{u"lock"_s};
    QTest::newRow("an option of another") << QStringList{u"lock"_s, u"verify"_s, u"x"_s, u"--check"_s};
    QTest::newRow("a folder that is not there")
        << QStringList{u"lock"_s, u"write"_s, u"--output"_s, u"/no/such/x.json"_s};
}

void CtlDriftTest::badOptions()
{
    QFETCH(const QStringList, arguments);
    const auto outcome = demo(u"same"_s, arguments);
    QVERIFY2(outcome.code == 2, outcome.errors.constData());
    QVERIFY(outcome.output.isEmpty());
}

QTEST_GUILESS_MAIN(CtlDriftTest)
#include "tst_ctldrift.moc"
