#include "app/dashboard/targetopening.h"

#include "app/dashboard/storereading.h"
#include "core/threadrun.h"

#include <tuple>

namespace slipway
{

namespace
{

/// Where the opening leaves its connection for what follows it on the same thread.
using Place = std::shared_ptr<Connection*>;

Task<Result<std::unique_ptr<Connection>>> openConnection(Target target, Place place, std::stop_token stop)
{
    auto connection = Connection::open(std::move(target), std::move(stop));
    if (connection)
        *place = connection->get();
    co_return connection;
}

Task<InventoryPtr> readOutline(Place place, std::stop_token stop)
{
    if (!*place)
        co_return InventoryPtr();
    co_return co_await loadOutline(*place, std::move(stop));
}

Task<Result<std::optional<KeptSnapshot>>> readKnown(Place place, std::stop_token stop)
{
    if (!*place)
        co_return Result<std::optional<KeptSnapshot>>();
    co_return co_await loadKnown(*place, std::move(stop));
}

KnownReading beginReading(QObject* context, const Place& place, const std::stop_token& stop)
{
    return {runOn(context, [place, stop] { return readOutline(place, stop); }),
            runOn(context, [place, stop] { return readKnown(place, stop); })};
}

auto comparable(const Target& target)
{
    return std::tie(target.demo, target.owner, target.apiUrl, target.registryUrl, target.apiVersion, target.token,
                    target.accountName, target.accountId, target.profilePath, target.dataFolder, target.isOffline,
                    target.access);
}

} // namespace

bool isSameTarget(const Target& a, const Target& b)
{
    return comparable(a) == comparable(b);
}

TargetOpening beginOpening(QObject* context, const Target& target, const std::stop_token& stop)
{
    const auto place = std::make_shared<Connection*>(nullptr);
    auto connection = runOn(context, [target, place, stop] { return openConnection(target, place, stop); });
    return {std::move(connection), beginReading(context, place, stop)};
}

KnownReading beginReading(QObject* context, Connection* connection, const std::stop_token& stop)
{
    return beginReading(context, std::make_shared<Connection*>(connection), stop);
}

} // namespace slipway
