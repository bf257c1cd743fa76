#include "app/dashboard/driftdesk.h"

#include "app/dashboard/driftnotes.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "core/poolrun.h"
#include "core/threadrun.h"

#include <algorithm>

namespace slipway
{

DriftDesk::DriftDesk(QObject& reading, Hold hold, QObject* parent)
    : QObject(parent)
    , m_reading(reading)
    , m_hold(std::move(hold))
{
}

void DriftDesk::open(Connection* connection, std::stop_token stop)
{
    m_connection = connection;
    m_stop = std::move(stop);
    m_looking.request_stop();
    m_inventory.reset();
    m_ground.reset();
}

void DriftDesk::setInventory(const InventoryPtr& inventory)
{
    m_inventory = inventory;
    if (m_isWanted)
        look();
    else if (!m_stop.stop_requested())
        runKept(inventory->snapshot->owner, m_stop);
}

void DriftDesk::want()
{
    if (!std::exchange(m_isWanted, true))
        look();
}

void DriftDesk::check()
{
    m_isWanted = true;
    look();
}

void DriftDesk::look()
{
    m_looking.request_stop();
    m_looking = std::stop_source();
    if (m_inventory && m_connection && !m_stop.stop_requested())
        runLook(m_inventory, m_stop, m_looking);
}

Task<void> DriftDesk::runLook(InventoryPtr inventory, std::stop_token stop, std::stop_source newer)
{
    const auto held = m_hold();
    const std::stop_callback withSession(stop, [newer]() mutable { newer.request_stop(); });
    const auto* connection = m_connection;
    const SnapshotPtr snapshot = inventory->snapshot;
    Q_EMIT lookStarted();
    auto configs = co_await runOn(&m_reading, [connection = m_connection, snapshot, token = newer.get_token()] {
        return readDriftConfigs(connection, snapshot, token);
    });
    if (newer.stop_requested())
        co_return;
    const auto prepared = co_await runInPool(prepareDrift, inventory, connection->profile(), std::move(configs),
                                             connection->target().clock.now());
    auto places = co_await runInPool(driftSbomPlaces, std::shared_ptr<const DriftGround>(prepared));
    auto blobs = co_await runOn(
        &m_reading, [connection = m_connection, snapshot, wanted = blobsOf(places), token = newer.get_token()] {
            return readDriftBlobs(connection, snapshot, wanted, token);
        });
    if (newer.stop_requested())
        co_return;
    const auto ground = co_await runInPool(judgeDrift, prepared, std::move(places), std::move(blobs));
    if (newer.stop_requested())
        co_return;
    const auto kept = co_await runOn(
        &m_reading, [connection = m_connection, ground] { return keepDriftFindings(connection, ground); });
    if (newer.stop_requested())
        co_return;
    if (!kept) {
        qCWarning(logStore, "findings of drift are not kept: %s", qUtf8Printable(errorLine(kept.error())));
        Q_EMIT lookFailed(kept.error());
        co_return;
    }
    m_ground = ground;
    const auto look = co_await runInPool(driftLook, ground, *kept);
    if (!newer.stop_requested())
        Q_EMIT looked(look);
}

Task<void> DriftDesk::runKept(Owner owner, std::stop_token stop)
{
    const auto held = m_hold();
    const auto kept =
        co_await runOn(&m_reading, [connection = m_connection, owner] { return loadDriftFindings(connection, owner); });
    if (!kept || stop.stop_requested() || m_isWanted)
        co_return;
    const auto open = [&](DriftSeverity severity) {
        return static_cast<int>(std::ranges::count_if(*kept, [severity](const FindingLife& life) {
            return life.state == FindingState::Open && life.finding.severity == severity;
        }));
    };
    Q_EMIT keptKnown(open(DriftSeverity::Error), open(DriftSeverity::Warning));
}

void DriftDesk::acknowledge(qint64 id, const QString& reason, const QDateTime& until)
{
    if (m_ground && m_connection && !m_stop.stop_requested())
        runAcknowledge(m_ground->snapshot().owner, id, reason, until, m_stop);
}

Task<void> DriftDesk::runAcknowledge(Owner owner, qint64 id, QString reason, QDateTime until, std::stop_token stop)
{
    const auto held = m_hold();
    const auto done = co_await runOn(&m_reading, [connection = m_connection, owner, id, reason, until] {
        return acknowledgeDrift(connection, owner, id, reason, until);
    });
    if (stop.stop_requested())
        co_return;
    Q_EMIT acknowledged(done);
    if (!done)
        co_return;
    const auto kept =
        co_await runOn(&m_reading, [connection = m_connection, owner] { return loadDriftFindings(connection, owner); });
    if (!kept || !m_ground || stop.stop_requested())
        co_return;
    const auto look = co_await runInPool(driftLook, m_ground, *kept);
    if (!stop.stop_requested())
        Q_EMIT looked(look);
}

void DriftDesk::previewLock()
{
    if (m_ground && !m_stop.stop_requested())
        runPreview(m_ground, m_stop);
}

Task<void> DriftDesk::runPreview(std::shared_ptr<const DriftGround> ground, std::stop_token stop)
{
    const auto held = m_hold();
    const auto preview = co_await runInPool(previewLockOf, ground);
    if (!stop.stop_requested())
        Q_EMIT lockPreviewed(preview);
}

void DriftDesk::writeLock(const LockPreviewPtr& preview)
{
    if (!m_stop.stop_requested())
        runWrite(preview, m_stop);
}

Task<void> DriftDesk::runWrite(LockPreviewPtr preview, std::stop_token stop)
{
    const auto held = m_hold();
    const auto done = co_await runInPool([preview] { return writeLockDraft(preview->draft); });
    if (stop.stop_requested())
        co_return;
    Q_EMIT lockWritten(done);
    if (done)
        look();
}

} // namespace slipway
