#include "net/governor.h"
#include "support/faketransport.h"
#include "support/suite.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{

/// 2025-11-21 14:32:00 UTC.
constexpr Moment kNow{1'763'735'520s};
constexpr auto kServerNow = "Fri, 21 Nov 2025 14:32:00 GMT"_L1;

QByteArray seconds(Moment moment)
{
    return QByteArray::number(std::chrono::floor<std::chrono::seconds>(moment).time_since_epoch().count());
}

QList<HttpHeader> limitHeaders(int remaining, Moment reset, int limit = 5000)
{
    return {{"x-ratelimit-limit"_ba, QByteArray::number(limit)},
            {"x-ratelimit-remaining"_ba, QByteArray::number(remaining)},
            {"x-ratelimit-reset"_ba, seconds(reset)},
            {"Date"_ba, QByteArray(kServerNow.data())}};
}

HttpResponse refused(int status, QList<HttpHeader> headers = {})
{
    return answerWith(status, R"({"message":"You have exceeded a secondary rate limit."})", std::move(headers));
}

/// One request, begun and answered at this moment.
void exchange(Governor& governor, const Result<HttpResponse>& answer, Moment now = kNow,
              HttpMethod method = HttpMethod::Get)
{
    governor.begin(method, now);
    governor.note(answer, method, now, now);
}

/// "go", "after another", or "in 60000 ms: primary limit (background)".
QString told(Governor& governor, Moment now = kNow, HttpMethod method = HttpMethod::Get,
             Urgency urgency = Urgency::Person)
{
    const Admission admission = governor.admit(method, urgency, now);
    if (admission.verdict == Admission::Verdict::Go)
        return u"go"_s;
    QString text = admission.verdict == Admission::Verdict::AfterAnother
                       ? u"after another"_s
                       : u"in %1 ms"_s.arg((admission.at - now).count());
    if (admission.pause) {
        static const QStringList kReasons{u"primary"_s, u"secondary"_s, u"retry-after"_s, u"floor"_s};
        text += u": "_s + kReasons[static_cast<int>(*admission.pause)];
    }
    static const QStringList kScopes{u""_s, u" (background)"_s, u" (changes)"_s};
    return text + kScopes[static_cast<int>(admission.scope)];
}

class TestGovernor final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thirtyTwoAtOnce()
    {
        Governor governor;
        for (int i = 0; i < 32; ++i) {
            QCOMPARE(told(governor), u"go"_s);
            governor.begin(HttpMethod::Get, kNow);
        }
        QCOMPARE(told(governor), u"after another"_s);
        governor.note(failure(ErrorKind::Network, {}), HttpMethod::Get, kNow, kNow);
        QCOMPARE(told(governor), u"go"_s);
    }

    void pointsAMinute()
    {
        Governor governor;
        for (int i = 0; i < 100; ++i)
            exchange(governor, answerWith(204), kNow, HttpMethod::Delete); // 5 each
        for (int i = 0; i < 399; ++i)
            exchange(governor, answerWith(200), kNow + 10s);
        QCOMPARE(told(governor, kNow + 20s), u"go"_s);
        exchange(governor, answerWith(200), kNow + 20s); // 900
        QCOMPARE(told(governor, kNow + 20s), u"in 41000 ms"_s);
        QCOMPARE(told(governor, kNow + 20s, HttpMethod::Delete), u"in 41000 ms"_s);
        QCOMPARE(told(governor, kNow + 61s), u"go"_s);
        for (int i = 0; i < 500; ++i)
            exchange(governor, answerWith(200), kNow + 61s);
        QCOMPARE(told(governor, kNow + 61s), u"in 10000 ms"_s);
        QCOMPARE(told(governor, kNow + 61s, HttpMethod::Post), u"in 10000 ms"_s);
    }

    void neverMoreThanThePointsInAnyMinute()
    {
        Governor governor;
        std::deque<std::pair<Moment, int>> gone;
        Moment now = kNow;
        int sent = 0;
        for (int i = 0; sent < 4000; ++i) {
            const auto method = i % 7 == 0 ? HttpMethod::Delete : HttpMethod::Get;
            const Admission admission = governor.admit(method, Urgency::Person, now);
            if (admission.verdict == Admission::Verdict::At) {
                QVERIFY(admission.at > now);
                now = admission.at;
                continue;
            }
            exchange(governor, answerWith(200), now, method);
            gone.emplace_back(now, method == HttpMethod::Delete ? 5 : 1);
            ++sent;
            now += std::chrono::milliseconds(i * 7919 % 40);
            int points = 0;
            for (const auto& [when, cost] : gone)
                points += when > now - 60s ? cost : 0;
            QVERIFY2(points <= 900, qPrintable(QString::number(points)));
        }
        QVERIFY(now - kNow > 5min);
    }

    void noPointsForARegistry()
    {
        Governor governor(GovernorLimits::withoutPoints({}));
        for (int i = 0; i < 2000; ++i)
            exchange(governor, answerWith(200));
        QCOMPARE(told(governor), u"go"_s);
    }

    void changesOneByOne()
    {
        Governor governor;
        governor.begin(HttpMethod::Delete, kNow);
        QCOMPARE(told(governor, kNow, HttpMethod::Put), u"after another (changes)"_s);
        QCOMPARE(told(governor), u"go"_s);
        governor.note(answerWith(204), HttpMethod::Delete, kNow, kNow + 1s);
        QCOMPARE(told(governor, kNow + 1s, HttpMethod::Delete), u"go"_s);
    }

    void creationsASecondApart()
    {
        Governor governor;
        exchange(governor, answerWith(201), kNow, HttpMethod::Post);
        QCOMPARE(told(governor, kNow + 300ms, HttpMethod::Post), u"in 700 ms (changes)"_s);
        QCOMPARE(told(governor, kNow + 300ms, HttpMethod::Patch), u"in 700 ms (changes)"_s);
        QCOMPARE(told(governor, kNow + 300ms, HttpMethod::Delete), u"go"_s);
        QCOMPARE(told(governor, kNow + 1s, HttpMethod::Post), u"go"_s);
    }

    void retryAfter_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("next");
        QTest::newRow("seconds") << 429 << "7"_ba << ""_ba << u"in 7000 ms: retry-after"_s;
        QTest::newRow("forbidden") << 403 << "7"_ba << ""_ba << u"in 7000 ms: retry-after"_s;
        QTest::newRow("milliseconds") << 429 << "250ms"_ba << ""_ba << u"in 250 ms: retry-after"_s;
        QTest::newRow("microseconds") << 429 << "2500us"_ba << ""_ba << u"in 3 ms: retry-after"_s;
        QTest::newRow("in the body") << 429 << ""_ba << "retry-after: 10.3ms"_ba << u"in 11 ms: retry-after"_s;
        QTest::newRow("unavailable") << 503 << "2"_ba << ""_ba << u"in 2000 ms: retry-after"_s;
        QTest::newRow("just unavailable") << 503 << ""_ba << ""_ba << u"go"_s;
        QTest::newRow("permission") << 403 << ""_ba << R"({"message":"Must have admin rights"})"_ba << u"go"_s;
        QTest::newRow("not found") << 404 << "7"_ba << ""_ba << u"go"_s;
    }

    void retryAfter()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        QFETCH(QString, next);
        Governor governor;
        exchange(governor,
                 answerWith(status, body,
                            header.isEmpty() ? QList<HttpHeader>() : QList<HttpHeader>{{"Retry-After"_ba, header}}));
        QCOMPARE(told(governor), next);
        QCOMPARE(governor.pause(kNow).has_value(), next != "go"_L1);
        QCOMPARE(told(governor, kNow + 7s), u"go"_s);
    }

    void primaryLimit()
    {
        Governor governor;
        exchange(governor, refused(403, limitHeaders(0, kNow + 20min)));
        // A second more: the server's Date has no fractions.
        QCOMPARE(told(governor), u"in 1201000 ms: primary"_s);
        QCOMPARE(told(governor, kNow + 20min + 1s), u"go"_s);
        exchange(governor, answerWith(200, {}, limitHeaders(4999, kNow + 80min)), kNow + 21min);
        QCOMPARE(told(governor, kNow + 21min, HttpMethod::Get, Urgency::Background), u"go"_s);
    }

    void lastRequestOfTheHourPausesToo()
    {
        Governor governor;
        exchange(governor, answerWith(200, {}, limitHeaders(0, kNow + 60s)));
        QCOMPARE(told(governor), u"in 61000 ms: primary"_s);
    }

    void resetIsTheServersTime_data()
    {
        QTest::addColumn<std::chrono::seconds>("ahead"); // our clock
        for (const auto ahead : {0s, 3600s, -3600s, 31'536'000s})
            QTest::addRow("%lld s", static_cast<long long>(ahead.count())) << ahead;
    }

    void resetIsTheServersTime()
    {
        QFETCH(const std::chrono::seconds, ahead);
        Governor governor;
        exchange(governor, refused(403, limitHeaders(0, kNow + 10min)), kNow + ahead);
        QCOMPARE(told(governor, kNow + ahead), u"in 601000 ms: primary"_s);
    }

    void resetWithoutDateIsTakenAsItIs()
    {
        auto headers = limitHeaders(0, kNow + 10min);
        headers.removeLast();
        Governor governor;
        exchange(governor, refused(403, headers));
        QCOMPARE(told(governor), u"in 600000 ms: primary"_s);
    }

    void resetInThePastIsNoReset()
    {
        Governor governor;
        exchange(governor, refused(403, limitHeaders(0, kNow - 10min)));
        QCOMPARE(told(governor), u"in 60000 ms: secondary"_s);
    }

    void secondaryLimitDoubles()
    {
        Governor governor;
        exchange(governor, refused(403));
        QCOMPARE(told(governor), u"in 60000 ms: secondary"_s);
        Moment now = kNow + 60s;
        exchange(governor, refused(403), now);
        QCOMPARE(told(governor, now), u"in 120000 ms: secondary"_s);
        now += 120s;
        for (int i = 0; i < 20; ++i) {
            exchange(governor, refused(429), now);
            now = governor.pause(now)->until;
        }
        exchange(governor, refused(403), now);
        QCOMPARE(told(governor, now), u"in 3600000 ms: secondary"_s); // an hour at most
        now += 1h;
        exchange(governor, answerWith(200), now);
        exchange(governor, refused(403), now);
        QCOMPARE(told(governor, now), u"in 60000 ms: secondary"_s);
    }

    void refusalsOfOneBurstAreOne()
    {
        Governor governor;
        for (int i = 0; i < 32; ++i)
            governor.begin(HttpMethod::Get, kNow);
        for (int i = 0; i < 32; ++i)
            governor.note(refused(403), HttpMethod::Get, kNow, kNow + std::chrono::milliseconds(i + 1));
        QCOMPARE(told(governor, kNow + 1s), u"in 59001 ms: secondary"_s);
        exchange(governor, refused(403), kNow + 61s);
        QCOMPARE(told(governor, kNow + 61s), u"in 120000 ms: secondary"_s);
    }

    void floor_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("remaining");
        QTest::addColumn<QString>("background");
        QTest::newRow("above") << 5000 << 251 << u"go"_s;
        QTest::newRow("at the floor") << 5000 << 250 << u"in 601000 ms: floor (background)"_s;
        QTest::newRow("anonymous, above") << 60 << 4 << u"go"_s;
        QTest::newRow("anonymous") << 60 << 3 << u"in 601000 ms: floor (background)"_s;
    }

    void floor()
    {
        QFETCH(int, limit);
        QFETCH(int, remaining);
        QFETCH(QString, background);
        Governor governor;
        exchange(governor, answerWith(200, {}, limitHeaders(remaining, kNow + 10min, limit)));
        QCOMPARE(told(governor), u"go"_s);
        QCOMPARE(told(governor, kNow, HttpMethod::Get, Urgency::Background), background);
        QCOMPARE(told(governor, kNow + 601s, HttpMethod::Get, Urgency::Background), u"go"_s);
        QVERIFY(!governor.pause(kNow));
    }

    void requestsUnderWayCountForTheFloor()
    {
        Governor governor;
        exchange(governor, answerWith(200, {}, limitHeaders(260, kNow + 10min)));
        for (int i = 0; i < 9; ++i)
            governor.begin(HttpMethod::Get, kNow);
        QCOMPARE(told(governor, kNow, HttpMethod::Get, Urgency::Background), u"go"_s);
        governor.begin(HttpMethod::Get, kNow);
        QCOMPARE(told(governor, kNow, HttpMethod::Get, Urgency::Background), u"in 601000 ms: floor (background)"_s);
    }

    void lateAnswersDoNotRaiseWhatRemains()
    {
        Governor governor;
        exchange(governor, answerWith(200, {}, limitHeaders(300, kNow + 10min)));
        exchange(governor, answerWith(200, {}, limitHeaders(302, kNow + 10min)));
        QCOMPARE(governor.rateLimit()->remaining, 300);
        exchange(governor, answerWith(200, {}, limitHeaders(4999, kNow + 70min)));
        QCOMPARE(governor.rateLimit()->remaining, 4999);
    }

    void otherResourcesAreNotTheHour()
    {
        Governor governor;
        auto headers = limitHeaders(0, kNow + 10min, 30);
        headers.append({"x-ratelimit-resource"_ba, "search"_ba});
        exchange(governor, answerWith(200, {}, headers));
        QCOMPARE(told(governor), u"go"_s);
        QVERIFY(!governor.rateLimit());
    }

    void clockSetBack()
    {
        Governor governor;
        exchange(governor, answerWith(429, {}, {{"Retry-After"_ba, "30"_ba}}));
        QCOMPARE(told(governor, kNow - 1h), u"in 30000 ms: retry-after"_s);
        QCOMPARE(told(governor, kNow - 1h + 30s), u"go"_s);
    }
};

SLIPWAY_TEST_SUITE(TestGovernor);

} // namespace

#include "test_governor.moc"
