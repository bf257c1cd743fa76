#include "localserver.h"
#include "net/networktransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QScopeGuard>
#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

struct Sent {
    HttpMethod method = HttpMethod::Get;
    QByteArray body;
    QList<HttpHeader> headers;
};

/// One transport's transfers serve one request after the other: nothing of one may be left in the next.
class TestReuse final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethodAfterEveryOther()
    {
        LocalServer server(
            [](const Received& received) { reply(received, 200, received.method == "HEAD" ? "" : "answer"); });
        NetworkTransport transport("t");
        const std::vector<Sent> kinds{
            {HttpMethod::Get, {}, {{"Authorization"_ba, "Bearer one"_ba}, {"If-None-Match"_ba, "\"e\""_ba}}},
            {HttpMethod::Get, {}, {}},
            {HttpMethod::Head, {}, {{"Accept"_ba, "a/b"_ba}}},
            {HttpMethod::Post, "{\"a\":1}"_ba, {{"Content-Type"_ba, "application/json"_ba}}},
            {HttpMethod::Post, {}, {}},
            {HttpMethod::Put, QByteArray(70'000, 'x'), {{"Authorization"_ba, "Bearer two"_ba}}},
            {HttpMethod::Patch, "p"_ba, {}},
            {HttpMethod::Delete, {}, {}},
        };
        for (const auto& first : kinds) {
            for (const auto& second : kinds) {
                for (const auto* sent : {&first, &second}) {
                    HttpRequest request = getRequest(server.url(u"/x"_s));
                    request.method = sent->method;
                    request.body = sent->body;
                    request.headers = sent->headers;
                    const auto answer = resultOf(transport.send(request, {}));
                    QVERIFY(answer);
                    QCOMPARE(answer->body, sent->method == HttpMethod::Head ? ""_ba : "answer"_ba);
                    compare(server.received().last(), *sent);
                }
            }
        }
    }

    void afterSilence()
    {
        LocalServer server([](const Received& received) {
            if (received.target != "/silent")
                reply(received, 200, "ok");
        });
        NetworkTransport transport("t");
        HttpRequest silent = getRequest(server.url(u"/silent"_s));
        silent.timeout = std::chrono::milliseconds(80);
        QCOMPARE(resultOf(transport.send(silent, {})).error().kind, ErrorKind::Timeout);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(resultOf(transport.send(getRequest(server.url(u"/"_s)), {}))->body, "ok");
        // The two that came after the first answer shared its connection.
        QCOMPARE(server.received().last().socket, server.received().at(server.received().size() - 2).socket);
    }

    /// A request to this machine never goes through a proxy; the next one elsewhere does.
    void proxyAfterLoopback()
    {
        LocalServer proxy([](const Received& received) { reply(received, 502); });
        LocalServer server([](const Received& received) { reply(received, 200, "near"); });
        qputenv("https_proxy", proxy.url({}).toEncoded());
        qputenv("http_proxy", proxy.url({}).toEncoded());
        const auto cleanUp = qScopeGuard([] {
            qunsetenv("https_proxy");
            qunsetenv("http_proxy");
        });
        NetworkTransport transport("t");
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(resultOf(transport.send(getRequest(server.url(u"/"_s)), {}))->body, "near");
            QCOMPARE(proxy.received().size(), i);
            const auto far = resultOf(transport.send(getRequest(QUrl(u"https://registry.invalid/v2/"_s)), {}));
            QVERIFY(!far);
            QCOMPARE(proxy.received().size(), i + 1);
            QCOMPARE(proxy.received().last().method, "CONNECT");
            QCOMPARE(proxy.received().last().target, "registry.invalid:443");
        }
    }

private:
    static void compare(const Received& received, const Sent& sent)
    {
        QCOMPARE(received.method, httpMethodName(sent.method));
        QCOMPARE(received.body, sent.body);
        for (const auto& name : {"Authorization"_ba, "If-None-Match"_ba, "Accept"_ba, "Content-Type"_ba}) {
            QByteArray expected = name == "Accept" ? "*/*"_ba : ""_ba; // libcurl's own
            for (const auto& header : sent.headers)
                expected = header.name == name ? header.value : expected;
            QCOMPARE(received.header(name), expected);
        }
        const bool hasBody = sent.method != HttpMethod::Get && sent.method != HttpMethod::Head;
        QCOMPARE(received.header("Content-Length"), hasBody ? QByteArray::number(sent.body.size()) : ""_ba);
    }
};

SLIPWAY_TEST_SUITE(TestReuse);

} // namespace

#include "test_reuse.moc"
