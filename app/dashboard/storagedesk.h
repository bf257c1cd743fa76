#pragma once

#include "app/session/connection.h"
#include "cleanup/reclaimable.h"
#include "inventory/inventory.h"

#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>

namespace slipway
{

/// What is worked out of the owner in sight beside the reading. Everything runs in the pool or on the reading thread
/// and holds the session until it has ended.
class StorageDesk final : public QObject
{
    Q_OBJECT
public:
    /// Something that keeps the session from closing as long as it is there.
    using Hold = std::function<std::shared_ptr<void>()>;

    explicit StorageDesk(Hold hold, QObject* parent = nullptr);

    /// Another target is open: nothing more is told of the one before. `connection` lives until what was held has
    /// ended after `stop`.
    void open(Connection* connection, std::stop_token stop);
    /// A new inventory: what is still under way of the one before is not told any more.
    void measure(const InventoryPtr& inventory);
    /// The same inventory was found unchanged: what depends on its age is worked out again once an hour.
    void noteUnchanged();

Q_SIGNALS:
    /// What the cleanup policies would free of the inventory given last.
    void reclaimed(const slipway::Result<slipway::Reclaimable>& found);

private:
    Task<void> runReclaim(InventoryPtr inventory, std::stop_token stop, std::stop_token newer);

    Hold m_hold;
    Connection* m_connection = nullptr;
    InventoryPtr m_inventory; ///< given last
    QDateTime m_measuredAt;
    std::stop_token m_stop;
    std::stop_source m_measuring; ///< of the inventory given last
};

} // namespace slipway
