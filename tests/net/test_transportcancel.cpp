#include "localserver.h"
#include "net/networktransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

struct Log {
    QStringList outcomes;  ///< in the order they came
    bool isInside = false; ///< while the test is inside a call that must not resume anybody
    bool wasResumedInside = false;
};

Task<void> sendAndNote(NetworkTransport* transport, HttpRequest request, std::stop_token stop, Log* log)
{
    const auto response = co_await transport->send(std::move(request), std::move(stop));
    log->wasResumedInside = log->wasResumedInside || log->isInside;
    log->outcomes.append(response ? QString::number(response->status) : errorKindName(response.error().kind));
}

class TestTransportCancel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeItBegins()
    {
        LocalServer server([](const Received& request) { reply(request, 200); });
        NetworkTransport transport("t");
        std::stop_source stop;
        stop.request_stop();
        const auto response = resultOf(transport.send(getRequest(server.url(u"/"_s)), stop.get_token()));
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QCOMPARE(response.error().subject, u"the subject"_s);
        QCOMPARE(server.received().size(), 0);
    }

    void whileRunning()
    {
        LocalServer server([](const Received&) {});
        NetworkTransport transport("t");
        std::stop_source stop;
        Log log;
        const auto task = sendAndNote(&transport, getRequest(server.url(u"/"_s)), stop.get_token(), &log);
        QVERIFY(eventually([&] { return server.received().size() == 1; }));
        log.isInside = true;
        stop.request_stop();
        QVERIFY(log.outcomes.isEmpty()); // not inside request_stop()
        log.isInside = false;
        QVERIFY(eventually([&] { return !log.outcomes.isEmpty(); }));
        QTest::qWait(0);
        QCOMPARE(log.outcomes, QStringList{u"cancelled"_s});
        QVERIFY(!log.wasResumedInside);
        QVERIFY(eventually([&] { return !server.received()[0].socket; })); // the connection is given up
    }

    void whileWaitingInTheQueue()
    {
        LocalServer server([](const Received&) {});
        NetworkTransport transport("t");
        Log log;
        std::vector<Task<void>> tasks;
        for (int i = 0; i < NetworkTransport::kConnectionsPerHost; ++i)
            tasks.push_back(sendAndNote(&transport, getRequest(server.url(u"/"_s)), {}, &log));
        std::stop_source stop;
        tasks.push_back(sendAndNote(&transport, getRequest(server.url(u"/queued"_s)), stop.get_token(), &log));
        QVERIFY(eventually([&] { return server.received().size() == NetworkTransport::kConnectionsPerHost; }));
        stop.request_stop();
        QVERIFY(eventually([&] { return !log.outcomes.isEmpty(); }));
        QCOMPARE(log.outcomes, QStringList{u"cancelled"_s});
        for (const auto& request : server.received())
            reply(request, 200);
        QVERIFY(eventually([&] { return log.outcomes.size() == NetworkTransport::kConnectionsPerHost + 1; }));
        for (const auto& request : server.received())
            QCOMPARE(request.target, "/");
    }

    void fromAnotherThread()
    {
        LocalServer server([](const Received&) {});
        NetworkTransport transport("t");
        std::stop_source stop;
        Log log;
        const auto task = sendAndNote(&transport, getRequest(server.url(u"/"_s)), stop.get_token(), &log);
        QVERIFY(eventually([&] { return server.received().size() == 1; }));
        std::jthread([stop]() mutable { stop.request_stop(); }).join();
        QVERIFY(eventually([&] { return !log.outcomes.isEmpty(); }));
        QCOMPARE(log.outcomes, QStringList{u"cancelled"_s});
    }

    void afterTheAnswerNothingHappens()
    {
        LocalServer server([](const Received& request) { reply(request, 200); });
        NetworkTransport transport("t");
        std::stop_source stop;
        Log log;
        const auto task = sendAndNote(&transport, getRequest(server.url(u"/"_s)), stop.get_token(), &log);
        QVERIFY(eventually([&] { return !log.outcomes.isEmpty(); }));
        stop.request_stop();
        QTest::qWait(0);
        QCOMPARE(log.outcomes, QStringList{u"200"_s});
    }

    void makesRoomForTheNext()
    {
        LocalServer server([](const Received& request) {
            if (request.target == "/next")
                reply(request, 200);
        });
        NetworkTransport transport("t");
        std::stop_source stop;
        Log log;
        std::vector<Task<void>> tasks;
        for (int i = 0; i < NetworkTransport::kConnectionsPerHost; ++i)
            tasks.push_back(sendAndNote(&transport, getRequest(server.url(u"/"_s)), stop.get_token(), &log));
        tasks.push_back(sendAndNote(&transport, getRequest(server.url(u"/next"_s)), {}, &log));
        QVERIFY(eventually([&] { return server.received().size() == NetworkTransport::kConnectionsPerHost; }));
        stop.request_stop();
        QVERIFY(eventually([&] { return log.outcomes.size() == NetworkTransport::kConnectionsPerHost + 1; }));
        QCOMPARE(log.outcomes.count(u"cancelled"_s), NetworkTransport::kConnectionsPerHost);
        QCOMPARE(log.outcomes.count(u"200"_s), 1);
    }

    void destroyedWithRequestsOpen()
    {
        LocalServer server([](const Received&) {});
        auto transport = std::make_unique<NetworkTransport>("t");
        constexpr int kTotal = NetworkTransport::kConnectionsPerHost + 10;
        Log log;
        std::stop_source stop;
        std::vector<Task<void>> tasks;
        for (int i = 0; i < kTotal; ++i)
            tasks.push_back(sendAndNote(transport.get(), getRequest(server.url(u"/"_s)), stop.get_token(), &log));
        QVERIFY(eventually([&] { return server.received().size() == NetworkTransport::kConnectionsPerHost; }));
        log.isInside = true;
        transport.reset();
        log.isInside = false;
        QVERIFY(eventually([&] { return log.outcomes.size() == kTotal; }));
        stop.request_stop(); // too late, and harmless
        QTest::qWait(0);
        QCOMPARE(log.outcomes.count(u"cancelled"_s), kTotal);
        QVERIFY(!log.wasResumedInside);
    }
};

SLIPWAY_TEST_SUITE(TestTransportCancel);

} // namespace

#include "test_transportcancel.moc"
