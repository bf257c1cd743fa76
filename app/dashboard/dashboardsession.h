#pragma once

#include "app/dashboard/driftdesk.h"
#include "app/dashboard/limitteller.h"
#include "app/dashboard/readingthread.h"
#include "app/dashboard/refreshclock.h"
#include "app/dashboard/runningwork.h"
#include "app/dashboard/sessionanswers.h"
#include "app/dashboard/storagedesk.h"
#include "app/dashboard/targetopening.h"
#include "domain/packagehistory.h"
#include "inventory/inventory.h"
#include "models/operation.h"
#include "net/ratelimit.h"
#include "storage/storageoverview.h"
#include "storage/storagesample.h"
#include "storage/storageterms.h"

#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace slipway
{

class OperationsModel;

/// Runs the window's reading: one target at a time, its connection on a thread of its own, its scans as operations.
/// Signals carry values; a page can show the last inventory while the next one is read. It reads again by itself, at a
/// pace that suits (refreshPace()). Before it is destroyed, or another target opened, everything that runs is stopped
/// and waited for by signal (stop() → stopped()).
class DashboardSession final : public QObject
{
    Q_OBJECT

public:
    /// Operations are put into `operations`, which outlives the session.
    explicit DashboardSession(OperationsModel& operations, QObject* parent = nullptr);
    /// The same; what is probably opened first is begun with at once, while the window is being made. Nothing is told
    /// of it before open() wants it; if another target is opened, it is as if this had not been.
    DashboardSession(OperationsModel& operations, const Target& ahead);
    ~DashboardSession() override;

    /// Opens a target: what was known of it is shown first, then it is read. The one before is stopped. Nothing after
    /// stop().
    void open(const Target& target);
    /// Ends the reading of what is open, of which nothing more is told. Until another is opened there is nothing to
    /// read.
    void close();
    /// Reads what changed, for a person; nothing while that runs already. Of a target that is offline only the store is
    /// read, if that failed before.
    void refresh();
    /// How much a person looks on: hidden windows are not kept fresh.
    void setWindow(RefreshGround::Window window) { m_clock.setWindow(window); }
    /// How often it reads by itself.
    void setPaces(const RefreshPaces& paces) { m_clock.setPaces(paces); }
    /// The budget and prices of owners whose profile names none.
    void setUsualTerms(const StorageTerms& terms)
    {
        m_usualTerms = terms;
        if (m_connection && !m_stop.stop_requested())
            tellTerms();
    }
    /// Stops everything that runs; stopped() follows when the last of it has ended, within the next events.
    void stop();
    /// Asks for a manifest and its config, from the store or the registry; documentsRead() answers.
    void readDocuments(const PackageName& package, const Digest& manifest, const std::optional<Digest>& config)
    {
        m_answers->readDocuments(package, manifest, config);
    }
    /// Asks the store, online or not, for what is known of a package's past; historyRead() answers, unless another
    /// part or package is asked for before.
    void readHistory(const HistoryRequest& request) { m_answers->readHistory(request); }

    /// Where whoever works beside the reading puts what can be watched and stopped.
    [[nodiscard]] OperationsModel& operations() const { return m_operations; }
    /// What is worked out of the owner beside the reading.
    [[nodiscard]] StorageDesk& storage() { return m_storage; }
    /// Looks for drift beside the reading.
    [[nodiscard]] DriftDesk& drift() { return m_drift; }
    /// What runs, for others that run something beside the session.
    [[nodiscard]] OperationsModel& operations() { return m_operations; }
    /// What is open, for others that read beside the session: null while nothing is, of no use once stopToken() is
    /// requested, and used on the thread of readingContext() but for its target and profile.
    [[nodiscard]] Connection* connection() const { return m_connection.get(); }
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    [[nodiscard]] QObject* readingContext() { return m_reading.context(); }
    /// Keeps what is open from being closed as long as it is there.
    [[nodiscard]] std::shared_ptr<void> hold()
    {
        return std::make_shared<RunningWork::Mark>(m_work, RunningWork::Kind::Measuring);
    }
    [[nodiscard]] bool isIdle() const { return m_work.isIdle() && !m_ahead; }
    /// Whether something is under way that may still bring another inventory: what is merely measured does not.
    [[nodiscard]] bool isReading() const { return m_work.isReading(); }
    /// The time until it reads again by itself; nullopt while it reads, or will not.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextReading() const { return m_clock.remaining(); }

Q_SIGNALS:
    void opened(const slipway::Target& target);
    void openFailed(const slipway::Error& error);
    /// What was open is not any more: a reading that has started ends without a refreshEnded().
    void closed();
    /// The store was damaged: it is kept aside under `path`, and everything is read anew.
    void storeSetAside(const QString& path, const QString& reason);
    /// What stands where in a large inventory, told while the store loads what is counted; the inventory follows. Null:
    /// it does not.
    void outlineRead(const slipway::InventoryPtr& outline);
    /// A new inventory, from the store (`fetchedAt` in the past) or just read.
    void inventoryRead(const slipway::InventoryPtr& inventory);
    /// What of that inventory is seen at a glance; follows it.
    void storageMeasured(const slipway::StorageOverview& overview);
    /// What was stored at each reading, oldest first; after a reading, whether that changed anything or failed.
    void storageHistoryRead(const slipway::Result<std::vector<slipway::StorageSample>>& samples);
    /// The budget and prices of what is open.
    void termsKnown(const slipway::StorageTerms& terms);
    /// The inventory in sight is true of this moment: it was just read, or found unchanged.
    void checked(const QDateTime& at);
    /// A reading begins that a person asked for, or the first of a target. The others are told by their results only.
    void refreshStarted();
    void refreshProgress(int packagesDone, int packagesTotal);
    /// Not of a reading that another target, close() or stop() ended.
    void refreshEnded(const std::optional<slipway::Error>& error);
    void rateLimitChanged(const std::optional<slipway::RateLimit>& limit);
    /// The server's limits hold every request until a moment; nullopt: they do not.
    void pauseChanged(const std::optional<slipway::Pause>& pause);
    void documentsRead(const slipway::Digest& manifest, const slipway::Result<QByteArray>& bytes,
                       const std::optional<slipway::Result<QByteArray>>& configBytes);
    void historyRead(const slipway::HistoryRequest& request, const slipway::Result<slipway::PackageHistory>& history);
    void stopped();

private:
    /// An opening nobody has wanted yet.
    struct Ahead {
        Target target;
        std::stop_source stop;
        TargetOpening opening;
    };

    std::optional<Target> takeAhead();
    void openNext(const Target& target);
    /// Opens a target whose store turned out to be damaged once more, which sets the file aside; false if that was done
    /// already: another program may have it open.
    [[nodiscard]] bool openAgain();
    void openNow();
    Task<void> openTarget(TargetOpening opening, std::stop_token stop);
    Task<void> showKnown(KnownReading reading, std::stop_token stop);
    Task<void> loadAgain(std::stop_token stop);
    void startScan(Urgency urgency);
    Task<void> runScan(Operation* operation, Urgency urgency);
    void endScan(Operation* operation, Urgency urgency, const std::optional<Error>& error);
    Task<void> publish(SnapshotPtr snapshot, std::stop_token stop);
    void tellTerms();
    void lookAtStore();
    Task<void> checkStore(std::stop_token stop);
    void closeConnection();
    void goOn();
    void lookAtWork();

    OperationsModel& m_operations;
    RunningWork m_work;
    ReadingThread m_reading;
    SessionAnswers* m_answers;
    std::unique_ptr<Connection> m_connection; ///< lives on the reading thread: touched through runOn() only
    std::optional<Ahead> m_ahead;
    std::optional<Target> m_target; ///< the one opened last, whether that went well or not
    std::optional<Target> m_next;   ///< opened once what runs has ended
    SnapshotPtr m_snapshot;         ///< the newest
    qint64 m_snapshotId = 0;        ///< in the store
    std::stop_source m_stop;
    StorageTerms m_usualTerms;
    Operation* m_scan = nullptr; ///< the running one
    RefreshClock m_clock;
    LimitTeller m_limits;
    bool m_isStopping = false;
    bool m_isOpenedAgain = false;
    bool m_isLoading = false;   ///< what the store has
    bool m_hasMeasured = false; ///< since memory was given back last
    StorageDesk m_storage;
    DriftDesk m_drift;
};

} // namespace slipway
