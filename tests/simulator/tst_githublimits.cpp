#include "simulator/githubrequests.h"

#include <QTcpSocket>

#include <array>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

/// How much may be asked of GitHub's API, and what spares it.
class GithubLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void etagsDifferByTokenAndSpareTheLimit()
    {
        Simulation simulation;
        auto& client = *simulation.client;
        const auto first = client.get(kVersions);
        const auto tag = first.header("etag");
        QVERIFY(tag.startsWith("W/\""));
        const auto again = client.get(kVersions, {{"if-none-match", tag}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
        QCOMPARE(again.header("x-ratelimit-used"), first.header("x-ratelimit-used"));
        QVERIFY(client.get(kVersions, as("ghp_read")).header("etag") != tag);
        QCOMPARE(client.send("DELETE", kVersions + u"/1009"_s).status, 204);
        QCOMPARE(client.get(kVersions, {{"if-none-match", tag}}).status, 200);
    }

    void primaryLimitRunsOutAndComesBack()
    {
        SimulatorOptions options;
        options.primaryLimit = 2;
        options.anonymousLimit = 1;
        Simulation simulation(options);
        auto& client = *simulation.client;
        QCOMPARE(client.get(u"/user"_s).header("x-ratelimit-remaining"), "1"_ba);
        QCOMPARE(client.get(u"/user"_s).status, 200);
        const auto refused = client.get(u"/user"_s);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.header("x-ratelimit-remaining"), "0"_ba);
        QVERIFY(refused.json()["message"_L1].toString().startsWith("API rate limit exceeded"_L1));
        const auto limits = client.get(u"/rate_limit"_s).json();
        QCOMPARE(limits["rate"_L1]["remaining"_L1].toInt(-1), 0);
        const auto newer = client.get(u"/rate_limit"_s, {{"x-github-api-version", "2026-03-10"}}).json();
        QVERIFY(newer["rate"_L1].isUndefined());
        QCOMPARE(newer["resources"_L1]["core"_L1]["limit"_L1].toInt(), 2);
        QCOMPARE(client.get(u"/users/acme"_s, as({})).status, 200);
        QCOMPARE(client.get(u"/users/acme"_s, as({})).status, 403);
    }

    void secondaryLimitCountsPoints()
    {
        SimulatorOptions options;
        options.pointsPerMinute = 7;
        Simulation simulation(options);
        QCOMPARE(simulation.client->send("DELETE", kVersions + u"/1009"_s).status, 204); // 5 points
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200);
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200);
        const auto refused = simulation.client->get(u"/user"_s);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.header("retry-after").toInt() > 0);
        QVERIFY(refused.header("x-ratelimit-remaining").toInt() > 0);
    }

    void secondaryLimitCountsCreations()
    {
        SimulatorOptions options;
        options.creationsPerMinute = 1;
        Simulation simulation(options);
        QCOMPARE(simulation.client->send("DELETE", kVersions + u"/1009"_s).status, 204); // creates nothing
        QCOMPARE(simulation.client->send("POST", kVersions + u"/1009/restore"_s).status, 204);
        const auto refused = simulation.client->send("POST", kVersions + u"/1009/restore"_s);
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.header("retry-after").toInt() > 0);
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200);
    }

    void secondaryLimitCountsWhatIsUnderWay()
    {
        SimulatorOptions options;
        options.concurrentRequests = 2;
        options.latency = std::chrono::milliseconds(200);
        Simulation simulation(options);
        std::array<QTcpSocket, 3> sockets;
        const int port = simulation.server->apiUrl().port();
        int refused = 0;
        for (auto& socket : sockets) {
            socket.connectToHost(u"127.0.0.1"_s, static_cast<quint16>(port));
            socket.write("GET /user HTTP/1.1\r\nHost: x\r\nUser-Agent: test\r\nx-wrong-on-purpose: yes\r\n"
                         "Authorization: Bearer ghp_all\r\n\r\n");
        }
        for (auto& socket : sockets) {
            QVERIFY(QTest::qWaitFor([&socket] { return socket.bytesAvailable() > 0; }));
            refused += socket.readAll().startsWith("HTTP/1.1 403") ? 1 : 0;
        }
        QCOMPARE(refused, 1);
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200); // alone
    }
};

QTEST_GUILESS_MAIN(GithubLimitsTest)
#include "tst_githublimits.moc"
