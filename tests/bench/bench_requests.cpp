#include "bench/measure.h"
#include "integration/process.h"
#include "net/networkstack.h"
#include "simulator/generate.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace slipway;
using namespace slipway::bench;
using namespace Qt::StringLiterals;

namespace
{

constexpr int kRequests = 3'000;
constexpr int kAtOnce = 32;

template<typename Function>
double cpuOf(Function function)
{
    const double before = cpuMs();
    function();
    return cpuMs() - before;
}

HttpRequest manifestRequest(const QUrl& url, const QByteArray& token)
{
    HttpRequest request;
    request.url = url;
    request.subject = u"a manifest"_s;
    request.traffic = Traffic::Registry;
    request.headers = {
        {"Accept"_ba, "application/vnd.oci.image.index.v1+json,application/vnd.oci.image.manifest.v1+json"_ba},
        {"Authorization"_ba, "Bearer " + token}};
    return request;
}

/// The least a program on Qt can do: ask, read, ask the next.
class BareLoop final : public QObject
{
public:
    BareLoop(const QList<QUrl>& urls, const QByteArray& token)
        : m_urls(urls)
        , m_token(token)
    {
        m_manager.setAutoDeleteReplies(true);
    }

    void run()
    {
        for (int i = 0; i < kAtOnce; ++i)
            next();
        m_loop.exec();
    }

    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    void next()
    {
        if (m_sent == kRequests)
            return;
        QNetworkRequest request(m_urls[m_sent++ % m_urls.size()]);
        for (const auto& header : manifestRequest({}, m_token).headers)
            request.setRawHeader(header.name, header.value);
        QNetworkReply* reply = m_manager.get(request);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            m_bytes += reply->readAll().size();
            next();
            if (++m_done == kRequests)
                m_loop.quit();
        });
    }

    QNetworkAccessManager m_manager;
    QEventLoop m_loop;
    QList<QUrl> m_urls;
    QByteArray m_token;
    int m_sent = 0;
    int m_done = 0;
    qint64 m_bytes = 0;
};

Task<void> askInTurn(HttpTransport* transport, const QList<QUrl>* urls, QByteArray token, int* sent, qint64* bytes)
{
    while (*sent < kRequests) {
        const auto answer = co_await transport->send(manifestRequest((*urls)[(*sent)++ % urls->size()], token), {});
        *bytes += answer ? answer->body.size() : 0;
    }
}

qint64 askAll(HttpTransport& transport, const QList<QUrl>& urls, const QByteArray& token)
{
    int sent = 0;
    qint64 bytes = 0;
    std::vector<Task<void>> tasks;
    for (int i = 0; i < kAtOnce; ++i)
        tasks.push_back(askInTurn(&transport, &urls, token, &sent, &bytes));
    for (auto& task : tasks)
        QCoro::waitFor(std::move(task));
    return bytes;
}

/// All requests at once into the queue of the governor.
Task<void> askOne(HttpTransport* transport, QUrl url, QByteArray token, qint64* bytes)
{
    const auto answer = co_await transport->send(manifestRequest(url, token), {});
    *bytes += answer ? answer->body.size() : 0;
}

qint64 queueAll(HttpTransport& transport, const QList<QUrl>& urls, const QByteArray& token)
{
    qint64 bytes = 0;
    std::vector<Task<void>> tasks;
    for (int i = 0; i < kRequests; ++i)
        tasks.push_back(askOne(&transport, urls[i % urls.size()], token, &bytes));
    for (auto& task : tasks)
        QCoro::waitFor(std::move(task));
    return bytes;
}

double medianOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

/// What a small GET costs this process, through each storey of the way out, against a bare QNetworkAccessManager.
int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    test::ServerProcess server(test::ourProgram(u"slipwayctl"_s),
                               {u"simulate"_s, u"--generate"_s, u"packages=1,versions=200,seed=1"_s});
    const auto told = QJsonDocument::fromJson(server.waitForLine(u"registryUrl"_s).toUtf8()).object();
    const QUrl registry(told[u"registryUrl"_s].toString());
    GeneratorSpec spec;
    spec.packages = 1;
    spec.versions = 200;
    spec.seed = 1;
    const auto state = generateState(spec);
    if (!state || registry.isEmpty())
        return 1;
    const auto& package = *state->packages.begin();
    const QString path = state->owner.login + u'/' + package->facts().name;
    NetworkStack stack("bench");
    HttpRequest tokenRequest;
    tokenRequest.url = registry.resolved(QUrl(u"/token?service=ghcr.io&scope=repository:%1:pull"_s.arg(path)));
    tokenRequest.headers = {{"Authorization"_ba, "Basic " + "bench:ghp_benchbenchbench"_ba.toBase64()}};
    const auto answer = QCoro::waitFor(stack.transport().send(tokenRequest, {}));
    const QByteArray token =
        answer ? QJsonDocument::fromJson(answer->body)[u"token"_s].toString().toLatin1() : QByteArray();
    QList<QUrl> urls;
    for (const auto& row : package->rows())
        urls.append(registry.resolved(QUrl(u"/v2/%1/manifests/%2"_s.arg(path, row.digest.toString()))));

    std::vector<double> bare, network, whole, queued, recorded;
    qint64 expected = 0;
    bool isSame = true;
    for (int run = 0; run < 3; ++run) {
        BareLoop loop(urls, token);
        bare.push_back(cpuOf([&] { loop.run(); }));
        expected = loop.bytes();
        NetworkStack fresh("bench");
        network.push_back(cpuOf([&] { isSame = askAll(fresh.network(), urls, token) == expected && isSame; }));
        whole.push_back(cpuOf([&] { isSame = askAll(fresh.transport(), urls, token) == expected && isSame; }));
        queued.push_back(cpuOf([&] { isSame = queueAll(fresh.transport(), urls, token) == expected && isSame; }));
        qint64 records = 0;
        QObject::connect(&fresh.network(), &NetworkTransport::requestFinished, &fresh.network(),
                         [&](const RequestRecord& record) { records += record.status == 200 ? 1 : 0; });
        recorded.push_back(cpuOf([&] { isSame = askAll(fresh.transport(), urls, token) == expected && isSame; }));
        isSame = isSame && records == kRequests;
    }
    const double least = medianOf(bare);
    std::printf("%d small GETs, %d at once, %lld bytes; processor time, %.0f us a request bare\n", kRequests, kAtOnce,
                static_cast<long long>(expected), least * 1000 / kRequests);
    row("bare QNetworkAccessManager", least);
    row("NetworkTransport", medianOf(network), "bare", medianOf(network) / least);
    row("with governor and retries", medianOf(whole), "bare", medianOf(whole) / least);
    row("the same, all queued at once", medianOf(queued), "bare", medianOf(queued) / least);
    row("the same, each recorded", medianOf(recorded), "bare", medianOf(recorded) / least);
    return isSame && expected > 0 ? 0 : 1;
}
