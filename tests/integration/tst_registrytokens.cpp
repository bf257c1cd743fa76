#include "domain/manifest.h"
#include "integration/dockerregistry.h"
#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "integration/tokenissuer.h"
#include "support/waiting.h"

#include <QFile>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// Our registry client against Debian's docker-registry with tokens: the registry asks for one, we issue them, and it
/// alone says which are good.
class RegistryTokensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void getsATokenAndPulls();
    void oneTokenForEachRepository();
    void renewsATokenThatExpires();
    void renewsOnce();
    void isRefused_data();
    void isRefused();
    void cleanupTestCase();

private:
    void useSecret(const QString& user, const QString& secret);
    [[nodiscard]] Result<RegistryDocument> manifest(const QString& package)
    {
        return resultOf(m_client->manifest({u"mirror"_s, {package}}, m_digest, {}));
    }

    QTemporaryDir m_folder;
    QByteArray m_usualTrust = qgetenv("SSL_CERT_FILE");
    std::unique_ptr<ServedOwner> m_source;
    std::unique_ptr<TokenIssuer> m_issuer;
    std::unique_ptr<DockerRegistry> m_registry;
    std::unique_ptr<NetworkTransport> m_transport;
    std::unique_ptr<RegistryClient> m_client;
    Digest m_digest;
};

void RegistryTokensTest::initTestCase()
{
    m_source = std::make_unique<ServedOwner>(
        Organisation().package(u"app"_s).image(u"v1"_s, {u"v1"_s}, {u"base"_s, u"app"_s}).json());
    const auto snapshot = m_source->scan();
    QVERIFY(snapshot);
    m_digest = (*snapshot)->digestOf((*snapshot)->versions.front());

    m_issuer = std::make_unique<TokenIssuer>();
    QFile trusted(m_folder.filePath(u"trusted.pem"_s));
    QVERIFY(trusted.open(QIODevice::WriteOnly));
    trusted.write(m_issuer->certificate().toPem());
    trusted.close();
    qputenv("SSL_CERT_FILE", trusted.fileName().toLocal8Bit());
    m_registry = std::make_unique<DockerRegistry>(m_issuer->registryAuth());
    QVERIFY(m_registry->isListening());
    for (const auto& name : {u"app"_s, u"other"_s}) {
        const auto copied =
            run(u"skopeo"_s, {u"copy"_s, u"--src-tls-verify=false"_s, u"--dest-tls-verify=false"_s, u"--src-creds"_s,
                              u"any:ghp_testtesttest"_s, u"--dest-creds"_s, u"publisher:"_s + TokenIssuer::kSecret,
                              u"docker://%1/acme/app:v1"_s.arg(m_source->server().registryUrl().authority()),
                              u"docker://%1/mirror/%2:v1"_s.arg(m_registry->host(), name)});
        QVERIFY2(copied.code == 0, copied.errors.constData());
    }
}

void RegistryTokensTest::init()
{
    m_issuer->setLifetime(std::chrono::minutes(5));
    m_issuer->clear();
    useSecret(u"reader"_s, TokenIssuer::kSecret);
}

void RegistryTokensTest::useSecret(const QString& user, const QString& secret)
{
    m_client.reset();
    m_transport = std::make_unique<NetworkTransport>("Slipway/test");
    RegistryAccess access;
    access.registryUrl = m_registry->url();
    access.user = user;
    access.secret = secret;
    m_client = std::make_unique<RegistryClient>(*m_transport, access, Clock());
}

void RegistryTokensTest::getsATokenAndPulls()
{
    for (int time = 0; time < 2; ++time) {
        const auto document = manifest(u"app"_s);
        QVERIFY2(document, document ? "" : qPrintable(document.error().detail));
        QVERIFY(document->matchesDigest);
        QCOMPARE(parseManifest(m_digest, document->bytes, document->mediaType)->kind, ManifestKind::Image);
    }
    QCOMPARE(m_issuer->scopes(), QStringList{u"repository:mirror/app:pull"_s});
    // The question what the registry wants, the token, then the manifest, twice.
    QCOMPARE(m_transport->tally().token, 1);
    QCOMPARE(m_transport->tally().registry, 1 + 2);
}

void RegistryTokensTest::oneTokenForEachRepository()
{
    useSecret(u"publisher"_s, TokenIssuer::kSecret);
    QVERIFY(manifest(u"app"_s));
    QVERIFY(manifest(u"other"_s));
    QVERIFY(manifest(u"app"_s));
    QCOMPARE(m_issuer->scopes(), (QStringList{u"repository:mirror/app:pull"_s, u"repository:mirror/other:pull"_s}));
}

/// The registry is a minute lenient: a token that ended 57 seconds ago is good for a moment. Every pull succeeds,
/// before, while and after it ends.
void RegistryTokensTest::renewsATokenThatExpires()
{
    m_issuer->setLifetime(std::chrono::seconds(-57));
    QVERIFY(manifest(u"app"_s));
    const auto before = m_issuer->scopes().size();
    m_issuer->setLifetime(std::chrono::minutes(5));
    int refused = 0;
    QVERIFY(eventually([&] {
        refused += manifest(u"app"_s) ? 0 : 1;
        return m_issuer->scopes().size() > before;
    }));
    QCOMPARE(refused, 0);
    QVERIFY(manifest(u"app"_s));
    QCOMPARE(m_issuer->scopes().size(), before + 1);
}

/// Tokens that the registry never takes: a second one is tried, no third.
void RegistryTokensTest::renewsOnce()
{
    m_issuer->setLifetime(std::chrono::minutes(-10));
    const auto document = manifest(u"app"_s);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(m_issuer->scopes().size(), 2);
    QCOMPARE(m_transport->tally().registry, 1 + 2);
    // Nothing stays broken: the next call gets a good one.
    m_issuer->setLifetime(std::chrono::minutes(5));
    QVERIFY(manifest(u"app"_s));
}

void RegistryTokensTest::isRefused_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("package");
    QTest::addColumn<QString>("subject");
    const QString token = u"the registry token for mirror/app"_s;
    QTest::newRow("wrong secret") << u"reader"_s << u"ghp_wrongwrong"_s << u"app"_s << token;
    QTest::newRow("unknown user") << u"nobody"_s << QString(TokenIssuer::kSecret) << u"app"_s << token;
    QTest::newRow("nobody at all") << u"reader"_s << QString() << u"app"_s << token;
    QTest::newRow("another's repository")
        << u"reader"_s << QString(TokenIssuer::kSecret) << u"other"_s << QString(u"other@"_s + m_digest.toString());
}

void RegistryTokensTest::isRefused()
{
    QFETCH(const QString, user);
    QFETCH(const QString, secret);
    QFETCH(const QString, package);
    QFETCH(const QString, subject);
    useSecret(user, secret);
    const auto document = manifest(package);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Unauthorized);
    QCOMPARE(document.error().subject, subject);
    QVERIFY(!document.error().detail.contains("ghp_"_L1));
    // Nothing is asked for a third time.
    QVERIFY(m_issuer->scopes().size() <= 2);
}

void RegistryTokensTest::cleanupTestCase()
{
    if (m_usualTrust.isEmpty())
        qunsetenv("SSL_CERT_FILE");
    else
        qputenv("SSL_CERT_FILE", m_usualTrust);
    m_client.reset();
    m_transport.reset();
    m_registry.reset();
    m_issuer.reset();
    m_source.reset();
}

QTEST_GUILESS_MAIN(RegistryTokensTest)
#include "tst_registrytokens.moc"
