#include "bench/measure.h"
#include "bench/served.h"
#include "inventory/scan.h"
#include "net/networkstack.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QUrlQuery>

using namespace slipway;
using namespace slipway::bench;
using namespace slipway::test;
using namespace Qt::StringLiterals;

namespace
{

/// What one reading cost.
struct Cost {
    RequestTally requests;
    double wall = 0; ///< milliseconds
    double cpu = 0;  ///< of this process, milliseconds
    SnapshotPtr snapshot;
};

qint64 sum(const RequestTally& tally)
{
    return tally.api + tally.registry + tally.token;
}

/// Everything that reads, as the program puts it together. Points a minute are left out: they are GitHub's limit, not
/// ours, and would be all that is measured.
class Reader final
{
public:
    Reader(const Served& served, const QString& folder)
        : m_served(served)
        , m_stack("Slipway/bench", GovernorLimits::withoutPoints({}))
        , m_github(m_stack.transport(), GithubAccess{served.url, u"ghp_bench"_s}, {})
        , m_registry(m_stack.transport(), {served.url, u"slipway"_s, u"ghp_bench"_s}, {})
    {
        auto store = Store::open(folder + u"/slipway.db"_s);
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        m_store = std::move(*store);
    }

    Cost scan()
    {
        ScanRequest request;
        request.apiHost = u"bench"_s;
        request.login = m_served.owner;
        request.previous = m_previous;
        const auto before = m_stack.network().tally();
        const double cpu = cpuMs();
        QElapsedTimer timer;
        timer.start();
        auto outcome = QCoro::waitFor(scanOwner({m_github, m_registry, *m_store, {}}, request, {}, {}));
        if (!outcome)
            qFatal("%s: %s", qPrintable(outcome.error().subject), qPrintable(outcome.error().detail));
        m_previous = {outcome->id, outcome->snapshot};
        return {m_stack.network().tally() - before, static_cast<double>(timer.nsecsElapsed()) / 1e6, cpuMs() - cpu,
                outcome->snapshot};
    }

    [[nodiscard]] HttpTransport& transport() { return m_stack.transport(); }

private:
    const Served& m_served;
    NetworkStack m_stack;
    GithubClient m_github;
    RegistryClient m_registry;
    std::unique_ptr<Store> m_store;
    KeptSnapshot m_previous;
};

HttpResponse ask(Reader& reader, HttpRequest request)
{
    const auto answer = QCoro::waitFor(reader.transport().send(std::move(request), {}));
    if (!answer || answer->status >= 300)
        qFatal("the simulator refuses a request of the benchmark");
    return *answer;
}

/// Pushes a manifest that is new to its package: the same image with an annotation.
void push(Reader& reader, const Served& served, const QString& package)
{
    const QString path = u"/v2/"_s + served.owner + u'/' + package;
    HttpRequest tokens;
    tokens.url = served.url;
    tokens.url.setPath(u"/token"_s);
    tokens.url.setQuery(u"scope=repository:%1/%2:pull,push"_s.arg(served.owner, package));
    tokens.headers = {{"Authorization"_ba, "Basic " + "x:ghp_bench"_ba.toBase64()}};
    const QByteArray token =
        "Bearer " + QJsonDocument::fromJson(ask(reader, tokens).body).object()["token"_L1].toString().toLatin1();
    const QByteArray body =
        R"({"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[],"annotations":{"n":"1"}})";
    HttpRequest put;
    put.method = HttpMethod::Put;
    put.url = served.url;
    put.url.setPath(path + u"/manifests/bench"_s);
    put.traffic = Traffic::Registry;
    put.headers = {{"Authorization"_ba, token}, {"Content-Type"_ba, "application/vnd.oci.image.index.v1+json"_ba}};
    put.body = body;
    ask(reader, put);
}

void print(const char* what, const Cost& cost)
{
    std::printf(
        "%-34s %6lld requests (%lld lists, %lld of them 304, %lld registry, %lld token) %9.1f ms, %8.1f ms CPU\n", what,
        static_cast<long long>(sum(cost.requests)), static_cast<long long>(cost.requests.api),
        static_cast<long long>(cost.requests.notModified), static_cast<long long>(cost.requests.registry),
        static_cast<long long>(cost.requests.token), cost.wall, cost.cpu);
}

void coldScan(const QString& folder)
{
    const Served served(u"packages=200,versions=50,seed=7"_s);
    Reader reader(served, folder);
    const auto cost = reader.scan();
    print("cold, 200 packages x 50 versions", cost);
    const auto versions = static_cast<double>(cost.snapshot->versions.size());
    const double least = 1 + 2 + 200 + versions;
    const double ideal = static_cast<double>(sum(cost.requests)) / GovernorLimits().concurrent * kLatencyMs;
    std::printf("    %.3f x the least requests (owner, lists, one a manifest: %.0f), %.2f x the ideal wall time, "
                "%.3f ms CPU a version\n",
                static_cast<double>(sum(cost.requests)) / least, least, cost.wall / ideal, cost.cpu / versions);
}

void refresh(const QString& folder)
{
    const Served served(u"packages=1000,versions=2,seed=7"_s);
    Reader reader(served, folder);
    print("cold, 1,000 packages x 2 versions", reader.scan());
    print("again, nothing changed", reader.scan());
    push(reader, served, reader.scan().snapshot->packages[500].name.value);
    print("again, one version pushed", reader.scan());
}

qint64 linesIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
}

/// What a script with skopeo pays for the tags of some packages, and what we pay for everything of the same packages.
void besideSkopeo(const QString& folder)
{
    constexpr int kTags = 500;
    const QString log = folder + u"/skopeo.log"_s;
    const Served served(u"packages=45,versions=50,seed=9"_s, {u"--request-log"_s, log});
    Reader reader(served, folder);
    const auto ours = reader.scan();
    print("cold, 45 packages x 50 versions", ours);
    const qint64 before = linesIn(log);
    QElapsedTimer timer;
    timer.start();
    int asked = 0;
    for (const auto& version : ours.snapshot->versions) {
        const auto tags = ours.snapshot->tagsOf(version);
        if (tags.empty() || tags.front().utf8.startsWith("sha256-") || asked == kTags)
            continue;
        const auto outcome =
            run(u"skopeo"_s, {u"inspect"_s, u"--tls-verify=false"_s, u"--creds"_s, u"x:ghp_bench"_s,
                              u"docker://%1/%2/%3:%4"_s.arg(served.url.authority(), served.owner,
                                                            ours.snapshot->packages[version.package].name.value,
                                                            tags.front().toString())});
        if (outcome.code != 0)
            qFatal("skopeo: %s", outcome.errors.constData());
        ++asked;
    }
    const double wall = static_cast<double>(timer.elapsed());
    const auto requests = static_cast<double>(linesIn(log) - before);
    std::printf("skopeo inspect of %d of its tags   %6.0f requests, %9.1f ms: %.1f x our requests, %.1f x our time\n",
                asked, requests, wall, requests / static_cast<double>(sum(ours.requests)), wall / ours.wall);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    for (const auto part : {coldScan, refresh, besideSkopeo}) {
        const QTemporaryDir folder;
        part(folder.path());
    }
    return 0;
}
