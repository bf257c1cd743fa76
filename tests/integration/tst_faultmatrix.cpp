#include "integration/organisation.h"
#include "integration/servedowner.h"
#include "simulator/faultplan.h"
#include "simulator/simpackage.h"
#include "support/waiting.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <utility>

using namespace slipway;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// Everything a scan asks for.
struct Endpoint {
    const char* name;
    const char* route;
};

constexpr std::array<Endpoint, 7> kEndpoints{{
    {"owner", "/users/acme"},
    {"packages", "/orgs/acme/packages"},
    {"versions", "*/container/app/versions"},
    {"ping", "/v2/"},
    {"token", "/token"},
    {"manifest", "/v2/acme/app/manifests/*"},
    {"config", "/v2/acme/tool/blobs/*"},
}};

/// What each endpoint's fault comes to when it goes on for ever: the kinds of error, how often the endpoint was asked,
/// and how long was waited between repetitions.
struct FaultRow {
    const char* spec;
    std::array<const char*, kEndpoints.size()> outcomes;
};

constexpr std::array kMatrix{
    FaultRow{"status=500",
             {"failed: server, 3 asked, 600 ms", "failed: server, 3 asked, 600 ms", "server, 3 asked, 600 ms",
              "server, 3 asked, 600 ms", "server, 6 asked, 1200 ms", "server, 3 asked, 600 ms",
              "server, 3 asked, 600 ms"}},
    FaultRow{"status=502",
             {"failed: server, 3 asked, 600 ms", "failed: server, 3 asked, 600 ms", "server, 3 asked, 600 ms",
              "server, 3 asked, 600 ms", "server, 6 asked, 1200 ms", "server, 3 asked, 600 ms",
              "server, 3 asked, 600 ms"}},
    FaultRow{"status=503",
             {"failed: server, 3 asked, 600 ms", "failed: server, 3 asked, 600 ms", "server, 3 asked, 600 ms",
              "server, 3 asked, 600 ms", "server, 6 asked, 1200 ms", "server, 3 asked, 600 ms",
              "server, 3 asked, 600 ms"}},
    FaultRow{"status=503,retry-after=60",
             {"failed: rate-limited, 1 asked, 200 ms", "failed: rate-limited, 1 asked, 200 ms",
              "rate-limited, 1 asked, 200 ms", "rate-limited, 1 asked, 200 ms", "rate-limited, 2 asked, 400 ms",
              "rate-limited, 1 asked, 200 ms", "rate-limited, 1 asked, 200 ms"}},
    FaultRow{"status=429",
             {"failed: rate-limited, 1 asked, 10 ms", "failed: rate-limited, 1 asked, 10 ms",
              "rate-limited, 1 asked, 10 ms", "rate-limited, 1 asked, 10 ms", "rate-limited, 2 asked, 20 ms",
              "rate-limited, 1 asked, 10 ms", "rate-limited, 1 asked, 10 ms"}},
    FaultRow{"status=429,retry-after=60",
             {"failed: rate-limited, 1 asked, 10 ms", "failed: rate-limited, 1 asked, 10 ms",
              "rate-limited, 1 asked, 10 ms", "rate-limited, 1 asked, 10 ms", "rate-limited, 2 asked, 20 ms",
              "rate-limited, 1 asked, 10 ms", "rate-limited, 1 asked, 10 ms"}},
    FaultRow{"status=429,retry-after=0",
             {"failed: rate-limited, 6 asked, 310 ms", "failed: rate-limited, 6 asked, 310 ms",
              "rate-limited, 6 asked, 310 ms", "rate-limited, 6 asked, 310 ms", "rate-limited, 12 asked, 620 ms",
              "rate-limited, 6 asked, 310 ms", "rate-limited, 6 asked, 310 ms"}},
    FaultRow{"status=403",
             {"failed: rate-limited, 1 asked, 10 ms", "failed: rate-limited, 1 asked, 10 ms",
              "rate-limited, 1 asked, 10 ms", "rate-limited, 1 asked, 10 ms", "rate-limited, 2 asked, 20 ms",
              "rate-limited, 1 asked, 10 ms", "rate-limited, 1 asked, 10 ms"}},
    FaultRow{"throttle",
             {"failed: rate-limited, 6 asked, 310 ms", "failed: rate-limited, 6 asked, 310 ms",
              "rate-limited, 6 asked, 310 ms", "rate-limited, 6 asked, 310 ms", "rate-limited, 12 asked, 620 ms",
              "rate-limited, 6 asked, 310 ms", "rate-limited, 6 asked, 310 ms"}},
    FaultRow{"status=401",
             {"failed: unauthorized, 2 asked, 500 ms", "failed: unauthorized, 2 asked, 500 ms",
              "unauthorized, 2 asked, 500 ms", "unexpected-status, 1 asked, 0 ms", "unauthorized, 2 asked, 0 ms",
              "unauthorized, 2 asked, 0 ms", "unauthorized, 2 asked, 0 ms"}},
    FaultRow{"status=404",
             {"failed: not-found, 1 asked, 0 ms", "failed: not-found, 1 asked, 0 ms", "not-found, 1 asked, 0 ms",
              "not-found, 1 asked, 0 ms", "not-found, 2 asked, 0 ms", "not-found, 1 asked, 0 ms",
              "not-found, 1 asked, 0 ms"}},
    FaultRow{"timeout",
             {"failed: timeout, 2 asked, 0 ms", "failed: timeout, 2 asked, 0 ms", "timeout, 2 asked, 0 ms",
              "timeout, 2 asked, 0 ms", "timeout, 4 asked, 0 ms", "timeout, 2 asked, 0 ms", "timeout, 2 asked, 0 ms"}},
    FaultRow{"reset",
             {"failed: network, 3 asked, 600 ms", "failed: network, 3 asked, 600 ms", "network, 3 asked, 600 ms",
              "network, 3 asked, 600 ms", "network, 6 asked, 1200 ms", "network, 3 asked, 600 ms",
              "network, 3 asked, 600 ms"}},
    FaultRow{"reset,moment=after",
             {"failed: network, 3 asked, 600 ms", "failed: network, 3 asked, 600 ms", "network, 3 asked, 600 ms",
              "network, 3 asked, 600 ms", "network, 6 asked, 1200 ms", "network, 3 asked, 600 ms",
              "network, 3 asked, 600 ms"}},
    FaultRow{"truncated",
             {"failed: network, 3 asked, 600 ms", "failed: network, 3 asked, 600 ms", "network, 3 asked, 600 ms",
              "network, 3 asked, 600 ms", "network, 6 asked, 1200 ms", "network, 3 asked, 600 ms",
              "network, 3 asked, 600 ms"}},
    FaultRow{"slow,rate=100000",
             {"whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms",
              "whole, 2 asked, 0 ms", "whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms"}},
    // Silence is given up after 250 ms.
    FaultRow{"delay,delay=50",
             {"whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms",
              "whole, 2 asked, 0 ms", "whole, 1 asked, 0 ms", "whole, 1 asked, 0 ms"}},
    FaultRow{"delay,delay=400",
             {"failed: timeout, 2 asked, 0 ms", "failed: timeout, 2 asked, 0 ms", "timeout, 2 asked, 0 ms",
              "timeout, 2 asked, 0 ms", "timeout, 4 asked, 0 ms", "timeout, 2 asked, 0 ms", "timeout, 2 asked, 0 ms"}},
    FaultRow{"badjson",
             {"failed: malformed, 1 asked, 0 ms", "failed: malformed, 1 asked, 0 ms", "malformed, 1 asked, 0 ms",
              "unauthorized, 1 asked, 0 ms", "malformed, 2 asked, 0 ms", "digest-mismatch, 1 asked, 0 ms",
              "digest-mismatch, 1 asked, 0 ms"}},
    FaultRow{"html",
             {"failed: not-json, 1 asked, 0 ms", "failed: not-json, 1 asked, 0 ms", "not-json, 1 asked, 0 ms",
              "unauthorized, 1 asked, 0 ms", "not-json, 2 asked, 0 ms", "not-json, 1 asked, 0 ms",
              "digest-mismatch, 1 asked, 0 ms"}},
    // To where the request went, again and again.
    FaultRow{"redirect",
             {"failed: unexpected-status, 6 asked, 0 ms", "failed: unexpected-status, 6 asked, 0 ms",
              "unexpected-status, 6 asked, 0 ms", "unexpected-status, 1 asked, 0 ms",
              "unexpected-status, 2 asked, 0 ms", "unexpected-status, 1 asked, 0 ms",
              "unexpected-status, 6 asked, 0 ms"}},
    FaultRow{"redirect,to=https://elsewhere.invalid/",
             // Blobs may lie anywhere; there is just nobody at this address.
             {"failed: foreign-host, 1 asked, 0 ms", "failed: foreign-host, 1 asked, 0 ms",
              "foreign-host, 1 asked, 0 ms", "unexpected-status, 1 asked, 0 ms", "unexpected-status, 2 asked, 0 ms",
              "unexpected-status, 1 asked, 0 ms", "network, 3 asked, 600 ms"}},
};

/// Two packages of two images each; the newer ones come only after the first scan.
class GrowingOwner final
{
public:
    GrowingOwner()
        : m_owner(Organisation()
                      .package(u"app"_s)
                      .image(u"a1"_s, {u"v1"_s}, {u"base"_s})
                      .image(u"a2"_s, {u"v2"_s}, {u"base"_s, u"a2"_s})
                      .package(u"tool"_s)
                      .image(u"t1"_s, {u"v1"_s}, {u"base"_s, u"t1"_s})
                      .image(u"t2"_s, {u"v2"_s}, {u"base"_s, u"t2"_s})
                      .json())
    {
        for (const auto& package : m_owner.server().state().packages) {
            m_newer.append(package->findTag(u"v2"_s)->id);
            package->remove(m_newer.last(), m_now);
        }
    }

    void grow()
    {
        for (const auto& package : m_owner.server().state().packages)
            package->restore(m_newer.takeFirst(), m_now);
    }

    [[nodiscard]] ServedOwner& served() { return m_owner; }

private:
    ServedOwner m_owner;
    QDateTime m_now = QDateTime::fromString(u"2025-11-21T14:32:00Z"_s, Qt::ISODate);
    QList<std::int64_t> m_newer;
};

QString outcomeOf(const Result<SnapshotPtr>& scanned)
{
    if (!scanned)
        return u"failed: "_s + errorKindName(scanned.error().kind);
    QStringList kinds;
    for (const auto& problem : (*scanned)->problems)
        kinds.append(errorKindName(problem.kind));
    kinds.sort();
    kinds.removeDuplicates();
    return kinds.isEmpty() ? u"whole"_s : kinds.join(u'+');
}

int askedOf(ServedOwner& owner, const QString& route)
{
    return static_cast<int>(std::ranges::count_if(
        owner.server().requests(), [&](const LoggedRequest& request) { return matchesRoute(route, request.path); }));
}

/// How many requests the server gets, at least and at most, of so many that were sent. libcurl repeats what was reset
/// on a connection that had been kept alive (Curl_retry_request()): what is asked first has a new one, and two packages
/// are read at once, so two are kept alive later.
std::pair<int, int> arrivals(const Fault& fault, const QString& route, int sent)
{
    constexpr int kKeptAlive = 2;
    const bool isAskedFirst = route.startsWith("/users/"_L1) || route == "/orgs/acme/packages"_L1;
    if (fault.kind != FaultKind::Reset || isAskedFirst)
        return {sent, sent};
    return {sent + 1, sent * (1 + kKeptAlive)};
}

} // namespace

/// Each fault of the simulator at each endpoint.
class FaultMatrixTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFaultIsInIt();
    void matrix_data();
    void matrix();
};

void FaultMatrixTest::everyFaultIsInIt()
{
    for (int kind = 0; kind < kFaultKinds; ++kind) {
        QVERIFY2(std::ranges::any_of(kMatrix,
                                     [kind](const FaultRow& row) {
                                         const auto fault = parseFault(QString::fromLatin1(row.spec));
                                         return fault && static_cast<int>(fault->kind) == kind;
                                     }),
                 qPrintable(QString::number(kind)));
    }
}

void FaultMatrixTest::matrix_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("expected");
    for (const auto& row : kMatrix) {
        for (size_t i = 0; i < kEndpoints.size(); ++i) {
            QTest::addRow("%s at %s", row.spec, kEndpoints.at(i).name)
                << QString::fromLatin1(row.spec) << QString::fromLatin1(kEndpoints.at(i).route)
                << QString::fromLatin1(row.outcomes.at(i));
        }
    }
}

void FaultMatrixTest::matrix()
{
    QFETCH(QString, fault);
    QFETCH(QString, route);
    QFETCH(QString, expected);
    GrowingOwner growing;
    auto& owner = growing.served();
    QCOMPARE(outcomeOf(owner.scan()), u"whole"_s);
    const QStringList known = linesOf(*owner.stored());
    QCOMPARE(known, (QStringList{u"app image v1"_s, u"tool image v1"_s}));

    growing.grow();
    const auto parsed = parseFault(fault + u",route="_s + route);
    QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().detail));
    owner.server().addFault(*parsed);
    owner.server().clearRequests();
    owner.restart();
    owner.hurry();
    int sent = 0;
    connect(&owner.transport(), &NetworkTransport::requestFinished, this, [&](const RequestRecord& record) {
        sent += matchesRoute(route, QUrl(record.url).path(QUrl::FullyEncoded)) ? 1 : 0;
    });
    // What a login is, is known after the first reading: only a reading of everything asks again.
    const auto scanned = owner.scan(route.startsWith("/users/"_L1) ? ScanDepth::Full : ScanDepth::Usual);
    QCOMPARE(u"%1, %2 asked, %3 ms"_s.arg(outcomeOf(scanned)).arg(sent).arg(owner.waited().count()), expected);
    const auto [least, most] = arrivals(*parsed, route, sent);
    // A late answer is counted when it is given, which may be after nobody waits any more.
    QVERIFY(eventually([&] { return askedOf(owner, route) >= least; }));
    QVERIFY2(askedOf(owner, route) <= most, qPrintable(u"%1 arrived, %2 sent"_s.arg(askedOf(owner, route)).arg(sent)));
    // Nothing that was known is lost.
    const QStringList after = linesOf(*owner.stored());
    for (const auto& line : known)
        QVERIFY2(after.contains(line), qPrintable(after.join(u'\n')));
    if (!scanned)
        QCOMPARE(after, known);
}

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "tst_faultmatrix.moc"
