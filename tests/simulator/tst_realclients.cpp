#include "simulator/embeddedsimulator.h"
#include "simulator/fixture.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Output of a finished program.
struct Outcome final {
    int exitCode = -1;
    QByteArray output;
    QByteArray errors;
};

} // namespace

/// The programs people use against ghcr.io, against the simulator: it is no private dialect of ours.
class RealClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_simulator.start(loadStateFile(dataFile(u"organisation.json"_s)).value(), {}));
        m_host = u"127.0.0.1:%1"_s.arg(m_simulator.registryUrl().port());
    }

    void cleanup() { m_simulator.stop(); }

    void skopeoListsAndInspects()
    {
        const auto tags = skopeo({u"list-tags"_s, docker(u"team/app"_s)});
        QVERIFY2(tags.exitCode == 0, tags.errors.constData());
        const auto list = QJsonDocument::fromJson(tags.output)["Tags"_L1].toArray();
        QVERIFY(list.contains(u"latest"_s) && list.contains(u"v1.0.0"_s));
        const auto image = skopeo({u"inspect"_s, docker(u"team/app:latest"_s)});
        QVERIFY2(image.exitCode == 0, image.errors.constData());
        const auto json = QJsonDocument::fromJson(image.output);
        QCOMPARE(json["Labels"_L1]["org.opencontainers.image.title"_L1].toString(), u"app"_s);
        QCOMPARE(json["Layers"_L1].toArray().size(), 2);
    }

    /// Down with every platform and attestation, up again under another name, and down once more: the same digest
    /// throughout.
    void skopeoCopiesThereAndBack()
    {
        const auto layout = "oci:"_L1 + m_folder->filePath(u"layout"_s) + ":x"_L1;
        auto copied = skopeo({u"copy"_s, u"--all"_s, docker(u"team/app:latest"_s), layout}, u"src"_s);
        QVERIFY2(copied.exitCode == 0, copied.errors.constData());
        copied =
            skopeo({u"copy"_s, u"--all"_s, u"--preserve-digests"_s, layout, docker(u"fresh/copy:v1"_s)}, u"dest"_s);
        QVERIFY2(copied.exitCode == 0, copied.errors.constData());
        const auto before = skopeo({u"inspect"_s, u"--raw"_s, docker(u"team/app:latest"_s)});
        const auto after = skopeo({u"inspect"_s, u"--raw"_s, docker(u"fresh/copy:v1"_s)});
        QVERIFY(!before.output.isEmpty());
        QCOMPARE(after.output, before.output);
        copied = skopeo({u"copy"_s, u"--all"_s, docker(u"fresh/copy:v1"_s), layout + u"2"_s}, u"src"_s);
        QVERIFY2(copied.exitCode == 0, copied.errors.constData());
        HttpClient client(m_simulator.apiUrl());
        const auto rows = client.get(u"/orgs/acme/packages/container/fresh%2Fcopy/versions"_s).json().array();
        QCOMPARE(rows.size(), 4); // index, two images, one attestation
    }

    void skopeoIsRefusedWithoutAToken()
    {
        const auto refused =
            run(u"skopeo"_s, {u"list-tags"_s, u"--no-creds"_s, u"--tls-verify=false"_s, docker(u"secret"_s)});
        QVERIFY(refused.exitCode != 0);
        const auto open =
            run(u"skopeo"_s, {u"list-tags"_s, u"--no-creds"_s, u"--tls-verify=false"_s, docker(u"team/app"_s)});
        QVERIFY2(open.exitCode == 0, open.errors.constData());
    }

    void cosignSignsAndVerifies()
    {
        QVERIFY(cosign({u"generate-key-pair"_s}).exitCode == 0);
        const auto login = cosign({u"login"_s, u"-u"_s, u"me"_s, u"-p"_s, u"ghp_all"_s, m_host});
        QVERIFY2(login.exitCode == 0, login.errors.constData());
        const auto digest =
            skopeo({u"inspect"_s, u"--format"_s, u"{{.Digest}}"_s, docker(u"team/app:docker"_s)}).output.trimmed();
        const auto image = u"%1/acme/team/app@%2"_s.arg(m_host, QString::fromLatin1(digest));
        const auto verify = QStringList{
            u"verify"_s, u"--key"_s, u"cosign.pub"_s, u"--allow-http-registry"_s, u"--insecure-ignore-tlog"_s, image};
        QVERIFY(cosign(verify).exitCode != 0); // not signed yet
        const auto sign = cosign({u"sign"_s, u"--key"_s, u"cosign.key"_s, u"--allow-http-registry"_s,
                                  u"--tlog-upload=false"_s, u"-y"_s, image});
        QVERIFY2(sign.exitCode == 0, sign.errors.constData());
        const auto verified = cosign(verify);
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
        QVERIFY(verified.output.contains(digest));
        const auto tags = skopeo({u"list-tags"_s, docker(u"team/app"_s)});
        QVERIFY(tags.output.contains("sha256-" + digest.sliced(7) + ".sig"));
    }

private:
    [[nodiscard]] QString docker(const QString& name) const { return "docker://"_L1 + m_host + "/acme/"_L1 + name; }

    Outcome run(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder->path());
        environment.insert(u"DOCKER_CONFIG"_s, m_folder->path());
        environment.insert(u"COSIGN_PASSWORD"_s, QString());
        environment.remove(u"HTTP_PROXY"_s);
        environment.remove(u"http_proxy"_s);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(program, arguments);
        const bool isDone = process.waitForFinished(60'000);
        return {isDone ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }

    /// `side`: what the options for the registry are called: "src", "dest", or nothing.
    Outcome skopeo(QStringList arguments, const QString& side = {})
    {
        const auto prefix = side.isEmpty() ? u"--"_s : u"--"_s + side + u'-';
        arguments.insert(1, prefix + u"tls-verify=false"_s);
        arguments.insert(2, prefix + u"creds=me:ghp_all"_s);
        return run(u"skopeo"_s, arguments);
    }

    Outcome cosign(const QStringList& arguments) { return run(u"cosign"_s, arguments); }

    EmbeddedSimulator m_simulator; // in a thread of its own: this one waits for the programs
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_host;
};

QTEST_GUILESS_MAIN(RealClientsTest)
#include "tst_realclients.moc"
