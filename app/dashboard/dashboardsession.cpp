#include "app/dashboard/dashboardsession.h"

#include "app/dashboard/scantelling.h"
#include "app/session/accounttarget.h"
#include "core/errortext.h"
#include "core/heap.h"
#include "core/logcategories.h"
#include "core/poolrun.h"
#include "core/threadrun.h"
#include "inventory/buildinventory.h"
#include "inventory/scan.h"
#include "models/operationsmodel.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>
#include <QThreadPool>
#include <QTimer>

#include <tuple>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kScan = "scan"_L1; ///< the operation's id

} // namespace

DashboardSession::DashboardSession(OperationsModel& operations, QObject* parent)
    : QObject(parent)
    , m_operations(operations)
    , m_work([this] { goOn(); })
    , m_answers(new SessionAnswers(m_work, m_reading.context(), this))
    , m_storage(*m_reading.context(),
                [this] { return std::make_shared<RunningWork::Mark>(m_work, RunningWork::Kind::Measuring); })
    , m_drift(*m_reading.context(),
              [this] { return std::make_shared<RunningWork::Mark>(m_work, RunningWork::Kind::Measuring); })
{
    connect(m_answers, &SessionAnswers::documentsRead, this, &DashboardSession::documentsRead);
    connect(m_answers, &SessionAnswers::historyRead, this, &DashboardSession::historyRead);
    connect(m_answers, &SessionAnswers::storageMeasured, this, &DashboardSession::storageMeasured);
    connect(m_answers, &SessionAnswers::storageHistoryRead, this, &DashboardSession::storageHistoryRead);
    connect(m_answers, &SessionAnswers::storageHistoryRead, &m_storage, &StorageDesk::setHistory);
    connect(&m_storage, &StorageDesk::aged, m_answers, &SessionAnswers::measureStorage);
    connect(&m_limits, &LimitTeller::rateLimitChanged, &m_clock, &RefreshClock::setLimit);
    connect(&m_limits, &LimitTeller::rateLimitChanged, this, &DashboardSession::rateLimitChanged);
    connect(&m_limits, &LimitTeller::pauseChanged, this, &DashboardSession::pauseChanged);
    connect(&m_clock, &RefreshClock::due, this, [this] { startScan(Urgency::Background); });
    connect(&m_operations, &QAbstractItemModel::rowsInserted, this, &DashboardSession::lookAtWork);
    connect(&m_operations, &QAbstractItemModel::rowsRemoved, this, &DashboardSession::lookAtWork);
}

DashboardSession::DashboardSession(OperationsModel& operations, const Target& ahead)
    : DashboardSession(operations)
{
    const std::stop_source stop;
    if (isComplete(ahead))
        m_ahead = {ahead, stop, beginOpening(m_reading.context(), ahead, stop.get_token())};
}

DashboardSession::~DashboardSession()
{
    Q_ASSERT_X(isIdle(), "DashboardSession", "stop() and wait for stopped() first");
    closeConnection();
}

/// What was begun is the opening now that runs, whoever wants it.
std::optional<Target> DashboardSession::takeAhead()
{
    if (!m_ahead)
        return std::nullopt;
    const Ahead ahead = *std::exchange(m_ahead, std::nullopt);
    m_target = ahead.target;
    m_stop = ahead.stop;
    openTarget(ahead.opening, m_stop.get_token());
    return ahead.target;
}

void DashboardSession::open(const Target& target)
{
    // A token that came meanwhile opens nothing any more.
    if (m_isStopping)
        return;
    m_isOpenedAgain = false;
    if (const auto begun = takeAhead(); !begun || !isSameTarget(*begun, target))
        openNext(target);
}

bool DashboardSession::openAgain()
{
    if (m_isOpenedAgain || m_stop.stop_requested())
        return false;
    m_isOpenedAgain = true;
    openNext(Target(*m_target));
    return true;
}

void DashboardSession::openNext(const Target& target)
{
    m_next = target;
    m_clock.stop();
    if (isIdle())
        openNow();
    else
        m_stop.request_stop();
    if (m_scan)
        m_scan->cancel();
}

void DashboardSession::close()
{
    takeAhead();
    m_next.reset();
    m_target.reset();
    m_clock.stop();
    m_stop.request_stop();
    if (m_scan)
        m_scan->cancel();
    m_limits.clear();
    Q_EMIT closed();
}

void DashboardSession::stop()
{
    m_isStopping = true;
    close();
    if (isIdle())
        QMetaObject::invokeMethod(this, &DashboardSession::stopped, Qt::QueuedConnection);
}

void DashboardSession::closeConnection()
{
    m_answers->setConnection(nullptr, {});
    if (!m_connection)
        return;
    QElapsedTimer timer;
    timer.start();
    QMetaObject::invokeMethod(
        m_reading.context(), [connection = m_connection.release()] { delete connection; },
        Qt::BlockingQueuedConnection);
    qCInfo(logSession, "closed in %lld ms", static_cast<long long>(timer.elapsed()));
}

void DashboardSession::openNow()
{
    if (!m_next || !isIdle())
        return;
    const Target target = *std::exchange(m_next, std::nullopt);
    m_target = target;
    m_stop.request_stop(); // what is open is closed at once, even if nothing ran
    m_stop = std::stop_source();
    m_snapshot.reset();
    m_clock.reset();
    closeConnection();
    openTarget(beginOpening(m_reading.context(), target, m_stop.get_token()), m_stop.get_token());
}

Task<void> DashboardSession::openTarget(TargetOpening opening, std::stop_token stop)
{
    const RunningWork::Mark running(m_work);
    // What was begun ahead may be there already: it is told from the event loop all the same, as anything is.
    const Arrival<bool> turn;
    QMetaObject::invokeMethod(this, [turn] { turn.deliver(true); }, Qt::QueuedConnection);
    std::ignore = co_await turn;
    auto connection = co_await opening.connection;
    if (!connection) {
        if (!stop.stop_requested()) {
            qCWarning(logSession, "not opened: %s", qUtf8Printable(errorLine(connection.error())));
            Q_EMIT openFailed(connection.error());
        }
        co_return;
    }
    m_connection = std::move(*connection);
    m_answers->setConnection(m_connection.get(), stop);
    if (stop.stop_requested()) {
        std::ignore = co_await opening.known.snapshot; // uses the connection until then
        co_return;
    }
    m_storage.open(m_connection.get(), stop);
    m_drift.open(m_connection.get(), stop);
    qCInfo(logSession, "opened %s at %s", qUtf8Printable(m_connection->target().owner),
           qUtf8Printable(m_connection->target().apiHost()));
    m_limits.watch(m_connection->governor(), stop);
    Q_EMIT opened(m_connection->target());
    tellTerms();
    lookAtStore();
    co_await showKnown(opening.known, stop);
}

void DashboardSession::lookAtStore()
{
    if (const auto& aside = m_connection->store().setAside())
        Q_EMIT storeSetAside(aside->path, aside->reason);
    else if (m_connection->store().wasLeftOpen())
        checkStore(m_stop.get_token());
}

/// Whoever used the store last was killed: it is looked through beside the reading. Damage means opening again, which
/// sets the file aside.
Task<void> DashboardSession::checkStore(std::stop_token stop)
{
    const RunningWork::Mark running(m_work);
    const auto checked = co_await runInPool(checkStoreFile, m_connection->target().storePath(), stop);
    if (!checked && checked.error().kind == ErrorKind::StoreDamaged && !stop.stop_requested())
        std::ignore = openAgain();
}

Task<void> DashboardSession::showKnown(KnownReading reading, std::stop_token stop)
{
    const QScopedValueRollback loading(m_isLoading, true);
    const InventoryPtr outline = co_await reading.outline;
    if (outline && !stop.stop_requested())
        Q_EMIT outlineRead(outline);
    const auto known = co_await reading.snapshot;
    if (stop.stop_requested())
        co_return;
    if (outline && (!known || !*known))
        Q_EMIT outlineRead(nullptr);
    if (!known && known.error().kind == ErrorKind::StoreDamaged && openAgain())
        co_return;
    const bool isKnown = known && *known;
    if (isKnown) {
        m_snapshot = (*known)->snapshot;
        m_snapshotId = (*known)->id;
        co_await publish(m_snapshot, stop);
        if (stop.stop_requested())
            co_return;
        Q_EMIT checked((*known)->snapshot->fetchedAt);
    }
    if (!m_connection->target().isOffline) {
        startScan(Urgency::Person);
        co_return;
    }
    if (isKnown) {
        m_answers->readStorageHistory(m_snapshot->owner);
        m_storage.readBilling();
    }
    const Error nothing{ErrorKind::Offline, m_target->owner, {}, std::nullopt};
    Q_EMIT refreshEnded(isKnown ? std::nullopt : std::optional(known ? nothing : known.error()));
}

void DashboardSession::refresh()
{
    if (!m_connection && m_target && isIdle() && !m_isStopping) {
        // It could not be opened; perhaps what stood in the way is gone.
        open(*m_target);
        return;
    }
    if (m_connection && m_connection->target().isOffline && !m_snapshot && !m_isLoading && !m_stop.stop_requested())
        loadAgain(m_stop.get_token());
    else
        startScan(Urgency::Person);
}

/// Where the network is not to be used, what could not be loaded is all there is.
Task<void> DashboardSession::loadAgain(std::stop_token stop)
{
    const RunningWork::Mark running(m_work);
    m_isOpenedAgain = false;
    Q_EMIT refreshStarted();
    co_await showKnown(beginReading(m_reading.context(), m_connection.get(), stop), stop);
}

void DashboardSession::startScan(Urgency urgency)
{
    if (!m_connection || m_scan || m_stop.stop_requested() || m_connection->target().isOffline)
        return;
    m_clock.readingBegan();
    m_scan = new Operation(QString(kScan), tr("Read %1").arg(m_connection->target().owner), this);
    m_scan->setCause(urgency == Urgency::Person ? OperationCause::Person : OperationCause::Clock);
    if (urgency == Urgency::Person) {
        m_operations.add(m_scan);
        Q_EMIT refreshStarted();
    }
    runScan(m_scan, urgency);
}

Task<void> DashboardSession::runScan(Operation* operation, Urgency urgency)
{
    const RunningWork::Mark running(m_work);
    const auto show = [this, operation](const ScanProgress& now) {
        operation->setProgress(now.packagesDone, now.packagesTotal, OperationUnit::Packages);
        Q_EMIT refreshProgress(now.packagesDone, now.packagesTotal);
    };
    // A reading of the background is shown once there is something to read.
    const auto progress = tellingCalmly([this, operation, urgency, show](const ScanProgress& now) {
        QMetaObject::invokeMethod(this, [this, operation, urgency, show, now] {
            if (m_scan != operation || m_stop.stop_requested()
                || (urgency == Urgency::Background && now.packagesTotal == 0))
                return;
            m_operations.add(operation);
            show(now);
        });
    });
    ScanRequest request = m_connection->scanRequest(ScanDepth::Usual);
    request.previous = {m_snapshotId, m_snapshot};
    request.urgency = urgency;
    const auto outcome = co_await runOn(
        m_reading.context(), [connection = m_connection.get(), request, progress, stop = operation->stopToken()] {
            return scanOwner(connection->scanTools(), request, progress, stop);
        });
    logScanEnd(outcome);
    if (outcome) {
        m_clock.noteAnswer();
        m_snapshot = outcome->snapshot;
        m_snapshotId = outcome->id;
        if (outcome->hasChanged)
            m_clock.noteChange();
        // Where nothing was in sight, what another process kept meanwhile is new as well.
        if (outcome->hasChanged || outcome->snapshot != request.previous.snapshot) {
            co_await publish(outcome->snapshot, m_stop.get_token());
        } else if (!m_stop.stop_requested()) {
            m_storage.noteUnchanged();
        }
        if (!m_stop.stop_requested())
            Q_EMIT checked(outcome->checkedAt);
    } else if (concernsNetwork(outcome.error().kind)) {
        m_clock.noteSilence();
    }
    endScan(operation, urgency, outcome ? std::nullopt : std::optional(outcome.error()));
}

void DashboardSession::endScan(Operation* operation, Urgency urgency, const std::optional<Error>& error)
{
    m_scan = nullptr;
    if (!error)
        operation->finish();
    else if (error->kind == ErrorKind::Cancelled)
        operation->markCancelled();
    else
        operation->fail(*error);
    operation->deleteLater();
    if (m_stop.stop_requested())
        return;
    m_clock.readingEnded();
    if (error && error->kind == ErrorKind::StoreDamaged && openAgain())
        return;
    if (m_snapshot) {
        m_answers->readStorageHistory(m_snapshot->owner);
        m_storage.readBilling(urgency);
    }
    // What a reading of the background could not read is told as well: the data in sight are older than they seem.
    if (urgency == Urgency::Person || !error || error->kind != ErrorKind::Cancelled)
        Q_EMIT refreshEnded(error);
}

Task<void> DashboardSession::publish(SnapshotPtr snapshot, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return;
    const auto inventory = co_await runInPool(buildInventory, snapshot, m_connection->profile().rules);
    if (stop.stop_requested())
        co_return;
    Q_EMIT inventoryRead(inventory);
    // What is measured takes all cores: it is begun once what is shown is painted.
    const Arrival<bool> turn;
    QTimer::singleShot(0, this, [turn] { turn.deliver(true); });
    std::ignore = co_await turn;
    if (stop.stop_requested())
        co_return;
    m_hasMeasured = true;
    m_answers->measureStorage(inventory);
    m_storage.measure(inventory);
    m_drift.setInventory(inventory);
}

void DashboardSession::tellTerms()
{
    const Profile& profile = m_connection->profile();
    const auto terms = termsOf(profile.budgets, profile.prices, m_usualTerms);
    m_storage.setTerms(terms);
    Q_EMIT termsKnown(terms);
}

/// A reading by itself changes nothing; what else runs may.
void DashboardSession::lookAtWork()
{
    bool isWorking = false;
    for (int row = 0; row < m_operations.rowCount(); ++row)
        isWorking = isWorking || m_operations.operationAt(row)->id() != kScan;
    m_clock.setWorking(isWorking);
}

/// The last of what ran has ended.
void DashboardSession::goOn()
{
    // From the event loop: the coroutine that ends here is still on the stack.
    if (m_next)
        QMetaObject::invokeMethod(this, &DashboardSession::openNow, Qt::QueuedConnection);
    else if (m_isStopping)
        QMetaObject::invokeMethod(this, &DashboardSession::stopped, Qt::QueuedConnection);
    else if (std::exchange(m_hasMeasured, false))
        QTimer::singleShot(0, this, [] { QThreadPool::globalInstance()->start(returnFreedMemory); });
}

} // namespace slipway
