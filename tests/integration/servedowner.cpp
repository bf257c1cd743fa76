#include "integration/servedowner.h"

#include "simulator/statefile.h"
#include "support/apiversion.h"

#include <QCoroTask>

#include <algorithm>

namespace slipway::test
{

using namespace Qt::StringLiterals;

namespace
{

Task<void> nothing()
{
    co_return;
}

/// Gives up on silence after a moment.
class ImpatientTransport final : public HttpTransport
{
public:
    explicit ImpatientTransport(HttpTransport& transport)
        : m_transport(transport)
    {
    }

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override
    {
        request.timeout = std::chrono::milliseconds(250);
        return m_transport.send(std::move(request), std::move(stop));
    }

private:
    HttpTransport& m_transport;
};

} // namespace

ServedOwner::ServedOwner(const QByteArray& state, SimulatorOptions options)
{
    auto parsed = parseState(state, u"the test's state"_s);
    if (!parsed)
        qFatal("%s: %s", qPrintable(parsed.error().subject), qPrintable(parsed.error().detail));
    m_login = parsed->owner.login;
    if (!options.now)
        options.now = parsed->anchor;
    m_server = std::make_unique<SimulatorServer>(std::move(*parsed), std::move(options));
    if (!m_server->start())
        qFatal("the simulator does not start");
    m_apiUrl = m_server->apiUrl();
    m_registryUrl = m_server->registryUrl();
    restart();
}

void ServedOwner::restart()
{
    m_store.reset();
    auto store = Store::open(storePath());
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    m_store = std::move(*store);
    connectClients();
}

void ServedOwner::connectClients()
{
    m_github.reset();
    m_registry.reset();
    m_network = m_isHurried ? std::make_unique<NetworkStack>(
                                  "Slipway/test", GovernorLimits(), [] { return 0.5; },
                                  [this](std::chrono::milliseconds wait, std::stop_token) {
                                      m_waited += wait;
                                      return nothing();
                                  })
                            : std::make_unique<NetworkStack>("Slipway/test");
    m_network->governor().setLongestPause(std::chrono::seconds(5)); // as slipwayctl has it
    if (m_isHurried)
        m_impatient = std::make_unique<ImpatientTransport>(m_network->transport());
    HttpTransport& transport = m_isHurried ? *m_impatient : m_network->transport();
    m_github = std::make_unique<GithubClient>(transport, GithubAccess{m_apiUrl, m_token, apiVersion()}, Clock());
    RegistryAccess access;
    access.registryUrl = m_registryUrl;
    access.secret = m_token;
    m_registry = std::make_unique<RegistryClient>(transport, access, Clock());
}

void ServedOwner::hurry()
{
    m_isHurried = true;
    connectClients();
}

void ServedOwner::setToken(const QString& token)
{
    m_token = token;
    connectClients();
}

void ServedOwner::setApiUrl(const QUrl& url)
{
    m_apiUrl = url;
    connectClients();
}

void ServedOwner::setRegistryUrl(const QUrl& url)
{
    m_registryUrl = url;
    connectClients();
}

Result<SnapshotPtr> ServedOwner::scan(ScanDepth depth, std::stop_token stop, ScanProgressSink progress)
{
    const ScanTools tools{*m_github, *m_registry, *m_store, m_clock};
    ScanRequest request;
    request.apiHost = u"test"_s;
    request.login = m_login;
    request.depth = depth;
    request.previous = std::exchange(m_previous, {});
    auto outcome = QCoro::waitFor(scanOwner(tools, request, std::move(progress), std::move(stop)));
    if (!outcome)
        return std::unexpected(outcome.error());
    m_hasChanged = outcome->hasChanged;
    return std::move(outcome->snapshot);
}

int ServedOwner::requestsFor(const QString& part, const QByteArray& method) const
{
    const auto& requests = m_server->requests();
    return static_cast<int>(std::ranges::count_if(requests, [&](const LoggedRequest& request) {
        return request.method == method && request.path.contains(part);
    }));
}

StoreScope ServedOwner::scope()
{
    return {u"test"_s, stored()->owner};
}

KeptSnapshot ServedOwner::kept()
{
    const auto kept = m_store->latestKept(u"test"_s, m_login);
    return kept && *kept ? **kept : KeptSnapshot();
}

QStringList linesOf(const Snapshot& snapshot)
{
    QStringList lines;
    for (const auto& version : snapshot.versions) {
        QStringList tags;
        for (const auto& text : snapshot.tagsOf(version)) {
            const QString tag = text.toString();
            tags.append(tag.startsWith("sha256-"_L1) ? u'~' + tag.sliced(71) : tag);
        }
        lines.append(u"%1 %2 %3"_s
                         .arg(snapshot.packages[version.package].name.value, manifestKindName(snapshot.kindOf(version)),
                              tags.join(u' '))
                         .trimmed());
    }
    lines.sort();
    QStringList problems;
    for (const auto& problem : snapshot.problems)
        problems.append(u"! %1 %2"_s.arg(errorKindName(problem.kind), problem.subject.section(u'@', 0, 0)));
    problems.sort();
    return lines + problems;
}

} // namespace slipway::test
