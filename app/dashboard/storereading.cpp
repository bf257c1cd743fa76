#include "app/dashboard/storereading.h"

#include "storage/storagehistory.h"

namespace slipway
{

Task<Result<SnapshotPtr>> loadKnown(Connection* connection, std::stop_token stop)
{
    co_return connection->store().latestSnapshot(connection->target().apiHost(), connection->target().owner,
                                                 std::move(stop));
}

Task<Result<PackageHistory>> loadHistory(Connection* connection, HistoryRequest request, std::stop_token stop)
{
    const Target& target = connection->target();
    co_return connection->store().packageHistory(target.apiHost(), target.owner, request.package, request.before,
                                                 std::move(stop));
}

Task<Result<std::vector<StorageSample>>> loadStorageHistory(Connection* connection, Owner owner, std::stop_token stop)
{
    co_return storageHistory(connection->store(), {connection->target().apiHost(), owner}, connection->profile().rules,
                             std::move(stop));
}

} // namespace slipway
