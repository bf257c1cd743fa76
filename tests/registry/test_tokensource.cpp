#include "registry/tokensource.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>
#include <QUrlQuery>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kChallenge = "Bearer realm=\"https://ghcr.io/token\",service=\"ghcr.io\""_ba;

bool isPing(const HttpRequest& request)
{
    return request.url.path() == "/v2/"_L1;
}

/// A registry that gives a new token each time: "token-1", "token-2", …
struct TokenServer {
    QByteArray challenge = kChallenge;
    std::shared_ptr<int> given = std::make_shared<int>(0);

    Result<HttpResponse> operator()(const HttpRequest& request) const
    {
        if (isPing(request))
            return answerWith(401, {}, {{"WWW-Authenticate"_ba, challenge}});
        return jsonAnswer(R"({"token":"token-)" + QByteArray::number(++*given) + R"("})");
    }
};

RegistryAccess access(const QString& secret = {})
{
    return {QUrl(u"https://ghcr.io"_s), u"me"_s, secret};
}

int pings(const FakeTransport& transport)
{
    return int(std::ranges::count_if(transport.requests(), isPing));
}

class TestTokenSource final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceForFiftyAtOnce()
    {
        FakeTransport transport{TokenServer()};
        TokenSource source(transport, access(), {});
        std::vector<Task<Result<QByteArray>>> askers;
        for (int i = 0; i < 50; ++i)
            askers.push_back(source.pullToken(u"northquay/torch"_s, {}));
        for (auto& asker : askers)
            QCOMPARE(resultOf(std::move(asker)).value(), "token-1");
        QCOMPARE(transport.lines(),
                 (QStringList{u"GET /v2/"_s, u"GET /token?service=ghcr.io&scope=repository:northquay/torch:pull"_s}));
        QCOMPARE(resultOf(source.pullToken(u"northquay/torch"_s, {})).value(), "token-1"); // and later
        QCOMPARE(transport.requests().size(), 2);
    }

    void renewsInTime_data()
    {
        QTest::addColumn<QByteArray>("lifetime");
        QTest::addColumn<int>("good");
        QTest::newRow("not told, as at ghcr.io") << "null"_ba << 49;
        QTest::newRow("told") << "300"_ba << 249;
        QTest::newRow("less than a minute") << "5"_ba << 49;
        QTest::newRow("over already") << "-57"_ba << 49;
        QTest::newRow("nonsense") << R"("soon")"_ba << 49;
        QTest::newRow("for ever") << "9223372036854775807"_ba << 20 * 3600 - 1;
    }

    void renewsInTime()
    {
        QFETCH(const QByteArray, lifetime);
        QFETCH(const int, good);
        int given = 0;
        FakeTransport transport([&](const HttpRequest& request) -> Result<HttpResponse> {
            if (isPing(request))
                return answerWith(401, {}, {{"WWW-Authenticate"_ba, kChallenge}});
            const QByteArray token = "token-" + QByteArray::number(++given);
            return jsonAnswer(R"({"token":")" + token + R"(","expires_in":)" + lifetime + '}');
        });
        TokenSource::Moment now;
        TokenSource source(transport, access(), {}, [&now] { return now; });
        const auto token = [&source] { return resultOf(source.pullToken(u"northquay/torch"_s, {})).value(); };
        QCOMPARE(token(), "token-1");
        now += std::chrono::seconds(good);
        QCOMPARE(token(), "token-1");
        now += std::chrono::seconds(1);
        QCOMPARE(token(), "token-2");
        now += std::chrono::seconds(good);
        QCOMPARE(token(), "token-2");
        QCOMPARE(pings(transport), 1);
    }

    void onePingForManyRepositories()
    {
        FakeTransport transport{TokenServer()};
        TokenSource source(transport, access(), {});
        std::vector<Task<Result<QByteArray>>> askers;
        for (int i = 0; i < 20; ++i)
            askers.push_back(source.pullToken(u"northquay/p%1"_s.arg(i), {}));
        QSet<QByteArray> tokens;
        for (auto& asker : askers)
            tokens.insert(resultOf(std::move(asker)).value());
        QCOMPARE(tokens.size(), 20);
        QCOMPARE(pings(transport), 1);
        QCOMPARE(transport.requests().size(), 21);
    }

    void forgottenTokenIsRenewed()
    {
        FakeTransport transport{TokenServer()};
        TokenSource source(transport, access(), {});
        const QString repository = u"northquay/torch"_s;
        QCOMPARE(resultOf(source.pullToken(repository, {})).value(), "token-1");
        source.forget(repository, "token-1");
        QCOMPARE(resultOf(source.pullToken(repository, {})).value(), "token-2");
        source.forget(repository, "token-1"); // somebody late: it is not the present one
        QCOMPARE(resultOf(source.pullToken(repository, {})).value(), "token-2");
        QCOMPARE(pings(transport), 1);
    }

    void registryWithoutAuthentication()
    {
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer("{}"); });
        TokenSource source(transport, access(u"secret"_s), {});
        QCOMPARE(resultOf(source.pullToken(u"a/b"_s, {})).value(), QByteArray());
        QCOMPARE(resultOf(source.pullToken(u"a/c"_s, {})).value(), QByteArray());
        QCOMPARE(transport.lines(), QStringList{u"GET /v2/"_s});
    }

    void secretGoesToTheRealmOnly()
    {
        FakeTransport transport{TokenServer()};
        TokenSource source(transport, access(u"ghp_geheimnis"_s), {});
        QVERIFY(resultOf(source.pullToken(u"a/b"_s, {})));
        QVERIFY(FakeTransport::header(transport.requests()[0], "Authorization").isNull()); // the ping
        QCOMPARE(FakeTransport::header(transport.requests()[1], "Authorization"),
                 "Basic " + "me:ghp_geheimnis"_ba.toBase64());
        for (const auto& request : transport.requests()) {
            QCOMPARE(request.traffic, isPing(request) ? Traffic::Registry : Traffic::Token);
            QCOMPARE(request.redirects, RedirectRule::Refuse);
            QVERIFY(!request.url.toString().contains("geheimnis"_L1));
        }
    }

    void realmKeepsItsQuery()
    {
        FakeTransport transport{TokenServer{"Bearer realm=\"https://ghcr.io/token?account=x\",service=\"ghcr.io\""_ba}};
        TokenSource source(transport, access(), {});
        QVERIFY(resultOf(source.pullToken(u"a/b"_s, {})));
        const QUrlQuery query(transport.requests().last().url);
        QCOMPARE(query.queryItemValue(u"account"_s), u"x"_s);
        QCOMPARE(query.queryItemValue(u"scope"_s), u"repository:a/b:pull"_s);
    }

    void foreignRealm_data()
    {
        QTest::addColumn<QByteArray>("realm");
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("plain http elsewhere") << "http://evil.example/token"_ba << false;
        QTest::newRow("plain http on the same host") << "http://ghcr.io/token"_ba << false;
        QTest::newRow("other scheme") << "ftp://ghcr.io/token"_ba << false;
        QTest::newRow("https elsewhere is how Docker Hub does it") << "https://auth.example/token"_ba << true;
    }

    void foreignRealm()
    {
        QFETCH(QByteArray, realm);
        QFETCH(bool, isAsked);
        FakeTransport transport{TokenServer{"Bearer realm=\"" + realm + "\""}};
        TokenSource source(transport, access(u"secret"_s), {});
        const auto token = resultOf(source.pullToken(u"a/b"_s, {}));
        QCOMPARE(token.has_value(), isAsked);
        QCOMPARE(transport.requests().size(), isAsked ? 2 : 1);
        if (!isAsked)
            QCOMPARE(token.error().kind, ErrorKind::ForeignHost);
    }

    void answers_data()
    {
        QTest::addColumn<HttpResponse>("answer");
        QTest::addColumn<QString>("outcome"); // the token or the kind of error
        QTest::newRow("access_token") << jsonAnswer(R"({"access_token":"abc"})") << u"abc"_s;
        QTest::newRow("both") << jsonAnswer(R"({"token":"one","access_token":"two","expires_in":300})") << u"one"_s;
        QTest::newRow("none") << jsonAnswer("{}") << u"malformed"_s;
        QTest::newRow("a number") << jsonAnswer(R"({"token":5})") << u"malformed"_s;
        QTest::newRow("web page") << answerWith(200, "<html>") << u"not-json"_s;
        QTest::newRow("secret refused") << answerWith(401) << u"unauthorized"_s;
        QTest::newRow("forbidden") << answerWith(403, R"({"errors":[{"code":"DENIED"}]})") << u"forbidden"_s;
        QTest::newRow("unavailable") << answerWith(503) << u"server"_s;
        QTest::newRow("redirect is not followed")
            << answerWith(302, {}, {{"Location"_ba, "https://evil.example/"_ba}}) << u"unexpected-status"_s;
    }

    void answers()
    {
        QFETCH(HttpResponse, answer);
        FakeTransport transport([&](const HttpRequest& request) {
            return isPing(request) ? answerWith(401, {}, {{"WWW-Authenticate"_ba, kChallenge}}) : answer;
        });
        TokenSource source(transport, access(), {});
        const auto token = resultOf(source.pullToken(u"northquay/torch"_s, {}));
        QTEST(token ? QString::fromLatin1(*token) : errorKindName(token.error().kind), "outcome");
        if (!token)
            QVERIFY(token.error().subject.contains("northquay/torch"_L1));
    }

    void failedPingIsAskedAgain()
    {
        int asked = 0;
        const TokenServer server;
        FakeTransport transport(
            [&](const HttpRequest& request) { return ++asked == 1 ? answerWith(500) : server(request); });
        TokenSource source(transport, access(), {});
        QCOMPARE(resultOf(source.pullToken(u"a/b"_s, {})).error().kind, ErrorKind::Server);
        QCOMPARE(resultOf(source.pullToken(u"a/b"_s, {})).value(), "token-1");
    }

    void challengeThatIsNoBearer()
    {
        FakeTransport transport{TokenServer{R"(Basic realm="x")"_ba}};
        TokenSource source(transport, access(), {});
        QCOMPARE(resultOf(source.pullToken(u"a/b"_s, {})).error().kind, ErrorKind::UnexpectedStatus);
    }

    void firstAskerStopped_data()
    {
        QTest::addColumn<bool>("whilePinging");
        QTest::newRow("while the registry is asked") << true;
        QTest::newRow("while the token is asked") << false;
    }

    void firstAskerStopped()
    {
        QFETCH(bool, whilePinging);
        FakeTransport transport{TokenServer()};
        transport.setHolds([&](const HttpRequest& request) { return isPing(request) == whilePinging; });
        TokenSource source(transport, access(), {});
        std::stop_source stop;
        auto first = source.pullToken(u"a/b"_s, stop.get_token());
        std::vector<Task<Result<QByteArray>>> others;
        for (int i = 0; i < 10; ++i)
            others.push_back(source.pullToken(u"a/b"_s, {}));
        const qsizetype heldAt = whilePinging ? 1 : 2;
        QVERIFY(eventually([&] { return transport.requests().size() == heldAt; }));
        stop.request_stop();
        QCOMPARE(resultOf(std::move(first)).error().kind, ErrorKind::Cancelled);
        QVERIFY(eventually([&] { return transport.requests().size() == heldAt + 1; })); // the next one asks
        transport.release();
        for (auto& other : others)
            QCOMPARE(resultOf(std::move(other)).value().first(6), "token-");
        QCOMPARE(transport.requests().size(), 3); // once more than without the stop, not once for each
    }

    void everybodyStopped()
    {
        FakeTransport transport{TokenServer()};
        transport.setHolds([](const HttpRequest&) { return true; });
        TokenSource source(transport, access(), {});
        std::stop_source stop;
        std::vector<Task<Result<QByteArray>>> askers;
        for (int i = 0; i < 5; ++i)
            askers.push_back(source.pullToken(u"a/b"_s, stop.get_token()));
        QVERIFY(eventually([&] { return transport.requests().size() == 1; }));
        stop.request_stop();
        for (auto& asker : askers)
            QCOMPARE(resultOf(std::move(asker)).error().kind, ErrorKind::Cancelled);
        QCOMPARE(transport.requests().size(), 1);
    }
};

SLIPWAY_TEST_SUITE(TestTokenSource);

} // namespace

#include "test_tokensource.moc"
