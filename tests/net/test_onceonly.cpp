#include "localserver.h"
#include "net/networktransport.h"
#include "simulator/loopbacklistener.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// What HTTP libraries do by themselves when a connection breaks: it must not be done to requests that change a server.
class TestOnceOnly final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenAfterTheRequest_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("resets"); // or closes in good order
        QTest::addColumn<bool>("isKeptAlive");
        for (const bool isKeptAlive : {false, true}) {
            for (const bool resets : {true, false}) {
                const char* how = resets ? "reset" : "closed";
                const char* what = isKeptAlive ? "kept alive" : "new";
                QTest::addRow("DELETE %s, %s", how, what) << int(HttpMethod::Delete) << ""_ba << resets << isKeptAlive;
                QTest::addRow("POST %s, %s", how, what) << int(HttpMethod::Post) << "{}"_ba << resets << isKeptAlive;
                QTest::addRow("empty POST %s, %s", how, what)
                    << int(HttpMethod::Post) << ""_ba << resets << isKeptAlive;
                QTest::addRow("PUT %s, %s", how, what)
                    << int(HttpMethod::Put) << QByteArray(300'000, 'x') << resets << isKeptAlive;
                QTest::addRow("PATCH %s, %s", how, what) << int(HttpMethod::Patch) << "{}"_ba << resets << isKeptAlive;
            }
        }
    }

    void brokenAfterTheRequest()
    {
        QFETCH(int, method);
        QFETCH(QByteArray, body);
        QFETCH(bool, resets);
        QFETCH(bool, isKeptAlive);
        LocalServer server([&](const Received& received) {
            if (received.method == "GET")
                reply(received, 200, "ok");
            else if (resets)
                resetConnection(*received.socket);
            else
                received.socket->disconnectFromHost();
        });
        NetworkTransport transport("t");
        if (isKeptAlive)
            QCOMPARE(resultOf(transport.send(getRequest(server.url(u"/"_s)), {}))->status, 200);
        HttpRequest request = getRequest(server.url(u"/versions/1"_s));
        request.method = static_cast<HttpMethod>(method);
        request.body = body;
        const auto answer = resultOf(transport.send(request, {}));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Network);
        // Another request, so that whatever the library had in mind to send has been sent.
        QCOMPARE(resultOf(transport.send(getRequest(server.url(u"/"_s)), {}))->status, 200);
        qsizetype changes = 0;
        for (const auto& received : server.received()) {
            changes += received.method == "GET" ? 0 : 1;
            QVERIFY(received.method == "GET" || received.body == body);
        }
        QCOMPARE(changes, 1);
    }

    void bodiesArriveWhole()
    {
        LocalServer server([](const Received& received) { reply(received, 201); });
        NetworkTransport transport("t");
        for (const qsizetype size : {0, 1, 1000, 100'000, 3'000'000}) {
            HttpRequest request = getRequest(server.url(u"/"_s));
            request.method = HttpMethod::Put;
            for (qsizetype i = 0; i < size; ++i)
                request.body.append(char('a' + i % 23));
            QCOMPARE(resultOf(transport.send(request, {}))->status, 201);
            QCOMPARE(server.received().last().body, request.body);
            QCOMPARE(server.received().last().header("Content-Length"), QByteArray::number(size));
        }
    }
};

SLIPWAY_TEST_SUITE(TestOnceOnly);

} // namespace

#include "test_onceonly.moc"
