#include "localserver.h"
#include "net/networktransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

HttpRequest request(const QUrl& url, Traffic traffic)
{
    HttpRequest result = getRequest(url);
    result.traffic = traffic;
    return result;
}

QList<HttpHeader> limitHeaders(const QByteArray& remaining)
{
    return {{"X-RateLimit-Limit"_ba, "5000"_ba},
            {"X-RateLimit-Remaining"_ba, remaining},
            {"X-RateLimit-Reset"_ba, "1763735520"_ba}};
}

class TestTransportLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanTheLimitAndInOrder()
    {
        constexpr int kTotal = 3 * NetworkTransport::kConcurrentPerHost + 5;
        QList<Received> open;
        int most = 0;
        LocalServer server([&](const Received& received) {
            open.append(received);
            most = std::max(most, int(open.size()));
        });
        NetworkTransport transport("t");
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < kTotal; ++i)
            tasks.push_back(transport.send(getRequest(server.url(u"/%1"_s.arg(i))), {}));
        // The first ones fill the room and stay; each answer lets exactly the next one in.
        QVERIFY(eventually([&] { return open.size() == NetworkTransport::kConcurrentPerHost; }));
        for (int answered = 0; answered < kTotal; ++answered) {
            const qsizetype expected = std::min(kTotal, NetworkTransport::kConcurrentPerHost + answered + 1);
            reply(open.takeFirst(), 200);
            QVERIFY(eventually([&] { return server.received().size() == expected; }));
        }
        QCOMPARE(most, NetworkTransport::kConcurrentPerHost);
        for (auto& task : tasks)
            QCOMPARE(resultOf(std::move(task))->status, 200);
        for (int i = NetworkTransport::kConcurrentPerHost; i < kTotal; ++i)
            QCOMPARE(server.received()[i].target, '/' + QByteArray::number(i));
    }

    void hostsDoNotWaitForOneAnother()
    {
        LocalServer slow([](const Received&) {});
        LocalServer quick([](const Received& received) { reply(received, 200); });
        NetworkTransport transport("t");
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < NetworkTransport::kConcurrentPerHost + 5; ++i)
            tasks.push_back(transport.send(getRequest(slow.url(u"/"_s)), {}));
        QCOMPARE(resultOf(transport.send(getRequest(quick.url(u"/"_s)), {}))->status, 200);
    }

    void failuresMakeRoomToo()
    {
        LocalServer server([](const Received& received) { received.socket->abort(); });
        NetworkTransport transport("t");
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < 2 * NetworkTransport::kConcurrentPerHost; ++i)
            tasks.push_back(transport.send(getRequest(server.url(u"/"_s)), {}));
        for (auto& task : tasks)
            QCOMPARE(resultOf(std::move(task)).error().kind, ErrorKind::Network);
    }

    void countsByTraffic()
    {
        LocalServer server([](const Received& received) {
            if (received.target == "/moved")
                reply(received, 302, {}, {{"Location"_ba, "/"_ba}});
            else
                reply(received, received.target == "/same" ? 304 : 200);
        });
        NetworkTransport transport("t");
        const auto send = [&](const QString& path, Traffic traffic) {
            HttpRequest one = request(server.url(path), traffic);
            one.redirects = RedirectRule::SameHost;
            return resultOf(transport.send(one, {})).has_value();
        };
        QVERIFY(send(u"/"_s, Traffic::Api));
        QVERIFY(send(u"/same"_s, Traffic::Api));
        QVERIFY(send(u"/same"_s, Traffic::Registry));
        QVERIFY(send(u"/moved"_s, Traffic::Registry)); // two requests
        QVERIFY(send(u"/"_s, Traffic::Token));
        QCOMPARE(transport.tally(), (RequestTally{2, 1, 3, 1}));
    }

    void rateLimitOfTheApi()
    {
        QByteArray remaining = "4999";
        LocalServer server([&](const Received& received) {
            reply(received, received.target == "/refused" ? 403 : 200, {},
                  received.target == "/plain" ? QList<HttpHeader>() : limitHeaders(remaining));
        });
        NetworkTransport transport("t");
        const QSignalSpy changed(&transport, &NetworkTransport::rateLimitChanged);
        const auto send = [&](const QString& path, Traffic traffic) {
            return resultOf(transport.send(request(server.url(path), traffic), {})).has_value();
        };
        QVERIFY(send(u"/"_s, Traffic::Registry)); // the registry has limits of its own
        QVERIFY(!transport.rateLimit());
        QVERIFY(send(u"/"_s, Traffic::Api));
        QCOMPARE(*transport.rateLimit(),
                 (RateLimit{5000, 4999, QDateTime::fromSecsSinceEpoch(1'763'735'520, QTimeZone::UTC)}));
        QVERIFY(send(u"/"_s, Traffic::Api)); // unchanged
        QVERIFY(send(u"/plain"_s, Traffic::Api));
        QCOMPARE(changed.size(), 1);
        remaining = "0";
        QVERIFY(send(u"/refused"_s, Traffic::Api));
        QCOMPARE(transport.rateLimit()->remaining, 0);
        QCOMPARE(changed.size(), 2);
    }
};

SLIPWAY_TEST_SUITE(TestTransportLimits);

} // namespace

#include "test_transportlimits.moc"
