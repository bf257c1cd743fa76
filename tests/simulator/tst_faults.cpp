#include "simulator/embeddedsimulator.h"
#include "simulator/faultplan.h"
#include "simulator/fixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>

#include <cerrno>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

SimulatorOptions withFault(const QString& spec)
{
    SimulatorOptions options;
    options.faults.append(parseFault(spec).value());
    return options;
}

} // namespace

class FaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses()
    {
        const auto fault = parseFault(u"status=503,route=/v2/*/manifests/*,count=3,method=get,retry-after=7,skip=2"_s);
        QVERIFY(fault);
        QCOMPARE(*fault, (Fault{.kind = FaultKind::Status,
                                .route = u"/v2/*/manifests/*"_s,
                                .method = "GET",
                                .status = 503,
                                .skip = 2,
                                .count = 3,
                                .retryAfter = std::chrono::seconds(7)}));
        QCOMPARE(parseFault(u"reset"_s)->kind, FaultKind::Reset);
        QCOMPARE(parseFault(u"kind=slow,rate=99"_s)->bytesPerSecond, 99);
        QCOMPARE(parseFault(u"redirect"_s)->status, 302);
        QCOMPARE(parseFault(u"status=307,redirect"_s)->status, 307);
        QCOMPARE(parseFault(u"reset,moment=after"_s)->moment, FaultMoment::AfterEffect);
    }

    void refusesSpecs_data()
    {
        QTest::addColumn<QString>("spec");
        for (const auto& spec :
             {u""_s, u"explode"_s, u"status=200"_s, u"status=x"_s, u"count=-1"_s, u"route="_s, u"slow,rate=0"_s,
              u"moment=never"_s, u"redirect,status=200"_s, u"status=500,colour=red"_s})
            QTest::newRow(qPrintable(spec.isEmpty() ? u"empty"_s : spec)) << spec;
    }

    void refusesSpecs()
    {
        QFETCH(const QString, spec);
        const auto fault = parseFault(spec);
        QVERIFY(!fault);
        QCOMPARE(fault.error().kind, ErrorKind::InvalidArgument);
    }

    void routesMatch()
    {
        QVERIFY(matchesRoute(u"*", u"/a/b"));
        QVERIFY(matchesRoute(u"/v2/*/manifests/*", u"/v2/o/a/b/manifests/sha256:1"));
        QVERIFY(!matchesRoute(u"/v2/*/manifests/*", u"/v2/o/blobs/x"));
        QVERIFY(!matchesRoute(u"/orgs", u"/orgs/x"));
        QVERIFY(matchesRoute(u"/o*s*", u"/orgs"));
    }

    void strikesAsOftenAsAsked()
    {
        Simulation simulation(withFault(u"status=502,route=/users/*,skip=1,count=2"_s));
        QList<int> statuses;
        for (int i = 0; i < 5; ++i)
            statuses.append(simulation.client->get(u"/users/acme"_s).status);
        QCOMPARE(statuses, (QList{200, 502, 502, 200, 200}));
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200);
    }

    void wrongContents()
    {
        Simulation simulation;
        simulation.server->addFault(parseFault(u"html,count=1"_s).value());
        simulation.server->addFault(parseFault(u"badjson,count=1"_s).value());
        simulation.server->addFault(parseFault(u"throttle,count=1"_s).value());
        simulation.server->addFault(parseFault(u"status=429,retry-after=3,count=1"_s).value());
        QVERIFY(simulation.client->get(u"/user"_s).header("content-type").startsWith("text/html"));
        QVERIFY(simulation.client->get(u"/user"_s).json().object().contains("unexpected"_L1));
        const auto throttled = simulation.client->get(u"/v2/"_s);
        QCOMPARE(throttled.status, 429);
        QVERIFY(throttled.header("retry-after").isEmpty());
        QVERIFY(throttled.body.contains("retry-after: 10.3ms"));
        QCOMPARE(simulation.client->get(u"/user"_s).header("retry-after"), "3"_ba);
    }

    void redirects()
    {
        Simulation simulation;
        simulation.server->addFault(parseFault(u"redirect,status=301,count=1"_s).value());
        simulation.server->addFault(parseFault(u"redirect,to=https://elsewhere.example/x,count=1"_s).value());
        const auto here = simulation.client->get(u"/orgs/acme/packages?package_type=container"_s);
        QCOMPARE(here.status, 301);
        QCOMPARE(QUrl(QString::fromLatin1(here.header("location"))),
                 simulation.server->apiUrl().resolved(QUrl(u"/orgs/acme/packages?package_type=container"_s)));
        const auto there = simulation.client->get(u"/user"_s);
        QCOMPARE(there.status, 302);
        QCOMPARE(there.header("location"), "https://elsewhere.example/x"_ba);
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200);
    }

    /// On the wire a reset is no orderly end; a QTcpSocket tells no difference.
    void resetsTheConnection()
    {
        EmbeddedSimulator simulator;
        QVERIFY(simulator.start(loadStateFile(dataFile(u"organisation.json"_s)).value(), withFault(u"reset"_s)));
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<quint16>(simulator.apiUrl().port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        QCOMPARE(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        const QByteArray request = "GET /user HTTP/1.1\r\nHost: x\r\nUser-Agent: x\r\nX-Wrong-On-Purpose: yes\r\n\r\n";
        QCOMPARE(::send(socket, request.constData(), static_cast<std::size_t>(request.size()), 0), request.size());
        char byte = 0;
        const auto received = ::recv(socket, &byte, 1, 0);
        const int problem = errno;
        ::close(socket);
        QCOMPARE(received, -1);
        QCOMPARE(problem, ECONNRESET);
    }

    void resetBeforeOrAfterTheEffect()
    {
        Simulation simulation;
        const auto version = u"/orgs/acme/packages/container/team%2Fapp/versions/1009"_s;
        // QNetworkAccessManager sends a request again after a reset, up to three times, whatever its method.
        simulation.server->addFault(parseFault(u"reset,method=DELETE,count=4"_s).value());
        QCOMPARE(simulation.client->send("DELETE", version).status, 0);
        QCOMPARE(simulation.client->get(version).status, 200);
        Simulation another;
        another.server->addFault(parseFault(u"reset,moment=after,method=DELETE"_s).value());
        QCOMPARE(another.client->send("DELETE", version).status, 0);
        QCOMPARE(another.client->get(version).status, 404);
    }

    void cutsTheBody()
    {
        Simulation simulation(withFault(u"truncated,bytes=20,count=1"_s));
        const auto cut = simulation.client->get(u"/user"_s);
        QCOMPARE(cut.status, 200);
        QCOMPARE(cut.error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(cut.body.size(), 20);
        QCOMPARE(simulation.client->get(u"/user"_s).error, QNetworkReply::NoError);
    }

    void neverAnswers()
    {
        Simulation simulation(withFault(u"timeout,count=1"_s));
        QNetworkAccessManager network;
        QNetworkRequest request(simulation.server->apiUrl().resolved(QUrl(u"/user"_s)));
        request.setTransferTimeout(std::chrono::milliseconds(150));
        request.setRawHeader(kWrongOnPurpose.first, kWrongOnPurpose.second);
        const std::unique_ptr<QNetworkReply> reply(network.get(request));
        QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
        QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
        QCOMPARE(simulation.server->requests().size(), 1);
        QCOMPARE(simulation.client->get(u"/user"_s).status, 200);
    }

    /// A server may go while it holds requests back, for ever or for a while.
    void endsWithRequestsOpen()
    {
        auto simulation = std::make_unique<Simulation>(withFault(u"timeout,route=/user,count=1"_s));
        simulation->server->addFault(parseFault(u"delay,delay=60000"_s).value());
        QNetworkAccessManager network;
        const auto bare = [&](const QString& path) {
            QNetworkRequest request(simulation->server->apiUrl().resolved(QUrl(path)));
            request.setRawHeader(kWrongOnPurpose.first, kWrongOnPurpose.second);
            return request;
        };
        const std::unique_ptr<QNetworkReply> held(network.get(bare(u"/user"_s)));
        const std::unique_ptr<QNetworkReply> delayed(network.get(bare(u"/users/acme"_s)));
        QVERIFY(QTest::qWaitFor([&] { return simulation->server->requests().size() == 1; }));
        simulation->server.reset();
        QVERIFY(QTest::qWaitFor([&] { return held->isFinished() && delayed->isFinished(); }));
        QVERIFY(held->error() != QNetworkReply::NoError && delayed->error() != QNetworkReply::NoError);
    }

    void paceAndLatency()
    {
        SimulatorOptions options;
        options.latency = std::chrono::milliseconds(60);
        Simulation simulation(options);
        QElapsedTimer timer;
        timer.start();
        const auto whole = simulation.client->get(u"/users/acme"_s);
        QVERIFY(timer.elapsed() >= 60);
        simulation.server->addFault(parseFault(u"slow,rate=4000"_s).value());
        timer.restart();
        const auto slow = simulation.client->get(u"/users/acme"_s);
        QCOMPARE(slow.body, whole.body);
        // 1,100 bytes at 4,000 a second are 275 ms; half of it leaves room for the timer.
        QVERIFY2(timer.elapsed() >= whole.body.size() * 1000 / 4000 / 2, qPrintable(QString::number(timer.elapsed())));
    }

    void bandwidthHoldsForLayersToo()
    {
        SimulatorOptions options;
        options.bandwidth = 1'000'000;
        Simulation simulation(options);
        const auto token = simulation.client->registryToken(u"repository:acme/team/app:pull"_s);
        QElapsedTimer timer;
        timer.start();
        const auto blob = simulation.client->get(
            u"/v2/acme/team/app/blobs/sha256:d7065b3607a473782a2344219bb440777b4af9e9b188dca2487806291d850d16"_s,
            {{"authorization", token}});
        QCOMPARE(Digest::of(blob.body).hex().first(8), u"d7065b36"_s);
        QVERIFY2(timer.elapsed() >= 100, qPrintable(QString::number(timer.elapsed())));
    }

    /// What the contract check reads: whole exchanges of the API, once each, without who asked.
    void recordsExchanges()
    {
        const QTemporaryDir folder;
        auto options = withFault(u"badjson,route=/users/*"_s);
        options.exchangeLogFile = folder.filePath(u"exchanges.jsonl"_s);
        Simulation simulation(options);
        for (int time = 0; time < 2; ++time) {
            simulation.client->get(u"/orgs/nobody/packages?package_type=container"_s);
            simulation.client->get(u"/users/acme"_s);
        }
        const auto token = simulation.client->registryToken(u"repository:acme/team/app:pull"_s);
        QFile file(options.exchangeLogFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(!text.contains("ghp_all") && !text.contains(token.sliced(7)));
        QList<QJsonObject> lines;
        for (const auto& line : text.trimmed().split('\n'))
            lines.append(QJsonDocument::fromJson(line).object());
        // The first answer counts the requests left, so the same question is written twice; the spoilt one has no
        // answer.
        QCOMPARE(lines.size(), 3);
        const auto request = lines[0]["request"_L1];
        QCOMPARE(request["target"_L1].toString(), u"/orgs/nobody/packages?package_type=container"_s);
        QCOMPARE(request["headers"_L1]["user-agent"_L1].toString(), u"test"_s);
        QCOMPARE(lines[0]["answer"_L1]["status"_L1].toInt(), 404);
        QVERIFY(lines[0]["answer"_L1]["body"_L1].toString().contains("Not Found"_L1));
        QVERIFY(!lines[0].contains("spoilt"_L1));
        QCOMPARE(lines[1]["request"_L1]["target"_L1].toString(), u"/users/acme"_s);
        QVERIFY(lines[1]["spoilt"_L1].toBool() && !lines[1].contains("answer"_L1));
    }

    void logsWithoutTokens()
    {
        const QTemporaryDir folder;
        SimulatorOptions options;
        options.requestLogFile = folder.filePath(u"requests.jsonl"_s);
        Simulation simulation(options);
        QCOMPARE(
            simulation.client
                ->get(u"/orgs/acme/packages?package_type=container&token=ghp_0123456789abcdefghijABCDEFGHIJ012345"_s,
                      {kWrongOnPurpose})
                .status,
            200);
        const auto token = simulation.client->registryToken(u"repository:acme/team/app:pull"_s);
        simulation.client->get(u"/users/acme"_s, {{"authorization", "Bearer ghp_wrong"}});
        QFile file(options.requestLogFile);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto text = file.readAll();
        QVERIFY(!text.contains("ghp_") && !text.contains(token.sliced(7)));
        const auto lines = text.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const auto first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.keys(), (QStringList{u"at"_s, u"authorized"_s, u"bytes"_s, u"method"_s, u"ms"_s, u"path"_s,
                                            u"query"_s, u"status"_s, u"userAgent"_s}));
        QCOMPARE(first["path"_L1].toString(), u"/orgs/acme/packages"_s);
        QVERIFY(first["authorized"_L1].toBool());
        QVERIFY(!QJsonDocument::fromJson(lines[2])["authorized"_L1].toBool());
        QCOMPARE(QJsonDocument::fromJson(lines[2])["status"_L1].toInt(), 401);
    }

    void unwritableLogIsRefused()
    {
        SimulatorOptions options;
        options.requestLogFile = u"/no/such/folder/log"_s;
        SimulatorServer server(loadStateFile(dataFile(u"organisation.json"_s)).value(), options);
        const auto started = server.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::FileAccess);
    }

    void takenPortIsRefused()
    {
        Simulation first;
        SimulatorOptions options;
        options.port = static_cast<quint16>(first.server->apiUrl().port());
        SimulatorServer second(loadStateFile(dataFile(u"organisation.json"_s)).value(), options);
        QCOMPARE(second.start().error().kind, ErrorKind::InvalidArgument);
    }

    void embeddedHasAThreadOfItsOwn()
    {
        EmbeddedSimulator embedded;
        for (int round = 0; round < 2; ++round) {
            QVERIFY(embedded.start(loadStateFile(dataFile(u"organisation.json"_s)).value(), {}));
            QCOMPARE(embedded.owner(), u"acme"_s);
            HttpClient client(embedded.apiUrl());
            QCOMPARE(client.get(u"/users/acme"_s).status, 200);
            embedded.stop();
            QCOMPARE(client.get(u"/users/acme"_s).status, 0);
        }
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
