#include "domain/manifest.h"
#include "integration/dockerregistry.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"

#include <QCoroTask>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Our registry client against Debian's docker-registry, filled by skopeo out of the simulator: neither server is a
/// private dialect.
class DockerRegistryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWhatSkopeoPushed();
    void readsConfigs();
    void tellsWhatIsMissing();
    void cleanupTestCase();

private:
    [[nodiscard]] Result<RegistryDocument> manifest(const Digest& digest)
    {
        return QCoro::waitFor(m_client->manifest({u"mirror"_s, {u"app"_s}}, digest, {}));
    }

    std::unique_ptr<ServedOwner> m_source;
    std::unique_ptr<DockerRegistry> m_registry;
    std::unique_ptr<NetworkTransport> m_transport;
    std::unique_ptr<RegistryClient> m_client;
    SnapshotPtr m_snapshot;
};

void DockerRegistryTest::initTestCase()
{
    m_source = std::make_unique<ServedOwner>(Organisation()
                                                 .package(u"app"_s)
                                                 .image(u"amd"_s, {}, {u"base"_s, u"amd"_s})
                                                 .image(u"arm"_s, {}, {u"base"_s, u"arm"_s}, u"linux/arm64"_s)
                                                 .index(u"v1"_s, {u"v1"_s}, {u"amd"_s, u"arm@linux/arm64"_s})
                                                 .json());
    const auto snapshot = m_source->scan();
    QVERIFY(snapshot);
    m_snapshot = *snapshot;

    m_registry = std::make_unique<DockerRegistry>();
    QVERIFY(m_registry->isListening());

    const QString from = m_source->server().registryUrl().authority();
    const auto copied =
        run(u"skopeo"_s, {u"copy"_s, u"--all"_s, u"--src-tls-verify=false"_s, u"--dest-tls-verify=false"_s,
                          u"--src-creds"_s, u"any:ghp_testtesttest"_s, u"docker://%1/acme/app:v1"_s.arg(from),
                          u"docker://%1/mirror/app:v1"_s.arg(m_registry->host())});
    QVERIFY2(copied.code == 0, copied.errors.constData());

    m_transport = std::make_unique<NetworkTransport>("Slipway/test");
    RegistryAccess access;
    access.registryUrl = m_registry->url();
    m_client = std::make_unique<RegistryClient>(*m_transport, access, Clock());
}

void DockerRegistryTest::readsWhatSkopeoPushed()
{
    int read = 0;
    for (const auto& version : m_snapshot->versions) {
        const auto document = manifest(m_snapshot->digestOf(version));
        QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
        QVERIFY(document->matchesDigest);
        const auto parsed = parseManifest(m_snapshot->digestOf(version), document->bytes, document->mediaType);
        QVERIFY(parsed);
        QCOMPARE(parsed->kind, m_snapshot->kindOf(version));
        ++read;
    }
    QCOMPARE(read, 3);
    // This registry wants no authentication: one ping, no token.
    QCOMPARE(m_transport->tally().token, 0);
    QCOMPARE(m_transport->tally().registry, 1 + 3);
}

void DockerRegistryTest::readsConfigs()
{
    for (const auto& row : m_snapshot->manifests) {
        if (row.config == kNoRow)
            continue;
        const Digest digest = m_snapshot->blobs[row.config].digest;
        const auto blob = QCoro::waitFor(m_client->blob({u"mirror"_s, {u"app"_s}}, digest, {}));
        QVERIFY2(blob, blob ? "" : qPrintable(blob.error().detail));
        const auto config = parseImageConfig(digest, blob->bytes);
        QVERIFY(config);
        QVERIFY(!config->platform.isEmpty());
    }
}

void DockerRegistryTest::tellsWhatIsMissing()
{
    const auto document = manifest(Digest::of("nobody pushed this"));
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::ManifestMissing);
    const auto blob = QCoro::waitFor(m_client->blob({u"mirror"_s, {u"app"_s}}, Digest::of("nor this"), {}));
    QVERIFY(!blob);
    QCOMPARE(blob.error().kind, ErrorKind::NotFound);
}

void DockerRegistryTest::cleanupTestCase()
{
    m_client.reset();
    m_transport.reset();
    m_registry.reset();
    m_source.reset();
}

QTEST_GUILESS_MAIN(DockerRegistryTest)
#include "tst_dockerregistry.moc"
