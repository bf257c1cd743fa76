#include "app/dashboard/storagedesk.h"

#include "app/session/reclaiming.h"
#include "core/poolrun.h"

namespace slipway
{

namespace
{

/// Policies count in days, and no grace period is shorter than minutes.
constexpr std::chrono::hours kReclaimPace{1};

Result<Reclaimable> reclaimableIn(const InventoryPtr& inventory, const Profile& profile, const QDateTime& now)
{
    return reclaimableOf({*inventory->snapshot, *inventory->graph, inventory->references}, profile, now);
}

} // namespace

StorageDesk::StorageDesk(Hold hold, QObject* parent)
    : QObject(parent)
    , m_hold(std::move(hold))
{
}

void StorageDesk::open(Connection* connection, std::stop_token stop)
{
    m_connection = connection;
    m_stop = std::move(stop);
    m_inventory.reset();
}

void StorageDesk::measure(const InventoryPtr& inventory)
{
    m_measuring.request_stop();
    m_measuring = std::stop_source();
    m_inventory = inventory;
    m_measuredAt = m_connection->target().clock.now();
    runReclaim(inventory, m_stop, m_measuring.get_token());
}

void StorageDesk::noteUnchanged()
{
    if (m_inventory && m_measuredAt.addDuration(kReclaimPace) <= m_connection->target().clock.now())
        measure(m_inventory);
}

Task<void> StorageDesk::runReclaim(InventoryPtr inventory, std::stop_token stop, std::stop_token newer)
{
    const auto held = m_hold();
    const auto found =
        co_await runInPool(reclaimableIn, inventory, m_connection->profile(), m_connection->target().clock.now());
    if (!stop.stop_requested() && !newer.stop_requested())
        Q_EMIT reclaimed(found);
}

} // namespace slipway
