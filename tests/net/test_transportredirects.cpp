#include "localserver.h"
#include "net/networktransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

HttpRequest withToken(const QUrl& url, RedirectRule rule)
{
    HttpRequest request = getRequest(url);
    request.redirects = rule;
    request.headers = {{"authorization"_ba, "Bearer t"_ba}, {"Accept"_ba, "a/b"_ba}};
    return request;
}

/// Sends whoever asks for "/start" to `target`.
LocalServer::Handler redirecting(const QByteArray* target, int status = 302)
{
    return [target, status](const Received& request) {
        if (request.target == "/start")
            reply(request, status, "moved", {{"Location"_ba, *target}});
        else
            reply(request, 200, "there");
    };
}

class TestTransportRedirects final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedGivesTheAnswer()
    {
        const QByteArray target = "/end";
        LocalServer server(redirecting(&target, 303));
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(withToken(server.url(u"/start"_s), RedirectRule::Refuse), {}));
        QCOMPARE(response->status, 303);
        QCOMPARE(response->header("Location"), "/end");
        QCOMPARE(response->body, "moved");
        QCOMPARE(server.received().size(), 1);
    }

    void sameHost_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }

    void sameHost()
    {
        QFETCH(int, status);
        const QByteArray target = "/end?x=%2F";
        LocalServer server(redirecting(&target, status));
        for (const auto rule : {RedirectRule::SameHost, RedirectRule::Anywhere}) {
            NetworkTransport transport("t");
            const auto response = resultOf(transport.send(withToken(server.url(u"/start"_s), rule), {}));
            QCOMPARE(response->status, 200);
            QCOMPARE(response->url, server.url(u"/end?x=%2F"_s));
            QCOMPARE(server.received().last().target, "/end?x=%2F");
            QCOMPARE(server.received().last().header("Authorization"), "Bearer t");
            QCOMPARE(server.received().last().header("Accept"), "a/b");
        }
    }

    void otherHostLosesTheToken()
    {
        LocalServer other([](const Received& request) { reply(request, 200, "there"); });
        const QByteArray target = other.url(u"/blob"_s).toEncoded();
        LocalServer server(redirecting(&target));
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(withToken(server.url(u"/start"_s), RedirectRule::Anywhere), {}));
        QCOMPARE(response->body, "there");
        QVERIFY(other.received().front().header("Authorization").isEmpty());
        QCOMPARE(other.received().front().header("Accept"), "a/b");
    }

    void andBackAgainItIsStillTheirs()
    {
        QByteArray back;
        LocalServer other([&](const Received& request) { reply(request, 302, {}, {{"Location"_ba, back}}); });
        const QByteArray target = other.url(u"/x"_s).toEncoded();
        LocalServer server(redirecting(&target));
        back = server.url(u"/end"_s).toEncoded();
        NetworkTransport transport("t");
        QCOMPARE(resultOf(transport.send(withToken(server.url(u"/start"_s), RedirectRule::Anywhere), {}))->body,
                 "there");
        QVERIFY(other.received().front().header("Authorization").isEmpty());
    }

    void refusals_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("other host") << int(RedirectRule::SameHost) << "https://evil.example/x"_ba;
        QTest::newRow("host without scheme") << int(RedirectRule::SameHost) << "//evil.example/x"_ba;
        QTest::newRow("other port") << int(RedirectRule::SameHost) << "http://127.0.0.1:1/x"_ba;
        QTest::newRow("other scheme") << int(RedirectRule::SameHost) << "https://127.0.0.1/x"_ba;
        QTest::newRow("plain http elsewhere") << int(RedirectRule::Anywhere) << "http://evil.example/x"_ba;
        QTest::newRow("file") << int(RedirectRule::Anywhere) << "file:///etc/hostname"_ba;
        QTest::newRow("file of localhost") << int(RedirectRule::Anywhere) << "file://localhost/etc/hostname"_ba;
        QTest::newRow("ftp of localhost") << int(RedirectRule::Anywhere) << "ftp://127.0.0.1/x"_ba;
        QTest::newRow("data") << int(RedirectRule::Anywhere) << "data:text/plain,x"_ba;
    }

    void refusals()
    {
        QFETCH(int, rule);
        QFETCH(QByteArray, target);
        LocalServer server(redirecting(&target));
        NetworkTransport transport("t");
        const auto response =
            resultOf(transport.send(withToken(server.url(u"/start"_s), static_cast<RedirectRule>(rule)), {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::ForeignHost);
        QCOMPARE(response.error().subject, u"the subject"_s);
        QCOMPARE(server.received().size(), 1);
    }

    void roundAndRoundEnds()
    {
        const QByteArray target = "/start";
        LocalServer server(redirecting(&target));
        NetworkTransport transport("t");
        const auto ended = resultOf(transport.send(withToken(server.url(u"/start"_s), RedirectRule::Anywhere), {}));
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, ErrorKind::UnexpectedStatus);
        QVERIFY(server.received().size() <= 10);
    }

    void withoutLocationIsAnAnswer()
    {
        LocalServer server([](const Received& request) { reply(request, 302, "nowhere"); });
        NetworkTransport transport("t");
        QCOMPARE(resultOf(transport.send(withToken(server.url(u"/"_s), RedirectRule::Anywhere), {}))->status, 302);
    }

    void plainHttpIsForLoopbackOnly_data()
    {
        QTest::addColumn<QString>("url");
        QTest::newRow("name") << u"http://ghcr.io/v2/"_s;
        QTest::newRow("address") << u"http://192.0.2.1/"_s;
        QTest::newRow("other scheme") << u"ftp://127.0.0.1/"_s;
        QTest::newRow("file") << u"file:///etc/hostname"_s;
        QTest::newRow("none") << u"127.0.0.1/x"_s;
    }

    void plainHttpIsForLoopbackOnly()
    {
        QFETCH(QString, url);
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(getRequest(QUrl(url)), {}));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, ErrorKind::InsecureUrl);
        QCOMPARE(transport.tally(), RequestTally()); // nothing was sent
    }
};

SLIPWAY_TEST_SUITE(TestTransportRedirects);

} // namespace

#include "test_transportredirects.moc"
