#pragma once

#include "app/session/connection.h"
#include "inventory/inventory.h"
#include "models/operation.h"
#include "net/ratelimit.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace slipway
{

class OperationsModel;

/// Runs the window's reading: one target at a time, its connection, its scans as operations. Signals carry values; a
/// page can show the last inventory while the next one is read. Before it is destroyed, or another target opened,
/// everything that runs is stopped and waited for by signal (stop() → stopped()).
class DashboardSession final : public QObject
{
    Q_OBJECT

public:
    /// Operations are put into `operations`, which outlives the session.
    explicit DashboardSession(OperationsModel& operations, QObject* parent = nullptr);
    ~DashboardSession() override;

    /// Opens a target: what was known of it is shown first, then it is read. The one before is stopped.
    void open(const Target& target);
    /// Reads the target again; nothing while that runs already.
    void refresh();
    /// Stops everything that runs; stopped() follows when the last of it has ended, within the next events.
    void stop();
    /// Asks for a manifest and its config, from the store or the registry; documentsRead() answers.
    void readDocuments(const PackageName& package, const Digest& manifest, const std::optional<Digest>& config);

    [[nodiscard]] bool isIdle() const { return m_running == 0; }

Q_SIGNALS:
    void opened(const slipway::Target& target);
    void openFailed(const slipway::Error& error);
    /// A new inventory, from the store (`fetchedAt` in the past) or just read.
    void inventoryRead(const slipway::InventoryPtr& inventory);
    void refreshStarted();
    void refreshProgress(int packagesDone, int packagesTotal);
    void refreshEnded(const std::optional<slipway::Error>& error);
    void rateLimitChanged(const std::optional<slipway::RateLimit>& limit);
    void documentsRead(const slipway::Digest& manifest, const slipway::Result<QByteArray>& bytes,
                       const std::optional<slipway::Result<QByteArray>>& configBytes);
    void stopped();

private:
    /// Counts what runs, so that the session knows when the last of it has ended.
    class Running;

    void openNow();
    Task<void> showKnown(std::stop_token stop);
    Task<void> runScan(Operation* operation);
    Task<void> runDocuments(PackageName package, Digest manifest, std::optional<Digest> config, std::stop_token stop);
    Task<Result<QByteArray>> readManifest(PackageName package, Digest digest, std::stop_token stop);
    Task<Result<QByteArray>> readConfig(PackageName package, Digest digest, std::stop_token stop);
    Task<void> publish(SnapshotPtr snapshot, std::stop_token stop);
    void endOne();

    OperationsModel& m_operations;
    std::unique_ptr<Connection> m_connection;
    std::optional<Target> m_target; ///< the one opened last, whether that went well or not
    std::optional<Target> m_next;   ///< opened once what runs has ended
    std::stop_source m_stop;
    Operation* m_scan = nullptr; ///< the running one
    int m_running = 0;
    bool m_isStopping = false;
};

} // namespace slipway
