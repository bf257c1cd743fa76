#include "localserver.h"
#include "net/networktransport.h"
#include "simulator/loopbacklistener.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QProcess>
#include <QScopeGuard>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

class TestTransportTls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QSslSocket::supportsSsl());
        QVERIFY(m_folder.isValid());
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"1"_s, u"-subj"_s,
                       u"/CN=127.0.0.1"_s, u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s,
                       m_folder.filePath(u"key"_s), u"-out"_s, m_folder.filePath(u"certificate"_s)});
        QVERIFY2(openssl.waitForFinished(60'000) && openssl.exitCode() == 0,
                 openssl.readAllStandardError().constData());
    }

    void selfSignedIsRefused()
    {
        LocalServer server([](const Received& request) { reply(request, 200, "secret"); }, tlsServer());
        NetworkTransport transport("t");
        HttpRequest request = getRequest(server.url(u"/"_s, u"https"_s));
        request.headers = {{"Authorization"_ba, "Bearer t"_ba}};
        const auto response = resultOf(transport.send(request, {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Tls);
        QVERIFY(response.error().subject.startsWith("127.0.0.1:"_L1));
        QVERIFY(!response.error().detail.isEmpty());
        QVERIFY(server.received().isEmpty()); // the token never left
    }

    /// Whom to trust is asked at each request: neither a transfer nor a connection is used again that trusted others.
    void trustMayChange()
    {
        LocalServer server([](const Received& request) { reply(request, 200, "hello"); }, tlsServer());
        const HttpRequest request = getRequest(server.url(u"/"_s, u"https"_s));
        const auto cleanUp = qScopeGuard([] { qunsetenv("SSL_CERT_FILE"); });
        NetworkTransport transport("t");
        for (int i = 0; i < 3; ++i) {
            qputenv("SSL_CERT_FILE", QFile::encodeName(m_folder.filePath(u"certificate"_s)));
            for (int k = 0; k < 2; ++k) {
                const auto trusted = resultOf(transport.send(request, {}));
                QVERIFY2(trusted, qPrintable(trusted ? QString() : trusted.error().detail));
                QCOMPARE(trusted->body, "hello");
            }
            qunsetenv("SSL_CERT_FILE");
            const auto refused = resultOf(transport.send(request, {}));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Tls);
        }
        QCOMPARE(server.received().size(), 6);
    }

    /// That may go better the next time: it is no question of trust.
    void brokenHandshakeIsTheNetworks_data()
    {
        QTest::addColumn<bool>("resets");
        QTest::newRow("closed") << false;
        QTest::newRow("reset") << true;
    }

    void brokenHandshakeIsTheNetworks()
    {
        QFETCH(bool, resets);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            auto* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket, resets] {
                if (resets)
                    resetConnection(*socket);
                else
                    socket->disconnectFromHost();
            });
        });
        NetworkTransport transport("t");
        const QUrl url(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
        const auto response = resultOf(transport.send(getRequest(url), {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::Network);
    }

    void plainServerBehindHttps()
    {
        LocalServer server([](const Received& request) { reply(request, 200); });
        NetworkTransport transport("t");
        HttpRequest request = getRequest(server.url(u"/"_s, u"https"_s));
        request.timeout = std::chrono::milliseconds(500); // the server waits for the end of what is no HTTP
        QVERIFY(!resultOf(transport.send(request, {})));
        QVERIFY(server.received().isEmpty());
    }

private:
    std::unique_ptr<QTcpServer> tlsServer() const
    {
        const auto read = [&](const QString& name) {
            QFile file(m_folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(read(u"certificate"_s)));
        configuration.setPrivateKey(QSslKey(read(u"key"_s), QSsl::Rsa));
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(configuration);
        return server;
    }

    QTemporaryDir m_folder;
};

SLIPWAY_TEST_SUITE(TestTransportTls);

} // namespace

#include "test_transporttls.moc"
