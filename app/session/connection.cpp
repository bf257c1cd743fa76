#include "app/session/connection.h"

#include "app/session/demopast.h"
#include "app/session/requestlog.h"
#include "simulator/statefile.h"

#include <QFile>

namespace slipway
{

using namespace Qt::StringLiterals;

Connection::Connection(Target target)
    : m_target(std::move(target))
{
}

Result<std::unique_ptr<Connection>> Connection::open(Target target, std::stop_token closing)
{
    std::unique_ptr<Connection> connection(new Connection(std::move(target)));
    if (auto started = connection->startDemo(); !started)
        return std::unexpected(started.error());
    if (auto read = connection->readProfile(); !read)
        return std::unexpected(read.error());
    auto& self = *connection;
    if (self.m_target.owner.isEmpty())
        self.m_target.owner = self.m_profile.owner;
    if (self.m_target.owner.isEmpty()) {
        return failure(ErrorKind::InvalidArgument, QCoreApplication::translate("Connection", "No owner is named"),
                       QCoreApplication::translate("Connection", "--owner LOGIN, an organisation or a user"));
    }
    auto store = Store::open(self.m_target.storePath(), std::move(closing));
    if (!store)
        return std::unexpected(store.error());
    self.m_store = std::move(*store);
    self.m_network = std::make_unique<NetworkStack>("Slipway/" SLIPWAY_VERSION);
    logRequests(self.m_network->network());
    self.m_packages = std::make_unique<GuardedTransport>(self.m_network->transport());
    self.m_others = std::make_unique<GuardedTransport>(self.m_network->transport());
    if (!isReadOnly(self.m_target.access))
        self.m_othersMayChange = self.m_others->grant();
    self.m_github = std::make_unique<GithubClient>(
        *self.m_packages, GithubAccess{self.m_target.apiUrl, self.m_target.token, self.m_target.apiVersion},
        self.m_target.clock);
    RegistryAccess access;
    access.registryUrl = self.m_target.registryUrl;
    access.secret = self.m_target.token;
    self.m_registry = std::make_unique<RegistryClient>(*self.m_packages, access, self.m_target.clock);
    return connection;
}

Result<GuardedTransport::Grant> Connection::allowChanges()
{
    if (isReadOnly(m_target.access) || m_target.isOffline) {
        return failure(ErrorKind::Refused, m_target.owner,
                       m_target.isOffline ? QCoreApplication::translate("Connection", "offline, nothing can be changed")
                                          : QCoreApplication::translate("Connection", "opened read-only"));
    }
    return m_packages->grant();
}

ScanRequest Connection::scanRequest(ScanDepth depth) const
{
    ScanRequest request;
    request.apiHost = m_target.apiHost();
    request.login = m_target.owner;
    request.rules = m_profile.rules;
    request.depth = depth;
    request.past = m_past;
    // The older half of what the demo's past covers: a history without it is from before, or of another time.
    request.pastFrom = m_target.clock.now().addDays(-kDemoPastDays);
    request.pastUntil = m_target.clock.now().addDays(-kDemoPastDays / 2);
    return request;
}

Result<void> Connection::startDemo()
{
    if (m_target.demo.isEmpty())
        return {};
    auto state = demoState(m_target.demo);
    if (!state)
        return std::unexpected(state.error());
    SimulatorOptions options;
    // Its repositories can be changed, too: nothing of that outlives the program.
    options.scopes =
        QStringList{u"read:packages"_s, u"write:packages"_s, u"delete:packages"_s, u"repo"_s, u"workflow"_s};
    if (m_target.clock.isFixed())
        options.now = m_target.clock.now();
    // Made when it is needed, at the first reading of all. As the server will tell times, so that the past is as old as
    // the present is.
    m_past = [name = m_target.demo, now = m_target.clock.now()] {
        auto asTold = demoState(name);
        return asTold ? demoPast(*std::move(asTold), now) : OwnerPast();
    };
    m_simulator = std::make_unique<EmbeddedSimulator>();
    if (auto started = m_simulator->start(std::move(*state), options); !started)
        return started;
    m_target.apiUrl = m_simulator->apiUrl();
    m_target.registryUrl = m_simulator->registryUrl();
    m_target.owner = m_simulator->owner();
    // The demo has private packages: any token opens them, and no real one is ever sent there.
    m_target.token = u"demo"_s;
    return {};
}

QString Connection::profilePath() const
{
    if (m_target.profilePath.isEmpty() && !m_target.demo.isEmpty())
        return u":/demo/%1.profile.yaml"_s.arg(m_target.demo);
    return m_target.profilePath;
}

Result<void> Connection::readProfile()
{
    const QString path = profilePath();
    if (path.isEmpty())
        return {};
    auto profile = loadProfile(path);
    if (!profile)
        return std::unexpected(profile.error());
    m_profile = std::move(*profile);
    return {};
}

} // namespace slipway
