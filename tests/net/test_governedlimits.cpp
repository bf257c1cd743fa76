#include "localserver.h"
#include "net/governedtransport.h"
#include "net/retryingtransport.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

constexpr Moment kNow{1'763'735'520s};

/// A clock that is moved by hand, a server that answers by script, and what was told meanwhile.
struct Scene {
    Moment now = kNow;
    std::function<Result<HttpResponse>(const HttpRequest&)> answer = [](const HttpRequest&) { return answerWith(200); };
    FakeTransport fake{[this](const HttpRequest& request) { return answer(request); }};
    GovernedTransport transport{fake, {}, [this] { return now; }};
    QStringList told;

    Scene()
    {
        QObject::connect(
            &transport, &GovernedTransport::pauseChanged, &fake, [this](const std::optional<Pause>& pause) {
                static const QStringList kReasons{u"primary"_s, u"secondary"_s, u"retry-after"_s, u"floor"_s};
                told.append(pause ? u"%1 %2 %3"_s.arg(pause->host, kReasons[static_cast<int>(pause->reason)],
                                                      pause->until.toString(u"hh:mm:ss"_s))
                                  : u"over"_s);
            });
    }

    void moveOn(std::chrono::milliseconds time)
    {
        now += time;
        transport.reconsider();
    }
};

HttpRequest requestFor(const QString& path, Urgency urgency = Urgency::Person)
{
    HttpRequest request = getRequest(QUrl(u"https://api.example"_s + path));
    request.urgency = urgency;
    return request;
}

QList<HttpHeader> limitHeaders(int remaining, Moment reset)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(reset).time_since_epoch().count();
    return {{"x-ratelimit-limit"_ba, "5000"_ba},
            {"x-ratelimit-remaining"_ba, QByteArray::number(remaining)},
            {"x-ratelimit-reset"_ba, QByteArray::number(second)}};
}

class TestGovernedLimits final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rateLimitIsTold()
    {
        Scene scene;
        QList<int> told;
        connect(&scene.transport, &GovernedTransport::rateLimitChanged, &scene.fake,
                [&](const std::optional<RateLimit>& limit) { told.append(limit->remaining); });
        int remaining = 4999;
        scene.answer = [&](const HttpRequest&) { return answerWith(200, {}, limitHeaders(remaining, kNow + 1h)); };
        HttpRequest registry = requestFor(u"/v2/"_s);
        registry.traffic = Traffic::Registry;
        QVERIFY(!scene.transport.rateLimit());
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/"_s), {})));
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/"_s), {}))); // unchanged
        remaining = 4998;
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/"_s), {})));
        QCOMPARE(told, (QList<int>{4999, 4998}));
        QCOMPARE(scene.transport.rateLimit()->limit, 5000);
        QCOMPARE(scene.transport.rateLimit()->reset, QDateTime::fromStdTimePoint(kNow + 1h));
    }

    void pausesAndResumesByItself()
    {
        Scene scene;
        scene.answer = [&](const HttpRequest&) {
            return scene.now < kNow + 20min ? answerWith(403, {}, limitHeaders(0, kNow + 20min)) : answerWith(200);
        };
        RetryingTransport retrying(scene.transport);
        auto answer = retrying.send(requestFor(u"/"_s), {});
        QVERIFY(eventually([&] { return !scene.told.isEmpty(); }));
        auto other = retrying.send(requestFor(u"/other"_s), {});
        scene.moveOn(19min);
        QTest::qWait(0);
        QCOMPARE(scene.fake.requests().size(), 1);
        scene.moveOn(2min);
        QCOMPARE(resultOf(std::move(answer))->status, 200);
        QCOMPARE(resultOf(std::move(other))->status, 200);
        QCOMPARE(scene.fake.requests().size(), 3);
        QCOMPARE(scene.told, (QStringList{u"api.example primary 14:52:00"_s, u"over"_s}));
        QVERIFY(!scene.transport.pause());
    }

    void endOfThePauseIsToldWithNobodyWaiting()
    {
        Scene scene;
        scene.answer = [](const HttpRequest&) { return answerWith(429, {}, {{"retry-after"_ba, "30"_ba}}); };
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/"_s), {})));
        QVERIFY(scene.transport.pause());
        scene.moveOn(30s);
        QCOMPARE(scene.told, (QStringList{u"api.example retry-after 14:32:30"_s, u"over"_s}));
    }

    void wakesByItsOwnTimer()
    {
        FakeTransport fake([calls = 0](const HttpRequest&) mutable {
            return ++calls == 1 ? answerWith(429, "retry-after: 30.5ms") : answerWith(200);
        });
        GovernedTransport governed(fake);
        RetryingTransport retrying(governed);
        bool wasPauseTold = false;
        connect(&governed, &GovernedTransport::pauseChanged, this, [&] { wasPauseTold = true; });
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(resultOf(retrying.send(requestFor(u"/"_s), {}))->status, 200);
        QVERIFY(timer.elapsed() >= 29);
        QVERIFY(!wasPauseTold); // nobody could read that
    }

    /// What a deletion was decided by may be so no longer: one that waited is not sent, and whoever asked looks again.
    void aDeletionWhoseTurnComesLateIsNotSent()
    {
        for (const auto wait : {1s, 3s}) {
            Scene scene;
            scene.answer = [&](const HttpRequest&) {
                return scene.now < kNow + wait
                           ? answerWith(429, {}, {{"retry-after"_ba, QByteArray::number(qlonglong(wait.count()))}})
                           : answerWith(200);
            };
            QCOMPARE(resultOf(scene.transport.send(requestFor(u"/list"_s), {}))->status, 429);
            auto deletion = requestFor(u"/version"_s);
            deletion.method = HttpMethod::Delete;
            auto answer = scene.transport.send(deletion, {});
            auto reading = scene.transport.send(requestFor(u"/version"_s), {});
            scene.moveOn(wait);
            const auto deleted = resultOf(std::move(answer));
            QCOMPARE(resultOf(std::move(reading))->status, 200); // reading may come as late as it likes
            QCOMPARE(deleted.has_value(), wait == 1s);
            QCOMPARE(!deleted && isUnsent(deleted.error()), wait == 3s);
            QCOMPARE(scene.fake.requests().size(), wait == 1s ? 3 : 2);
        }
    }

    void tooLongAPauseIsAnErrorAtOnce()
    {
        Scene scene;
        scene.answer = [](const HttpRequest&) { return answerWith(429, {}, {{"retry-after"_ba, "7"_ba}}); };
        scene.transport.setLongestPause(5s);
        RetryingTransport retrying(scene.transport);
        auto refused = resultOf(retrying.send(requestFor(u"/"_s), {}));
        QCOMPARE(refused.error(), (Error{ErrorKind::RateLimited, u"the subject"_s, u"retry-after"_s, 7s}));
        scene.moveOn(1s);
        refused = resultOf(retrying.send(requestFor(u"/"_s), {}));
        QCOMPARE(refused.error().retryAfter, 6s);
        QCOMPARE(scene.fake.requests().size(), 1);
        scene.moveOn(1s); // 5 s are left: those are waited for
        scene.answer = [](const HttpRequest&) { return answerWith(200); };
        auto waiting = retrying.send(requestFor(u"/"_s), {});
        scene.moveOn(5s);
        QCOMPARE(resultOf(std::move(waiting))->status, 200);
    }

    void queuedOnesEndWhenAPauseComesThatIsTooLong()
    {
        Scene scene;
        scene.answer = [](const HttpRequest&) { return answerWith(429, {}, {{"retry-after"_ba, "60"_ba}}); };
        scene.transport.setLongestPause(5s);
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < 100; ++i)
            tasks.push_back(scene.transport.send(requestFor(u"/"_s), {}));
        int refused = 0;
        for (auto& task : tasks)
            refused += resultOf(std::move(task)).has_value() ? 0 : 1;
        QCOMPARE(refused, 100 - GovernorLimits().concurrent);
        QCOMPARE(scene.fake.requests().size(), GovernorLimits().concurrent);
    }

    void ownPacingIsNoPause()
    {
        Scene scene;
        scene.transport.setLongestPause(5s);
        std::vector<Task<Result<HttpResponse>>> tasks;
        for (int i = 0; i < 1000; ++i)
            tasks.push_back(scene.transport.send(requestFor(u"/"_s), {}));
        QVERIFY(eventually([&] { return scene.fake.requests().size() == 900; }));
        scene.moveOn(61s);
        for (auto& task : tasks)
            QCOMPARE(resultOf(std::move(task))->status, 200);
        QCOMPARE(scene.told, QStringList());
    }

    void backgroundWaitsAtTheFloor()
    {
        Scene scene;
        int remaining = 252;
        scene.answer = [&](const HttpRequest&) { return answerWith(200, {}, limitHeaders(--remaining, kNow + 10min)); };
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/1"_s, Urgency::Background), {})));
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/2"_s, Urgency::Background), {})));
        auto waiting = scene.transport.send(requestFor(u"/3"_s, Urgency::Background), {});
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/person"_s), {})));
        QCOMPARE(scene.fake.lines(), (QStringList{u"GET /1"_s, u"GET /2"_s, u"GET /person"_s}));
        QCOMPARE(scene.told, QStringList{u"api.example floor 14:42:00"_s});
        remaining = 5000;
        scene.moveOn(10min);
        QVERIFY(resultOf(std::move(waiting)));
        QCOMPARE(scene.told.last(), u"over"_s);
    }

    void cancelledInAPause()
    {
        Scene scene;
        scene.answer = [](const HttpRequest&) { return answerWith(429, {}, {{"retry-after"_ba, "60"_ba}}); };
        QVERIFY(resultOf(scene.transport.send(requestFor(u"/"_s), {})));
        std::stop_source stop;
        auto paused = scene.transport.send(requestFor(u"/paused"_s), stop.get_token());
        QTest::qWait(0);
        stop.request_stop();
        QCOMPARE(resultOf(std::move(paused)).error().kind, ErrorKind::Cancelled);
        scene.moveOn(60s);
        QTest::qWait(0);
        QCOMPARE(scene.fake.requests().size(), 1);
    }
};

SLIPWAY_TEST_SUITE(TestGovernedLimits);

} // namespace

#include "test_governedlimits.moc"
