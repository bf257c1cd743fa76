#include "net/responseerror.h"
#include "support/faketransport.h"
#include "support/suite.h"

#include <QTest>
#include <QTimeZone>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const QDateTime kNow(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::UTC);

QByteArray secondsFromNow(int seconds)
{
    return QByteArray::number(kNow.toSecsSinceEpoch() + seconds);
}

class TestResponseError final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errors_data()
    {
        QTest::addColumn<HttpResponse>("response");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("wait"); // ms, -1: not told
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const HttpResponse& response, const QString& kind, int wait,
                            const QString& detail) { QTest::newRow(name) << response << kind << wait << detail; };
        row("bad token", answerWith(401, R"({"message":"Bad credentials"})"), u"unauthorized"_s, -1,
            u"401 Bad credentials"_s);
        row("scope",
            answerWith(403, R"({"message":"x"})",
                       {{"X-Accepted-OAuth-Scopes"_ba, "read:packages"_ba}, {"X-OAuth-Scopes"_ba, "repo, gist"_ba}}),
            u"forbidden"_s, -1, u"needs the scope read:packages, the token has: repo, gist"_s);
        row("scope, token without any",
            answerWith(403, {}, {{"X-Accepted-OAuth-Scopes"_ba, "read:packages"_ba}, {"X-OAuth-Scopes"_ba, ""_ba}}),
            u"forbidden"_s, -1, u"needs the scope read:packages, the token has: none"_s);
        row("single sign-on",
            answerWith(403, {}, {{"X-GitHub-SSO"_ba, "required; url=https://github.com/orgs/o/sso?x=secret"_ba}}),
            u"forbidden"_s, -1, u"single sign-on: authorise the token for this organisation"_s);
        row("plain 403", answerWith(403, R"({"message":"Resource not accessible"})"), u"forbidden"_s, -1,
            u"403 Resource not accessible"_s);
        row("used up",
            answerWith(403, R"({"message":"API rate limit exceeded"})",
                       {{"x-ratelimit-remaining"_ba, "0"_ba}, {"x-ratelimit-reset"_ba, secondsFromNow(90)}}),
            u"rate-limited"_s, 90'000, u"403 API rate limit exceeded"_s);
        row("used up, reset already over",
            answerWith(403, {}, {{"x-ratelimit-remaining"_ba, "0"_ba}, {"x-ratelimit-reset"_ba, secondsFromNow(-5)}}),
            u"rate-limited"_s, 0, u"status 403"_s);
        row("secondary limit with a wait",
            answerWith(403, R"({"message":"You have exceeded a secondary rate limit"})",
                       {{"Retry-After"_ba, "60"_ba}, {"x-ratelimit-remaining"_ba, "4000"_ba}}),
            u"rate-limited"_s, 60'000, u"403 You have exceeded a secondary rate limit"_s);
        row("secondary limit without",
            answerWith(403, R"({"message":"You have exceeded a secondary rate limit"})",
                       {{"x-ratelimit-remaining"_ba, "4000"_ba}, {"x-ratelimit-reset"_ba, secondsFromNow(90)}}),
            u"rate-limited"_s, -1, u"403 You have exceeded a secondary rate limit"_s);
        row("429", answerWith(429, {}, {{"retry-after"_ba, "3"_ba}}), u"rate-limited"_s, 3000, u"status 429"_s);
        row("registry, ms in the body",
            answerWith(
                429,
                R"({"errors":[{"code":"TOOMANYREQUESTS","message":"retry-after: 10.3ms, allowed: 44000/minute"}]})"),
            u"rate-limited"_s, 11, u"429 retry-after: 10.3ms, allowed: 44000/minute"_s);
        row("registry, microseconds in the body", answerWith(429, "retry-after: 250\xc2\xb5s"), u"rate-limited"_s, 1,
            u"status 429"_s);
        row("header before body", answerWith(429, "retry-after: 5s", {{"retry-after"_ba, "2"_ba}}), u"rate-limited"_s,
            2000, u"status 429"_s);
        row("gone", answerWith(404, R"({"message":"Not Found"})"), u"not-found"_s, -1, u"404 Not Found"_s);
        row("retired", answerWith(410), u"not-found"_s, -1, u"status 410"_s);
        row("server", answerWith(502, "<html>secret page</html>", {{"Content-Type"_ba, "text/html; charset=utf-8"_ba}}),
            u"server"_s, -1, u"status 502, text/html"_s);
        row("maintenance", answerWith(503, {}, {{"retry-after"_ba, "120"_ba}}), u"server"_s, 120'000, u"status 503"_s);
        row("registry code without message", answerWith(400, R"({"errors":[{"code":"NAME_INVALID"}]})"),
            u"unexpected-status"_s, -1, u"400 NAME_INVALID"_s);
        row("conflict", answerWith(409), u"unexpected-status"_s, -1, u"status 409"_s);
        row("redirect", answerWith(303, {}, {{"Location"_ba, "https://github.com/"_ba}}), u"unexpected-status"_s, -1,
            u"status 303"_s);
        row("token in the message", answerWith(422, R"({"message":"bad ghp_0123456789abcdef here"})"),
            u"unexpected-status"_s, -1, u"422 bad [redacted] here"_s);
        row("message of another type", answerWith(500, R"({"message":["a"]})"), u"server"_s, -1, u"status 500"_s);
    }

    void errors()
    {
        QFETCH(HttpResponse, response);
        QFETCH(int, wait);
        const auto error = errorOf(response, u"package kas/kas"_s, kNow);
        QVERIFY(error);
        QTEST(errorKindName(error->kind), "kind");
        QTEST(error->detail, "detail");
        QCOMPARE(error->subject, u"package kas/kas"_s);
        QCOMPARE(error->retryAfter ? int(error->retryAfter->count()) : -1, wait);
    }

    void longMessagesAreCut()
    {
        const auto error = errorOf(answerWith(500, R"({"message":")" + QByteArray(5000, 'x') + R"("})"), {}, kNow);
        QVERIFY(error->detail.size() < 250);
    }

    void noError_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {200, 201, 204, 206, 299, 304})
            QTest::newRow(qPrintable(QString::number(status))) << status;
    }

    void noError()
    {
        QFETCH(int, status);
        QVERIFY(!errorOf(answerWith(status), {}, kNow));
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: not understood
        QTest::newRow("seconds") << "3"_ba << qint64(3000);
        QTest::newRow("seconds with unit") << "3s"_ba << qint64(3000);
        QTest::newRow("half a second") << "0.5"_ba << qint64(500);
        QTest::newRow("none") << "0"_ba << qint64(0);
        QTest::newRow("milliseconds are rounded up") << "10.3ms"_ba << qint64(11);
        QTest::newRow("microseconds") << "250us"_ba << qint64(1);
        QTest::newRow("microseconds, micro sign") << "2500\xc2\xb5s"_ba << qint64(3);
        QTest::newRow("spaces") << " 7 s "_ba << qint64(7000);
        QTest::newRow("more than a clock holds") << "99999999999999999999999"_ba << qint64(1'000'000'000'000);
        QTest::newRow("negative") << "-1"_ba << qint64(-1);
        QTest::newRow("minutes") << "3m"_ba << qint64(-1);
        QTest::newRow("date") << "Fri, 21 Nov 2025 14:32:00 GMT"_ba << qint64(-1);
        QTest::newRow("comma") << "1,5"_ba << qint64(-1);
        QTest::newRow("empty") << ""_ba << qint64(-1);
    }

    void retryAfter()
    {
        QFETCH(QByteArray, text);
        const auto found = parseRetryAfter(text);
        QTEST(found ? qint64(found->count()) : qint64(-1), "milliseconds");
    }
};

SLIPWAY_TEST_SUITE(TestResponseError);

} // namespace

#include "test_responseerror.moc"
