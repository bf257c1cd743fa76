#include "github/githubclient.h"
#include "support/faketransport.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

const auto kLogin = R"({"login":"northquay","id":7,"type":"Organization"})"_ba;

GithubAccess access(const QString& url = u"https://api.github.com"_s)
{
    return {QUrl(url), u"ghp_0123456789abcdef"_s};
}

class TestGithubClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsGithubWants()
    {
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer(kLogin); });
        const GithubClient client(transport, access(), {});
        QCOMPARE(resultOf(client.owner(u"northquay"_s, {})).value(),
                 (Owner{u"northquay"_s, 7, OwnerKind::Organization}));
        QCOMPARE(transport.lines(), QStringList{u"GET /users/northquay"_s});
        const auto& request = transport.requests().front();
        QCOMPARE(FakeTransport::header(request, "accept"), "application/vnd.github+json");
        QCOMPARE(FakeTransport::header(request, "x-github-api-version"), "2022-11-28");
        QCOMPARE(FakeTransport::header(request, "authorization"), "Bearer ghp_0123456789abcdef");
        QCOMPARE(request.traffic, Traffic::Api);
        QCOMPARE(request.redirects, RedirectRule::SameHost);
        QVERIFY(!request.url.toString().contains("ghp_"_L1));
    }

    void anonymousHasNoAuthorization()
    {
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer(kLogin); });
        const GithubClient client(transport, {}, {});
        QVERIFY(resultOf(client.owner(u"northquay"_s, {})));
        QVERIFY(FakeTransport::header(transport.requests().front(), "authorization").isNull());
    }

    void paths_data()
    {
        QTest::addColumn<QString>("api");
        QTest::addColumn<int>("owner");
        QTest::addColumn<QString>("package");
        QTest::addColumn<QStringList>("urls");
        QTest::newRow("organization")
            << u"https://api.github.com"_s << int(OwnerKind::Organization) << u"torch-cpu"_s
            << QStringList{
                   u"https://api.github.com/orgs/northquay/packages?package_type=container&per_page=100"_s,
                   u"https://api.github.com/orgs/northquay/packages/container/torch-cpu/versions?state=active&per_page=100"_s};
        QTest::newRow("user and a slash in the name")
            << u"https://api.github.com"_s << int(OwnerKind::User) << u"kas/kas"_s
            << QStringList{
                   u"https://api.github.com/users/northquay/packages?package_type=container&per_page=100"_s,
                   u"https://api.github.com/users/northquay/packages/container/kas%2Fkas/versions?state=active&per_page=100"_s};
        QTest::newRow("path prefix")
            << u"http://127.0.0.1:8080/api/v3"_s << int(OwnerKind::Organization) << u"kas/kas"_s
            << QStringList{
                   u"http://127.0.0.1:8080/api/v3/orgs/northquay/packages?package_type=container&per_page=100"_s,
                   u"http://127.0.0.1:8080/api/v3/orgs/northquay/packages/container/kas%2Fkas/versions?state=active&per_page=100"_s};
        QTest::newRow("prefix with a slash behind")
            << u"https://ghe.example/api/v3/"_s << int(OwnerKind::Organization) << u"a%b"_s
            << QStringList{
                   u"https://ghe.example/api/v3/orgs/northquay/packages?package_type=container&per_page=100"_s,
                   u"https://ghe.example/api/v3/orgs/northquay/packages/container/a%25b/versions?state=active&per_page=100"_s};
    }

    void paths()
    {
        QFETCH(QString, api);
        QFETCH(int, owner);
        QFETCH(QString, package);
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer("[]"); });
        const GithubClient client(transport, access(api), {});
        const Owner who{u"northquay"_s, 7, static_cast<OwnerKind>(owner)};
        QVERIFY(resultOf(client.packages(who, nullptr, {})));
        QVERIFY(resultOf(client.versions({who, {package}, VersionState::Active}, nullptr, {})));
        QStringList urls;
        for (const auto& request : transport.requests())
            urls.append(request.url.toString(QUrl::FullyEncoded));
        QTEST(urls, "urls");
    }

    void deletedVersions()
    {
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer("[]"); });
        const GithubClient client(transport, access(), {});
        QVERIFY(
            resultOf(client.versions({{u"o"_s, 1, OwnerKind::User}, {u"p"_s}, VersionState::Deleted}, nullptr, {})));
        QVERIFY(transport.lines().front().contains("state=deleted"_L1));
    }

    void failures_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("unknown owner") << 404 << R"({"message":"Not Found"})"_ba << int(ErrorKind::NotFound);
        QTest::newRow("bad token") << 401 << R"({"message":"Bad credentials"})"_ba << int(ErrorKind::Unauthorized);
        QTest::newRow("server") << 502 << "<html>"_ba << int(ErrorKind::Server);
        QTest::newRow("web page") << 200 << "<html>log in</html>"_ba << int(ErrorKind::NotJson);
        QTest::newRow("other shape") << 200 << "[]"_ba << int(ErrorKind::Malformed);
        QTest::newRow("not followed") << 302 << ""_ba << int(ErrorKind::UnexpectedStatus);
    }

    void failures()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        FakeTransport transport([&](const HttpRequest&) { return answerWith(status, body); });
        const GithubClient client(transport, access(), {});
        const auto owner = resultOf(client.owner(u"nobody"_s, {}));
        QVERIFY(!owner);
        QTEST(int(owner.error().kind), "kind");
        QVERIFY2(owner.error().subject.contains("nobody"_L1), qPrintable(owner.error().subject));
    }

    void stopped()
    {
        FakeTransport transport([](const HttpRequest&) { return jsonAnswer(kLogin); });
        transport.setHolds([](const HttpRequest&) { return true; });
        const GithubClient client(transport, access(), {});
        std::stop_source stop;
        auto task = client.owner(u"northquay"_s, stop.get_token());
        stop.request_stop();
        QCOMPARE(resultOf(std::move(task)).error().kind, ErrorKind::Cancelled);
    }
};

SLIPWAY_TEST_SUITE(TestGithubClient);

} // namespace

#include "test_githubclient.moc"
