#include "localserver.h"
#include "net/networktransport.h"
#include "simulator/loopbacklistener.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>
#include <QTimer>

using namespace slipway;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

class TestTransport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statusPassesThrough_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 204, 304, 400, 401, 403, 404, 405, 407, 410, 418, 429, 500, 502, 503})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }

    void statusPassesThrough()
    {
        QFETCH(int, status);
        const bool hasBody = status != 204 && status != 304;
        LocalServer server([&](const Received& request) {
            reply(request, status, hasBody ? "the body"_ba : ""_ba,
                  {{"X-Thing"_ba, "a, b"_ba}, {"WWW-Authenticate"_ba, "Bearer realm=\"https://x/token\""_ba}});
        });
        NetworkTransport transport("slipway-test");
        const auto response = resultOf(transport.send(getRequest(server.url(u"/a/b%2Fc?d=%20e"_s)), {}));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
        QCOMPARE(response->status, status);
        QCOMPARE(response->body, hasBody ? "the body"_ba : ""_ba);
        QCOMPARE(response->header("x-thing"), "a, b");
        QCOMPARE(response->header("www-authenticate"), "Bearer realm=\"https://x/token\"");
        QCOMPARE(server.received().size(), 1);
        QCOMPARE(server.received()[0].target, "/a/b%2Fc?d=%20e");
    }

    /// Not at the next turn of the event loop, which may be busy with answers.
    void leavesAtOnce()
    {
        LocalServer server([](const Received& request) { reply(request, 200, "ok"); });
        NetworkTransport transport("slipway-test");
        QVERIFY(resultOf(transport.send(getRequest(server.url(u"/first"_s)), {})));
        const auto second = transport.send(getRequest(server.url(u"/second"_s)), {});
        QVERIFY(server.received()[0].socket->waitForReadyRead(2'000));
        QCOMPARE(server.received().size(), 2);
        QCOMPARE(server.received()[1].target, "/second");
    }

    void sendsWhatItIsGiven_data()
    {
        QTest::addColumn<int>("method");
        for (const auto method : {HttpMethod::Get, HttpMethod::Head, HttpMethod::Post, HttpMethod::Put,
                                  HttpMethod::Patch, HttpMethod::Delete})
            QTest::newRow(httpMethodName(method).constData()) << int(method);
    }

    void sendsWhatItIsGiven()
    {
        QFETCH(int, method);
        LocalServer server([](const Received& request) { reply(request, 200, "ok"); });
        NetworkTransport transport("slipway-test/1");
        HttpRequest request = getRequest(server.url(u"/"_s));
        request.method = static_cast<HttpMethod>(method);
        const bool hasBody = request.method == HttpMethod::Put || request.method == HttpMethod::Post
                             || request.method == HttpMethod::Patch;
        request.headers = {{"Authorization"_ba, "Bearer t"_ba}, {"If-None-Match"_ba, "\"e\""_ba}};
        if (hasBody)
            request.body = "payload";
        const auto response = resultOf(transport.send(request, {}));
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, request.method == HttpMethod::Head ? ""_ba : "ok"_ba);
        const auto& received = server.received().front();
        QCOMPARE(received.method, httpMethodName(request.method));
        QCOMPARE(received.header("User-Agent"), "slipway-test/1");
        QCOMPARE(received.header("Authorization"), "Bearer t");
        QCOMPARE(received.header("If-None-Match"), "\"e\"");
        QCOMPARE(received.body, hasBody ? "payload"_ba : ""_ba);
        QVERIFY(received.header("Cookie").isEmpty());
    }

    void compressedBodyIsWhole()
    {
        const QByteArray packed =
            QByteArray::fromHex("1f8b08000000000002038b562acfc8cf49558a05003907d3f609000000"); // gzip of ["whole"]
        LocalServer server(
            [&](const Received& request) { reply(request, 200, packed, {{"Content-Encoding"_ba, "gzip"_ba}}); });
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(getRequest(server.url(u"/"_s)), {}));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
        QCOMPARE(response->body, R"(["whole"])");
    }

    void trailersAreNoHeaders()
    {
        LocalServer server([](const Received& request) {
            request.socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                                  "4\r\nbody\r\n0\r\nX-Sum: 4\r\n\r\n");
        });
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(getRequest(server.url(u"/"_s)), {}));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
        QCOMPARE(response->body, "body");
        QCOMPARE(response->header("X-Sum"), "");
    }

    void cookiesAreNotKept()
    {
        LocalServer server([](const Received& request) { reply(request, 200, {}, {{"Set-Cookie"_ba, "a=b"_ba}}); });
        NetworkTransport transport("t");
        QVERIFY(resultOf(transport.send(getRequest(server.url(u"/"_s)), {})));
        QVERIFY(resultOf(transport.send(getRequest(server.url(u"/"_s)), {})));
        QVERIFY(server.received()[1].header("Cookie").isEmpty());
    }

    void brokenConnections_data()
    {
        QTest::addColumn<QByteArray>("written"); // before the connection is closed
        QTest::newRow("closed at once") << ""_ba;
        QTest::newRow("no HTTP") << "rubbish, not HTTP\r\n\r\n"_ba;
        QTest::newRow("cut in the headers") << "HTTP/1.1 200 OK\r\nContent-Le"_ba;
        QTest::newRow("truncated body") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"_ba;
        QTest::newRow("truncated error body") << "HTTP/1.1 404 No\r\nContent-Length: 100\r\n\r\nonly this"_ba;
        QTest::newRow("cut in a chunk") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nonly"_ba;
        QTest::newRow("cut before the last chunk")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nonly\r\n"_ba;
    }

    void brokenConnections()
    {
        QFETCH(QByteArray, written);
        LocalServer server([&](const Received& request) {
            request.socket->write(written);
            request.socket->disconnectFromHost();
        });
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(getRequest(server.url(u"/"_s)), {}));
        QVERIFY2(!response, qPrintable(response ? u"%1 \"%2\" %3"_s.arg(response->status)
                                                      .arg(QString::fromLatin1(response->body),
                                                           QString::fromLatin1(response->header("Content-Length")))
                                                : QString()));
        QCOMPARE(response.error().kind, ErrorKind::Network);
        QVERIFY2(response.error().subject.startsWith("127.0.0.1:"_L1), qPrintable(response.error().subject));
    }

    void reset()
    {
        LocalServer server([](const Received& request) { resetConnection(*request.socket); });
        NetworkTransport transport("t");
        QCOMPARE(resultOf(transport.send(getRequest(server.url(u"/"_s)), {})).error().kind, ErrorKind::Network);
    }

    void refused()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QUrl url(u"http://127.0.0.1:%1/"_s.arg(closed.serverPort()));
        closed.close();
        NetworkTransport transport("t");
        const auto response = resultOf(transport.send(getRequest(url), {}));
        QCOMPARE(response.error().kind, ErrorKind::Network);
        QVERIFY(!response.error().detail.isEmpty());
    }

    void silenceTimesOut()
    {
        LocalServer server([](const Received&) {});
        NetworkTransport transport("t");
        HttpRequest request = getRequest(server.url(u"/"_s));
        request.timeout = 150ms;
        const auto response = resultOf(transport.send(request, {}));
        QCOMPARE(response.error().kind, ErrorKind::Timeout);
    }

    void silenceInTheBodyTimesOut()
    {
        LocalServer server([](const Received& request) {
            request.socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
        });
        NetworkTransport transport("t");
        HttpRequest request = getRequest(server.url(u"/"_s));
        request.timeout = 150ms;
        QCOMPARE(resultOf(transport.send(request, {})).error().kind, ErrorKind::Timeout);
    }

    void slowButSteadyIsNoTimeout()
    {
        QTimer drip;
        LocalServer server([&](const Received& request) {
            request.socket->write("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n");
            connect(&drip, &QTimer::timeout, request.socket, [socket = request.socket] { socket->write("x"); });
            drip.start(100);
        });
        NetworkTransport transport("t");
        HttpRequest request = getRequest(server.url(u"/"_s));
        request.timeout = 700ms; // the whole takes 1.2 s
        const auto response = resultOf(transport.send(request, {}));
        QVERIFY2(response, qPrintable(response ? QString() : response.error().detail));
        QCOMPARE(response->body, QByteArray(12, 'x'));
    }

    void tellsWhatWasDone()
    {
        LocalServer server([](const Received& request) { reply(request, 404, "{}"); });
        NetworkTransport transport("t");
        QList<RequestRecord> records;
        connect(&transport, &NetworkTransport::requestFinished, &transport,
                [&](const RequestRecord& record) { records.append(record); });
        HttpRequest request = getRequest(server.url(u"/token?secret=1"_s));
        request.method = HttpMethod::Delete;
        request.trail = {3, 12ms};
        QVERIFY(resultOf(transport.send(request, {})));
        QCOMPARE(records.size(), 1);
        const auto& record = records[0];
        QCOMPARE(record.id, 1U);
        QCOMPARE(record.method, HttpMethod::Delete);
        QCOMPARE(record.url, server.url(u"/token"_s).toString()); // no query, no credentials
        QCOMPARE(record.subject, u"the subject"_s);
        QCOMPARE(record.status, 404);
        QCOMPARE(record.bytes, 2);
        QCOMPARE(record.attempt, 3);
        QCOMPARE(record.queued, 12ms);
        QCOMPARE(record.cache, CacheResult::Fetched);
        QVERIFY(!record.error);
    }

    void tellsOfWhatGotNoAnswer()
    {
        LocalServer server([](const Received& received) {
            if (received.target == "/reset")
                resetConnection(*received.socket);
            else if (received.target == "/same")
                reply(received, 304);
        });
        NetworkTransport transport("t");
        QList<RequestRecord> records;
        connect(&transport, &NetworkTransport::requestFinished, &transport,
                [&](const RequestRecord& record) { records.append(record); });
        QVERIFY(!resultOf(transport.send(getRequest(server.url(u"/reset"_s)), {})));
        QVERIFY(resultOf(transport.send(getRequest(server.url(u"/same"_s)), {})));
        std::stop_source stop;
        auto open = transport.send(getRequest(server.url(u"/silent"_s)), stop.get_token());
        QVERIFY(eventually([&] { return server.received().last().target == "/silent"; }));
        stop.request_stop();
        QVERIFY(!resultOf(std::move(open)));
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[0].error, ErrorKind::Network);
        QCOMPARE(records[0].status, 0);
        QCOMPARE(records[1].cache, CacheResult::NotModified);
        QCOMPARE(records[2].error, ErrorKind::Cancelled);
        QCOMPARE(records[2].id, 3U);
    }
};

SLIPWAY_TEST_SUITE(TestTransport);

} // namespace

#include "test_transport.moc"
