#include "integration/process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace slipway::test;
using namespace Qt::StringLiterals;

/// slipwayctl as its users run it: two processes, real HTTP, exit codes and documents of docs/cli.md.
class CtlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scanDocument();
    void secondScanAsksForNoManifest();
    void inventoryDocument();
    void brokenDocument();
    void offline();
    void stdoutHoldsOneDocument();
    void exitCodes_data();
    void exitCodes();
    void demoNeedsNoToken();
    void neverShowsTheToken();
    void logsEachRequest();
    void debugInformation();
    void debugInformationHidesTheProxysPassword_data();
    void debugInformationHidesTheProxysPassword();
    void tellsWhenItWasChecked();
    void simulateEndsCleanly();

private:
    [[nodiscard]] Outcome ctl(const QStringList& arguments) const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"SLIPWAY_TOKEN"_s, u"ghp_secretsecretsecret"_s);
        environment.insert(u"XDG_DATA_HOME"_s, m_folder.path());
        environment.insert(u"XDG_STATE_HOME"_s, m_folder.filePath(u"state"_s));
        return run(ourProgram(u"slipwayctl"_s), arguments, environment);
    }
    [[nodiscard]] QStringList served(const QStringList& rest) const
    {
        return QStringList{u"--api-url"_s,
                           m_url,
                           u"--registry-url"_s,
                           m_url,
                           u"--owner"_s,
                           u"northquay"_s,
                           u"--profile"_s,
                           qEnvironmentVariable("SLIPWAY_SOURCE") + u"/resources/demo/northquay.profile.yaml"_s}
               + rest;
    }
    [[nodiscard]] QByteArray logged(const QString& path) const
    {
        QFile log(m_folder.filePath(path));
        return log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    }
    [[nodiscard]] int loggedManifestReads() const
    {
        QFile log(m_folder.filePath(u"requests.log"_s));
        if (!log.open(QIODevice::ReadOnly))
            return -1;
        int reads = 0;
        while (!log.atEnd())
            reads += log.readLine().contains("/manifests/") ? 1 : 0;
        return reads;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QString m_url;
};

void CtlTest::initTestCase()
{
    m_server = std::make_unique<ServerProcess>(ourProgram(u"slipwayctl"_s),
                                               QStringList{u"simulate"_s, u"--demo"_s, u"northquay"_s,
                                                           u"--request-log"_s, m_folder.filePath(u"requests.log"_s)});
    const auto hello = QJsonDocument::fromJson(m_server->waitForLine(u"apiUrl"_s).toUtf8()).object();
    m_url = hello[u"apiUrl"_s].toString();
    QCOMPARE(hello[u"owner"_s].toString(), u"northquay"_s);
    QVERIFY(m_url.startsWith("http://127.0.0.1:"_L1));
}

void CtlTest::scanDocument()
{
    const auto outcome = ctl(served({u"scan"_s, u"--format"_s, u"json"_s}));
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    const auto document = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(document.keys(), (QStringList{u"blobs"_s, u"complete"_s, u"manifests"_s, u"owner"_s, u"packages"_s,
                                           u"problems"_s, u"requests"_s, u"seconds"_s, u"versions"_s}));
    QCOMPARE(document[u"complete"_s].toBool(), true);
    QCOMPARE(document[u"packages"_s].toInt(), 36);
    QCOMPARE(document[u"versions"_s].toInt(), 547);
    const auto requests = document[u"requests"_s].toObject();
    // One for the owner, one page of packages, one of versions each.
    QCOMPARE(requests[u"api"_s].toInt(), 1 + 1 + 36);
    QVERIFY(requests[u"registry"_s].toInt() >= document[u"manifests"_s].toInt());
}

void CtlTest::secondScanAsksForNoManifest()
{
    const int before = loggedManifestReads();
    QVERIFY(before > 0);
    QCOMPARE(ctl(served({u"scan"_s})).code, 0);
    QCOMPARE(loggedManifestReads(), before);
}

void CtlTest::inventoryDocument()
{
    const auto outcome =
        ctl(served({u"inventory"_s, u"--format=json"_s, u"--filter"_s, u"name:apc-emotion-gpu tag:v0.4.1"_s}));
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    const auto hubs = QJsonDocument::fromJson(outcome.output).object()[u"hubs"_s].toArray();
    QCOMPARE(hubs.size(), 1);
    QCOMPARE(hubs[0][u"name"_s].toString(), u"affective_processing_center"_s);
    const auto image = hubs[0][u"families"_s][0][u"images"_s][0].toObject();
    QCOMPARE(image[u"package"_s].toString(), u"apc-emotion-gpu"_s);
    QCOMPARE(image[u"variant"_s].toString(), u"gpu"_s);
    QCOMPARE(image[u"versions"_s].toArray().size(), 1);
    const auto version = image[u"versions"_s][0].toObject();
    QCOMPARE(version.keys(),
             (QStringList{u"attested"_s, u"children"_s, u"createdAt"_s, u"digest"_s, u"exclusiveSize"_s, u"id"_s,
                          u"kind"_s, u"sbom"_s, u"signed"_s, u"size"_s, u"subject"_s, u"tags"_s, u"updatedAt"_s}));
    QVERIFY(version[u"signed"_s].toBool());
    QVERIFY(version[u"size"_s].toInteger() > version[u"exclusiveSize"_s].toInteger());
    QVERIFY(version[u"digest"_s].toString().startsWith("sha256:"_L1));
    QVERIFY(version[u"createdAt"_s].toString().endsWith(u'Z'));
}

void CtlTest::brokenDocument()
{
    const auto outcome = ctl(served({u"broken"_s, u"--format"_s, u"json"_s}));
    QCOMPARE(outcome.code, 3);
    const auto broken = QJsonDocument::fromJson(outcome.output).object()[u"broken"_s].toArray();
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken[0][u"package"_s].toString(), u"mcs-store-cpu"_s);
    QCOMPARE(broken[0][u"tags"_s].toArray(), QJsonArray{u"v0.3.2"_s});
    QCOMPARE(broken[0][u"missing"_s].toArray().size(), 1);
}

void CtlTest::offline()
{
    const int before = loggedManifestReads();
    const auto known = ctl(served({u"--offline"_s, u"inventory"_s}));
    QVERIFY2(known.code == 0, known.errors.constData());
    QVERIFY(known.output.contains("18.7 GiB stored"));
    QCOMPARE(loggedManifestReads(), before);
    const auto unknown = ctl({u"--offline"_s, u"--owner"_s, u"stranger"_s, u"inventory"_s});
    QCOMPARE(unknown.code, 75);
    QVERIFY(unknown.output.isEmpty());
}

void CtlTest::stdoutHoldsOneDocument()
{
    const auto outcome = ctl(served({u"-v"_s, u"--format"_s, u"json"_s, u"scan"_s}));
    QJsonParseError problem;
    QVERIFY(QJsonDocument::fromJson(outcome.output, &problem).isObject());
    QCOMPARE(problem.error, QJsonParseError::NoError);
    QVERIFY(outcome.errors.contains("GET http://127.0.0.1"));
}

void CtlTest::exitCodes_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("says");
    const QString bad = m_folder.filePath(u"bad.yaml"_s);
    QFile file(bad);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("version: 1\nclassification:\n  - { name: \"a*\", hubb: x }\n");
    file.close();
    QTest::addRow("no command") << QStringList{} << 2 << QByteArray("A command is missing");
    QTest::addRow("unknown command") << QStringList{u"sweep"_s} << 2 << QByteArray("no command \"sweep\"");
    QTest::addRow("unknown option") << QStringList{u"scan"_s, u"--fast"_s} << 2 << QByteArray("fast");
    QTest::addRow("option of another command")
        << QStringList{u"scan"_s, u"--filter"_s, u"x"_s} << 2 << QByteArray("scan has no option --filter");
    QTest::addRow("no owner") << QStringList{u"scan"_s} << 2 << QByteArray("No owner is named");
    QTest::addRow("bad format") << served({u"scan"_s, u"--format"_s, u"xml"_s}) << 2
                                << QByteArray("--format is text or json");
    QTest::addRow("bad log level") << served({u"scan"_s, u"--log-level"_s, u"loud"_s}) << 2
                                   << QByteArray("--log-level is debug, info, warning or error");
    QTest::addRow("bad filter") << served({u"inventory"_s, u"--filter"_s, u"size:>big"_s}) << 2
                                << QByteArray("expected a size such as >1GiB");
    QTest::addRow("bad time") << served({u"scan"_s, u"--now"_s, u"yesterday"_s}) << 2
                              << QByteArray("--now needs a time");
    QTest::addRow("rules file") << QStringList{u"--profile"_s, bad, u"--owner"_s, u"x"_s, u"scan"_s} << 2
                                << QByteArray("bad.yaml:3:19");
    QTest::addRow("no rules file") << QStringList{u"--profile"_s, u"/nowhere/p.yaml"_s, u"--owner"_s, u"x"_s, u"scan"_s}
                                   << 2 << QByteArray("/nowhere/p.yaml could not be read");
    QTest::addRow("plain http") << QStringList{u"--owner"_s, u"x"_s, u"--api-url"_s, u"http://192.0.2.1"_s, u"scan"_s}
                                << 2 << QByteArray("is not encrypted");
    QTest::addRow("unknown owner") << QStringList{u"--api-url"_s, m_url,    u"--registry-url"_s, m_url, u"--owner"_s,
                                                  u"nobody"_s,    u"scan"_s}
                                   << 1 << QByteArray("the owner \"nobody\" was not found");
    QTest::addRow("server down") << QStringList{u"--api-url"_s, u"http://127.0.0.1:1"_s, u"--owner"_s, u"x"_s,
                                                u"scan"_s}
                                 << 1 << QByteArray("No connection to 127.0.0.1:1");
    QTest::addRow("simulate after options of all commands")
        << QStringList{u"--format"_s, u"json"_s, u"-v"_s, u"--data-dir=/x"_s, u"simulate"_s, u"--port"_s, u"x"_s} << 2
        << QByteArray("--port takes a whole number");
    QTest::addRow("simulate of a demo named before")
        << QStringList{u"--demo"_s, u"atlantis"_s, u"simulate"_s} << 2 << QByteArray("no demo of this name");
    QTest::addRow("simulate after what is no option")
        << QStringList{u"--loud"_s, u"simulate"_s} << 2 << QByteArray("loud");
    QTest::addRow("state file that is no JSON")
        << QStringList{u"simulate"_s, u"--state"_s, bad} << 2
        << QByteArray("bad.yaml could not be understood (illegal value at line 1, column 1)");
    QTest::addRow("unknown demo") << QStringList{u"--demo"_s, u"atlantis"_s, u"scan"_s} << 2 << QByteArray("atlantis");
    QTest::addRow("help") << QStringList{u"--help"_s} << 0 << QByteArray();
    QTest::addRow("version") << QStringList{u"--version"_s} << 0 << QByteArray();
}

void CtlTest::exitCodes()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    QFETCH(const QByteArray, says);
    const auto outcome = ctl(arguments);
    QVERIFY2(outcome.code == code, QByteArray::number(outcome.code) + ": " + outcome.errors);
    QVERIFY2(outcome.errors.contains(says), outcome.errors.constData());
    QCOMPARE(outcome.output.isEmpty(), code != 0);
}

void CtlTest::demoNeedsNoToken()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto& name : {u"SLIPWAY_TOKEN"_s, u"GH_TOKEN"_s, u"GITHUB_TOKEN"_s})
        environment.remove(name);
    environment.insert(u"XDG_DATA_HOME"_s, m_folder.filePath(u"visitor"_s));
    const auto outcome = run(ourProgram(u"slipwayctl"_s), served({u"scan"_s}), environment);
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    const QString image = u"docker://%1/northquay/apc-emotion-gpu"_s.arg(QUrl(m_url).authority());
    const auto tags = run(u"skopeo"_s, {u"list-tags"_s, u"--tls-verify=false"_s, image}, environment);
    QVERIFY2(tags.code == 0 && tags.output.contains("\"v0.4.1\""), tags.errors.constData());
}

void CtlTest::neverShowsTheToken()
{
    for (const auto& arguments : {served({u"-v"_s, u"scan"_s}), served({u"-v"_s, u"inventory"_s}),
                                  QStringList{u"-v"_s, u"--api-url"_s, m_url, u"--owner"_s, u"nobody"_s, u"scan"_s}}) {
        const auto outcome = ctl(arguments);
        QVERIFY(!outcome.output.contains("secretsecret"));
        QVERIFY(!outcome.errors.contains("secretsecret"));
    }
    for (const auto& log : {u"requests.log"_s, u"state/slipway/slipway.log"_s}) {
        QVERIFY(!logged(log).isEmpty());
        QVERIFY(!logged(log).contains("secretsecret"));
        QVERIFY(!logged(log).contains("eyJ"));
    }
}

void CtlTest::logsEachRequest()
{
    const QString log = m_folder.filePath(u"own.log"_s);
    const auto outcome = ctl(served({u"--log-file"_s, log, u"--format=json"_s, u"scan"_s}));
    QVERIFY2(outcome.code == 0, outcome.errors.constData());
    const auto requests = QJsonDocument::fromJson(outcome.output).object()[u"requests"_s].toObject();
    const int sent = requests[u"api"_s].toInt() + requests[u"registry"_s].toInt() + requests[u"token"_s].toInt();
    static const QRegularExpression kLine(
        u"Z info slipway\\.net #[0-9]+ GET http://127\\.0\\.0\\.1:[^? ]+ [0-9]{3} [0-9]+ ms (fetched|not-modified) [0-9]+ B"_s);
    int lines = 0;
    for (const auto& line : logged(u"own.log"_s).split('\n'))
        lines += kLine.match(QString::fromUtf8(line)).hasMatch() ? 1 : 0;
    QCOMPARE(lines, sent);
    QVERIFY(logged(u"own.log"_s).contains("scan ended with exit code 0"));
    // What is asked for only: nothing below a warning here.
    const auto quiet = ctl(served({u"--log-file"_s, log + u"2"_s, u"--log-level"_s, u"warning"_s, u"scan"_s}));
    QCOMPARE(quiet.code, 0);
    QCOMPARE(logged(u"own.log2"_s), QByteArray());
    // No place for a log is no reason to fail.
    const auto without = ctl(served({u"--log-file"_s, u"/dev/full"_s, u"scan"_s}));
    QCOMPARE(without.code, 0);
    QCOMPARE(without.errors.count("No space left on device"), 1);
}

void CtlTest::debugInformation()
{
    const auto outcome = ctl(served({u"--debug-info"_s, u"--format"_s, u"json"_s}));
    QCOMPARE(outcome.code, 0);
    QVERIFY(!outcome.output.contains("secretsecret"));
    const auto document = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(document[u"settings"_s][u"token"_s].toString(), u"set"_s);
    QCOMPARE(document[u"settings"_s][u"apiUrl"_s].toString(), m_url);
    QVERIFY(document[u"paths"_s][u"storeBytes"_s].toInteger() > 0);
    QVERIFY(document[u"paths"_s][u"logBytes"_s].toInteger() > 0);
    QCOMPARE(document[u"versions"_s][u"qt"_s].toString(), QString::fromLatin1(qVersion()));
    const auto text = ctl({u"--debug-info"_s, u"--data-dir"_s, m_folder.filePath(u"elsewhere"_s)});
    QCOMPARE(text.code, 0);
    QVERIFY(text.output.contains("elsewhere/slipway.log"));
    QVERIFY(!text.output.contains("secretsecret"));
}

void CtlTest::debugInformationHidesTheProxysPassword_data()
{
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("told");
    QTest::newRow("with a scheme") << u"http://alice:s3cretpw@proxy.corp:3128"_s << u"http://proxy.corp:3128"_s;
    QTest::newRow("without") << u"alice:s3cretpw@proxy.corp:3128"_s << u"proxy.corp:3128"_s;
    QTest::newRow("signs in the password")
        << u"http://alice:s3cretpw/#@s3cretpw@proxy.corp:3128/"_s << u"http://proxy.corp:3128"_s;
    QTest::newRow("a scheme in the password") << u"alice:s3cretpw://s3cretpw@proxy.corp"_s << u"proxy.corp"_s;
    QTest::newRow("no password") << u"socks5h://[::1]:1080"_s << u"socks5h://[::1]:1080"_s;
}

void CtlTest::debugInformationHidesTheProxysPassword()
{
    QFETCH(const QString, proxy);
    QFETCH(const QString, told);
    qputenv("https_proxy", proxy.toUtf8());
    const auto outcome = ctl({u"--debug-info"_s, u"--data-dir"_s, m_folder.filePath(u"elsewhere"_s)});
    qunsetenv("https_proxy");
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains("https_proxy " + told.toUtf8() + '\n'), outcome.output.constData());
    QVERIFY2(!outcome.output.contains("s3cret"), outcome.output.constData());
}

/// Nothing has changed since: what is shown is as good as read now, and so it stays.
void CtlTest::tellsWhenItWasChecked()
{
    const auto fetchedAt = [this](const QStringList& options) {
        const auto outcome = ctl(served(options + QStringList{u"--format"_s, u"json"_s, u"inventory"_s}));
        return QJsonDocument::fromJson(outcome.output).object()[u"fetchedAt"_s].toString();
    };
    const QString later = u"2099-01-02T03:04:05Z"_s;
    QCOMPARE(fetchedAt({u"--now"_s, later}), later);
    QCOMPARE(fetchedAt({u"--offline"_s}), later);
    const auto text = ctl(served({u"--now"_s, u"2099-01-05T03:04:05Z"_s, u"--offline"_s, u"inventory"_s}));
    QVERIFY2(text.output.contains("as of 3 d"), text.output.left(200).constData());
}

void CtlTest::simulateEndsCleanly()
{
    QCOMPARE(m_server->stop(), 0);
}

QTEST_GUILESS_MAIN(CtlTest)
#include "tst_ctl.moc"
