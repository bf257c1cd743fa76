#include "accounts/tokencheck.h"
#include "net/networktransport.h"
#include "simulator/simulatorserver.h"
#include "simulator/statefile.h"
#include "support/apiversion.h"
#include "support/suite.h"
#include "support/waiting.h"

#include <QTest>
#include <QTimer>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr auto kState =
    R"({"version":1,"anchor":"2025-11-21T14:32:00Z","owner":{"login":"acme","id":7,"type":"Organization"},
  "viewer":{"login":"robin","id":8},"layers":{},"packages":[],"tokens":{
  "ghp_all":{"scopes":["write:packages","delete:packages"],"expiresAt":"2026-01-02T03:04:05Z"},
  "ghp_read":{"scopes":["read:packages"]},"ghp_none":{"scopes":[]},
  "ghp_sso":{"scopes":["read:packages"],"sso":true},"github_pat_fine":{"scopes":[]}}})";

} // namespace

/// Against the simulator over real HTTP.
class TestTokenCheck final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodToken()
    {
        const auto check = checked(u"ghp_all"_s);
        QVERIFY2(check, qPrintable(check ? QString() : check.error().detail));
        QCOMPARE(check->login, u"robin"_s);
        QCOMPARE(check->kind, TokenKind::Classic);
        QCOMPARE(*check->scopes, (QStringList{u"write:packages"_s, u"delete:packages"_s}));
        QCOMPARE(check->expiresAt, QDateTime::fromString(u"2026-01-02T03:04:05Z"_s, Qt::ISODate));
        QVERIFY(isSufficient(check->grants));
        QCOMPARE(check->owners.size(), 2U);
        QCOMPARE(check->owners[0].login, u"robin"_s);
        QCOMPARE(check->owners[1].login, u"acme"_s);
        QVERIFY(!check->owners[1].error);
        QVERIFY(!check->organizations && !check->hasHiddenOrganizations);
    }

    void missingScope()
    {
        const auto check = checked(u"ghp_none"_s);
        QVERIFY(check);
        QVERIFY(!isSufficient(check->grants));
        QVERIFY(!check->expiresAt.isValid());
        QCOMPARE(check->owners[1].error->kind, ErrorKind::Forbidden);
        QVERIFY(check->owners[1].error->detail.contains("read:packages"_L1));
    }

    void singleSignOn()
    {
        const auto check = checked(u"ghp_sso"_s);
        QVERIFY(check->hasHiddenOrganizations);
        QCOMPARE(check->owners.size(), 1U);
        const auto named = checked(u"ghp_sso"_s, {u"acme"_s});
        QCOMPARE(named->owners.size(), 1U);
        QCOMPARE(named->owners[0].error->kind, ErrorKind::Forbidden);
        QVERIFY(named->owners[0].error->detail.contains("single sign-on"_L1));
    }

    void ownersAskedFor()
    {
        const auto check = checked(u"ghp_read"_s, {u"ACME"_s, u"nobody"_s});
        QCOMPARE(check->owners.size(), 2U);
        QCOMPARE(check->owners[0].login, u"acme"_s);
        QVERIFY(!check->owners[0].error);
        QCOMPARE(check->owners[1].error->kind, ErrorKind::NotFound);
    }

    void fineGrainedToken()
    {
        const auto check = checked(u"github_pat_fine"_s);
        QCOMPARE(check->kind, TokenKind::FineGrained);
        QVERIFY(!isSufficient(check->grants));
        QVERIFY(!check->owners[0].error); // its kind says it once
    }

    void badToken()
    {
        const auto check = checked(u"ghp_wrongwrongwrong"_s);
        QVERIFY(!check);
        QCOMPARE(check.error().kind, ErrorKind::Unauthorized);
        QVERIFY(!check.error().detail.contains("ghp_wrong"_L1));
    }

    void organisationsThatCannotBeListed()
    {
        SimulatorOptions options;
        options.faults.append(*parseFault(u"status=500,route=/user/orgs"_s));
        const auto check = checked(u"ghp_all"_s, {}, options);
        QVERIFY(check);
        QCOMPARE(check->organizations->kind, ErrorKind::Server);
        QCOMPARE(check->owners.size(), 1U);
    }

    void stops()
    {
        std::stop_source stop;
        SimulatorOptions options;
        options.latency = std::chrono::seconds(30);
        QTimer::singleShot(50, this, [&stop] { stop.request_stop(); });
        const auto check = checked(u"ghp_all"_s, {}, options, stop.get_token());
        QCOMPARE(check.error().kind, ErrorKind::Cancelled);
    }

    void tellsHowFarItIs()
    {
        QList<std::pair<int, int>> steps;
        m_progress = [&steps](int done, int total) { steps.append({done, total}); };
        QVERIFY(checked(u"ghp_all"_s));
        m_progress = {};
        QCOMPARE(steps, (QList<std::pair<int, int>>{{0, 0}, {0, 2}, {1, 2}}));
    }

private:
    [[nodiscard]] Result<TokenCheck> checked(const QString& token, const QStringList& owners = {},
                                             SimulatorOptions options = {}, std::stop_token stop = {})
    {
        auto state = parseState(kState, u"state"_s);
        if (!state)
            return std::unexpected(state.error());
        SimulatorServer server(*std::move(state), std::move(options));
        if (const auto started = server.start(); !started)
            return std::unexpected(started.error());
        NetworkTransport transport("test");
        const GithubClient client(transport, {server.apiUrl(), token, apiVersion()}, Clock());
        return resultOf(checkToken(client, {token, TokenUse::ReadingAndCleanup, owners}, m_progress, stop));
    }

    CheckProgress m_progress;
};

SLIPWAY_TEST_SUITE(TestTokenCheck);

#include "test_tokencheck.moc"
