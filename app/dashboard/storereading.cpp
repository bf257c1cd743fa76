#include "app/dashboard/storereading.h"

#include "inventory/buildinventory.h"
#include "storage/storagehistory.h"

#include <algorithm>
#include <functional>
#include <ranges>

namespace slipway
{

Task<InventoryPtr> loadOutline(Connection* connection, std::stop_token stop)
{
    const auto packages =
        connection->store().latestPackages(connection->target().apiHost(), connection->target().owner, std::move(stop));
    if (!packages || !*packages)
        co_return InventoryPtr();
    const auto counts = (*packages)->packages | std::views::transform(&PackageRow::versionCount);
    if (std::ranges::fold_left(counts, std::int64_t{0}, std::plus()) < kOutlinedFrom)
        co_return InventoryPtr();
    co_return buildOutline(*packages, connection->profile().rules);
}

Task<Result<std::optional<KeptSnapshot>>> loadKnown(Connection* connection, std::stop_token stop)
{
    co_return connection->store().latestKept(connection->target().apiHost(), connection->target().owner,
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
