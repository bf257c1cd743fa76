#include "localserver.h"
#include "net/governedtransport.h"
#include "net/networktransport.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

#include <thread>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kAtOnce = GovernorLimits().concurrent;

HttpRequest requestFor(const QString& path, HttpMethod method = HttpMethod::Get, Urgency urgency = Urgency::Person)
{
    HttpRequest request = getRequest(QUrl(u"https://api.example"_s + path));
    request.method = method;
    request.urgency = urgency;
    return request;
}

struct Log {
    QStringList outcomes;  ///< in the order they came
    bool isInside = false; ///< while the test is inside a call that must not resume anybody
    bool wasResumedInside = false;
};

Task<void> sendAndNote(HttpTransport* transport, HttpRequest request, std::stop_token stop, Log* log)
{
    const auto response = co_await transport->send(std::move(request), std::move(stop));
    log->wasResumedInside = log->wasResumedInside || log->isInside;
    log->outcomes.append(response ? QString::number(response->status) : errorKindName(response.error().kind));
}

class TestGoverned final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverMoreThanTheLimitAndInOrder()
    {
        constexpr int kTotal = 3 * kAtOnce + 5;
        QList<Received> open;
        int most = 0;
        LocalServer server([&](const Received& received) {
            open.append(received);
            most = std::max(most, int(open.size()));
        });
        NetworkTransport network("t");
        GovernedTransport transport(network);
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < kTotal; ++i)
            tasks.push_back(transport.send(getRequest(server.url(u"/%1"_s.arg(i))), {}));
        // The first ones fill the room and stay; each answer lets exactly the next one in.
        QVERIFY(eventually([&] { return open.size() == kAtOnce; }));
        for (int answered = 0; answered < kTotal; ++answered) {
            const qsizetype expected = std::min(kTotal, kAtOnce + answered + 1);
            reply(open.takeFirst(), 200);
            QVERIFY(eventually([&] { return server.received().size() == expected; }));
        }
        QCOMPARE(most, kAtOnce);
        for (auto& task : tasks)
            QCOMPARE(resultOf(std::move(task))->status, 200);
        for (int i = kAtOnce; i < kTotal; ++i)
            QCOMPARE(server.received()[i].target, '/' + QByteArray::number(i));
    }

    void hostsDoNotWaitForOneAnother()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        fake.setHolds([](const HttpRequest& request) { return request.url.host() == "slow.example"_L1; });
        GovernedTransport transport(fake);
        std::vector<Task<Result<HttpResponse>>> tasks;
        HttpRequest slow = requestFor(u"/"_s);
        slow.url.setHost(u"slow.example"_s);
        for (int i = 0; i < kAtOnce + 5; ++i)
            tasks.push_back(transport.send(slow, {}));
        QCOMPARE(fake.requests().size(), kAtOnce);
        QCOMPARE(resultOf(transport.send(requestFor(u"/"_s), {}))->status, 200);
        // Nor do the API and the registry of one address.
        slow.traffic = Traffic::Registry;
        tasks.push_back(transport.send(slow, {}));
        QCOMPARE(fake.requests().size(), kAtOnce + 2);
    }

    void failuresMakeRoomToo()
    {
        FakeTransport fake([](const HttpRequest&) { return failure(ErrorKind::Network, {}); });
        GovernedTransport transport(fake);
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < 2 * kAtOnce; ++i)
            tasks.push_back(transport.send(requestFor(u"/"_s), {}));
        for (auto& task : tasks)
            QCOMPARE(resultOf(std::move(task)).error().kind, ErrorKind::Network);
        QCOMPARE(fake.requests().size(), 2 * kAtOnce);
    }

    void personsGoBeforeTheBackground()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        GovernorLimits limits;
        limits.concurrent = 1;
        GovernedTransport transport(fake, limits);
        Log log;
        std::vector<Task<void>> tasks;
        for (const auto& [path, urgency] :
             {std::pair{u"/running"_s, Urgency::Background}, std::pair{u"/b1"_s, Urgency::Background},
              std::pair{u"/b2"_s, Urgency::Background}, std::pair{u"/p1"_s, Urgency::Person},
              std::pair{u"/p2"_s, Urgency::Person}})
            tasks.push_back(sendAndNote(&transport, requestFor(path, HttpMethod::Get, urgency), {}, &log));
        QVERIFY(eventually([&] { return log.outcomes.size() == 5; }));
        QCOMPARE(fake.lines(),
                 (QStringList{u"GET /running"_s, u"GET /p1"_s, u"GET /p2"_s, u"GET /b1"_s, u"GET /b2"_s}));
        QVERIFY(fake.requests()[4].trail.queued >= fake.requests()[1].trail.queued);
    }

    void readingDoesNotWaitBehindChanges()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        fake.setHolds([](const HttpRequest& request) { return request.method == HttpMethod::Delete; });
        GovernedTransport transport(fake);
        Log log;
        std::vector<Task<void>> tasks;
        for (const auto& [path, method] :
             {std::pair{u"/1"_s, HttpMethod::Delete}, std::pair{u"/2"_s, HttpMethod::Delete},
              std::pair{u"/3"_s, HttpMethod::Get}, std::pair{u"/4"_s, HttpMethod::Delete}})
            tasks.push_back(sendAndNote(&transport, requestFor(path, method), {}, &log));
        QVERIFY(eventually([&] { return log.outcomes.size() == 1; }));
        QCOMPARE(fake.lines(), (QStringList{u"DELETE /1"_s, u"GET /3"_s}));
        fake.release();
        QVERIFY(eventually([&] { return log.outcomes.size() == 4; }));
        QCOMPARE(fake.lines(), (QStringList{u"DELETE /1"_s, u"GET /3"_s, u"DELETE /2"_s, u"DELETE /4"_s}));
    }

    void cancelledBeforeItBegins()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        GovernedTransport transport(fake);
        std::stop_source stop;
        stop.request_stop();
        const auto response = resultOf(transport.send(requestFor(u"/"_s), stop.get_token()));
        QCOMPARE(response.error().kind, ErrorKind::Cancelled);
        QCOMPARE(response.error().subject, u"the subject"_s);
        QCOMPARE(fake.requests().size(), 0);
    }

    void cancelledInTheQueue_data()
    {
        QTest::addColumn<bool>("fromAnotherThread");
        QTest::addRow("same thread") << false;
        QTest::addRow("another thread") << true;
    }

    void cancelledInTheQueue()
    {
        QFETCH(bool, fromAnotherThread);
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        fake.setHolds([](const HttpRequest&) { return true; });
        GovernedTransport transport(fake);
        Log log;
        std::vector<Task<void>> tasks;
        for (int i = 0; i < kAtOnce; ++i)
            tasks.push_back(sendAndNote(&transport, requestFor(u"/running"_s), {}, &log));
        std::stop_source stop;
        tasks.push_back(sendAndNote(&transport, requestFor(u"/queued"_s), stop.get_token(), &log));
        tasks.push_back(sendAndNote(&transport, requestFor(u"/next"_s), {}, &log));
        log.isInside = true;
        if (fromAnotherThread)
            std::jthread([stop]() mutable { stop.request_stop(); }).join();
        else
            stop.request_stop();
        log.isInside = false;
        QVERIFY(eventually([&] { return log.outcomes.size() == 1; }));
        QCOMPARE(log.outcomes, QStringList{u"cancelled"_s});
        QVERIFY(!log.wasResumedInside);
        fake.release();
        QVERIFY(eventually([&] { return log.outcomes.size() == kAtOnce + 2; }));
        QVERIFY(!fake.lines().contains(u"GET /queued"_s));
        QVERIFY(fake.lines().contains(u"GET /next"_s));
    }

    void cancelledWhileRunningMakesRoom()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        fake.setHolds([](const HttpRequest& request) { return request.url.path() == "/running"_L1; });
        GovernedTransport transport(fake);
        Log log;
        std::stop_source stop;
        std::vector<Task<void>> tasks;
        for (int i = 0; i < kAtOnce; ++i)
            tasks.push_back(sendAndNote(&transport, requestFor(u"/running"_s), stop.get_token(), &log));
        tasks.push_back(sendAndNote(&transport, requestFor(u"/next"_s), {}, &log));
        stop.request_stop();
        QVERIFY(eventually([&] { return log.outcomes.size() == kAtOnce + 1; }));
        QCOMPARE(log.outcomes.count(u"cancelled"_s), kAtOnce);
        QCOMPARE(log.outcomes.count(u"200"_s), 1);
    }

    void destroyedWithRequestsOpen()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        fake.setHolds([](const HttpRequest&) { return true; });
        auto transport = std::make_unique<GovernedTransport>(fake);
        constexpr int kTotal = kAtOnce + 10;
        Log log;
        std::stop_source stop;
        std::vector<Task<void>> tasks;
        for (int i = 0; i < kTotal; ++i)
            tasks.push_back(sendAndNote(transport.get(), requestFor(u"/"_s), stop.get_token(), &log));
        log.isInside = true;
        transport.reset();
        log.isInside = false;
        QVERIFY(eventually([&] { return log.outcomes.size() == 10; }));
        fake.release(); // those that run end when the transport below answers
        QVERIFY(eventually([&] { return log.outcomes.size() == kTotal; }));
        stop.request_stop(); // too late, and harmless
        QCOMPARE(log.outcomes.count(u"cancelled"_s), kTotal);
        QVERIFY(!log.wasResumedInside);
    }

    void destroyedBetweenAdmissionAndSending()
    {
        FakeTransport fake([](const HttpRequest&) { return answerWith(200); });
        fake.setHolds([](const HttpRequest& request) { return request.url.path() == "/running"_L1; });
        GovernorLimits limits;
        limits.concurrent = 1;
        auto transport = std::make_unique<GovernedTransport>(fake, limits);
        Log log;
        std::stop_source stop;
        const auto running = sendAndNote(transport.get(), requestFor(u"/running"_s), stop.get_token(), &log);
        const auto next = sendAndNote(transport.get(), requestFor(u"/next"_s), {}, &log);
        const auto after = sendAndNote(transport.get(), requestFor(u"/after"_s), {}, &log);
        stop.request_stop();
        QVERIFY(eventually([&] { return log.outcomes.size() == 1; })); // "/next" is admitted, and will be woken
        transport.reset();
        QVERIFY(eventually([&] { return log.outcomes.size() == 3; }));
        QCOMPARE(log.outcomes.count(u"cancelled"_s) + log.outcomes.count(u"200"_s), 3);
        QVERIFY(!fake.lines().contains(u"GET /after"_s));
    }
};

SLIPWAY_TEST_SUITE(TestGoverned);

} // namespace

#include "test_governed.moc"
