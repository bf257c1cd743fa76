#include "simulator/generate.h"
#include "simulator/simulatorserver.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <cstdio>
#include <print>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::array kFaults{
    "status=500",
    "status=502",
    "status=503",
    "status=503,retry-after=1",
    "status=429,retry-after=1",
    "throttle",
    "status=401",
    "reset",
    "reset,moment=after",
    "truncated",
    "slow,rate=100000",
    "delay,delay=400",
    "badjson",
    "html",
    "status=403,retry-after=1",
};

/// Half a minute is lost with each: enough now and then.
constexpr std::array kSlowFaults{"timeout", "slow,rate=2000"};

constexpr std::array kRoutes{
    "*", "/users/*", "/orgs/*/packages", "*/versions", "/v2/", "/token", "/v2/*/manifests/*", "/v2/*/blobs/*",
};

/// A generated organisation in which something is pushed, deleted, restored or tagged all the time, behind a network
/// that fails all the time.
class RestlessServer final : public QObject
{
public:
    RestlessServer(SimulatorState state, quint32 seed)
        : m_random(seed)
        , m_server(std::move(state), options())
    {
        connect(&m_changes, &QTimer::timeout, this, &RestlessServer::change);
        connect(&m_faults, &QTimer::timeout, this, &RestlessServer::fail);
    }

    bool start()
    {
        if (!m_server.start())
            return false;
        m_changes.start(std::chrono::milliseconds(700));
        m_faults.start(std::chrono::milliseconds(250));
        const QJsonObject hello{{u"apiUrl"_s, m_server.apiUrl().toString()}, {u"owner"_s, m_server.owner()}};
        say(hello);
        return true;
    }

    /// From now on nothing changes and nothing fails; says what there is.
    void calmDown()
    {
        m_changes.stop();
        m_faults.stop();
        m_server.clearFaults();
        QJsonArray lines;
        for (const auto& package : m_server.state().packages) {
            for (const auto row : package->active()) {
                const auto& version = package->row(row);
                auto tags = version.tags;
                tags.sort();
                lines.append(u"%1 %2 %3"_s.arg(package->facts().name).arg(version.id).arg(tags.join(u' ')));
            }
        }
        say({{u"truth"_s, lines}, {u"changes"_s, m_changeTotal}, {u"faults"_s, m_faultTotal}});
    }

private:
    static SimulatorOptions options()
    {
        SimulatorOptions options;
        options.primaryLimit = 1'000'000;
        options.tokenLifetime = std::chrono::seconds(20);
        options.latency = std::chrono::milliseconds(5);
        options.staleLists = 1;
        return options;
    }

    static void say(const QJsonObject& line)
    {
        std::println("{}", QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString());
        std::fflush(stdout);
    }

    template<typename List>
    [[nodiscard]] const auto& pick(const List& list)
    {
        return list[m_random.bounded(static_cast<quint32>(list.size()))];
    }

    void fail()
    {
        const bool isSlow = m_random.bounded(150) == 0;
        const auto spec = QLatin1StringView(isSlow ? pick(kSlowFaults) : pick(kFaults)) + ",route="_L1
                          + QLatin1StringView(pick(kRoutes)) + ",count="_L1 + QString::number(1 + m_random.bounded(3));
        const auto fault = parseFault(spec);
        if (!fault)
            qFatal("%s: %s", qPrintable(spec), qPrintable(fault.error().detail));
        // What struck nothing gives way, or they would wait in a queue and strike all at once.
        m_server.clearFaults();
        m_server.addFault(*fault);
        ++m_faultTotal;
    }

    void change()
    {
        auto& package = *pick(m_server.state().packages);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        // As many versions as there were, give or take a few: what grows is not the data.
        if (package.active().size() > kMostVersions)
            package.remove(package.row(pick(package.active())).id, now);
        else if (!package.deleted().empty() && m_random.bounded(3) == 0)
            package.restore(package.row(pick(package.deleted())).id, now);
        else if (m_random.bounded(2) == 0)
            package.moveTag(u"moving"_s, package.row(pick(package.active())).digest, now);
        else if (!push(package, now))
            return;
        package.facts().updatedAt = now;
        ++m_changeTotal;
    }

    /// A version of another package is pushed to this one as well; false if it has that already.
    bool push(SimPackage& package, const QDateTime& now)
    {
        auto& state = m_server.state();
        const auto& source = *pick(state.packages);
        const auto& copied = source.row(pick(source.active()));
        if (package.findDigest(copied.digest) != nullptr)
            return false;
        SimVersion version;
        version.id = state.nextId++;
        version.digest = copied.digest;
        version.createdAt = now;
        version.updatedAt = now;
        package.blobs().unite(source.blobs());
        package.addVersion(version);
        return true;
    }

    static constexpr size_t kMostVersions = 110; // two pages, as a rule

    QRandomGenerator m_random;
    SimulatorServer m_server;
    QTimer m_changes;
    QTimer m_faults;
    int m_changeTotal = 0;
    int m_faultTotal = 0;
};

} // namespace

/// soakserver SEED: serves until standard input ends; a line there calms it down.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    auto state = generateState({30, 100, 7});
    RestlessServer server(std::move(*state), QString::fromLocal8Bit(argc > 1 ? argv[1] : "1").toUInt());
    if (!server.start())
        return 1;
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &server, [&server] {
        std::array<char, 64> line{};
        if (read(STDIN_FILENO, line.data(), line.size()) <= 0)
            QCoreApplication::quit();
        else
            server.calmDown();
    });
    return QCoreApplication::exec();
}
