#include "simulator/simulatorserver.h"

#include "core/clock.h"
#include "simulator/githubapi.h"
#include "simulator/httpfront.h"
#include "simulator/registryapi.h"

#include <QLocale>

namespace slipway
{

using namespace Qt::StringLiterals;

class SimulatorServer::Private final
{
public:
    Private(SimulatorState given, SimulatorOptions chosen)
        : options(std::move(chosen))
        , clock(options.now ? Clock(*options.now) : Clock())
        , state(std::move(given))
        , stale(options.staleLists)
        , github(state, stale, options, clock)
        , registry(state, stale, options, clock)
        , front(options, [this](const ServedRequest& request) { return answer(request); })
    {
        if (state.anchor.isValid())
            state.shiftTimes(std::chrono::milliseconds(state.anchor.msecsTo(clock.now())));
    }

    [[nodiscard]] HttpAnswer answer(const ServedRequest& request)
    {
        auto answer = RegistryApi::isPath(request.path) ? registry.answer(request) : github.answer(request);
        answer.setHeader("date", QLocale::c().toString(clock.now(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1());
        return answer;
    }

    const SimulatorOptions options;
    Clock clock;
    SimulatorState state;
    StaleLists stale;
    GithubApi github;
    RegistryApi registry;
    HttpFront front;
    quint16 port = 0;
};

SimulatorServer::SimulatorServer(SimulatorState state, SimulatorOptions options, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(state), std::move(options)))
{
}

SimulatorServer::~SimulatorServer() = default;

Result<void> SimulatorServer::start()
{
    const auto port = d->front.listen();
    if (!port)
        return std::unexpected(port.error());
    d->port = *port;
    return {};
}

QUrl SimulatorServer::apiUrl() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

QUrl SimulatorServer::registryUrl() const
{
    return apiUrl();
}

QString SimulatorServer::owner() const
{
    return d->state.owner.login;
}

void SimulatorServer::setClock(const Clock& clock)
{
    d->clock = clock;
}

SimulatorState& SimulatorServer::state()
{
    return d->state;
}

const QList<LoggedRequest>& SimulatorServer::requests() const
{
    return d->front.log().requests();
}

void SimulatorServer::clearRequests()
{
    d->front.log().clear();
}

void SimulatorServer::addFault(Fault fault)
{
    d->front.faults().add(std::move(fault));
}

void SimulatorServer::clearFaults()
{
    d->front.faults().clear();
}

} // namespace slipway
