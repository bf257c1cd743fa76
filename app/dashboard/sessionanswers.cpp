#include "app/dashboard/sessionanswers.h"

#include "app/dashboard/documentreading.h"
#include "app/dashboard/storereading.h"
#include "core/poolrun.h"
#include "core/threadrun.h"

namespace slipway
{

namespace
{

StorageOverview overviewOf(const InventoryPtr& inventory, const ClassificationRules& rules, const QDateTime& now)
{
    return storageOverview(*inventory->snapshot, rules, now, inventory->references, inventory->graph.get());
}

} // namespace

SessionAnswers::SessionAnswers(RunningWork& work, QObject* context, QObject* parent)
    : QObject(parent)
    , m_work(work)
    , m_context(context)
{
}

void SessionAnswers::setConnection(Connection* connection, std::stop_token stop)
{
    m_connection = connection;
    m_stop = std::move(stop);
}

void SessionAnswers::readDocuments(const PackageName& package, const Digest& manifest,
                                   const std::optional<Digest>& config)
{
    if (isOpen())
        runDocuments(package, manifest, config, m_stop);
}

Task<void> SessionAnswers::runDocuments(PackageName package, Digest manifest, std::optional<Digest> config,
                                        std::stop_token stop)
{
    const RunningWork::Mark running(m_work);
    const auto documents = co_await runOn(m_context, [connection = m_connection, package, manifest, config, stop] {
        return readVersionDocuments(connection, package, manifest, config, stop);
    });
    if (!stop.stop_requested())
        Q_EMIT documentsRead(manifest, documents.manifest, documents.config);
}

void SessionAnswers::readHistory(const HistoryRequest& request)
{
    m_historyStop.request_stop();
    if (!isOpen())
        return;
    m_historyStop = std::stop_source();
    runHistory(request, m_historyStop);
}

Task<void> SessionAnswers::runHistory(HistoryRequest request, std::stop_source stop)
{
    const RunningWork::Mark running(m_work);
    const std::stop_callback withSession(m_stop, [stop]() mutable { stop.request_stop(); });
    const auto history = co_await runOn(m_context, [connection = m_connection, request, token = stop.get_token()] {
        return loadHistory(connection, request, token);
    });
    if (!stop.stop_requested())
        Q_EMIT historyRead(request, history);
}

void SessionAnswers::measureStorage(const InventoryPtr& inventory)
{
    m_storageStop.request_stop();
    m_storageStop = std::stop_source();
    runMeasuring(inventory, m_storageStop);
}

Task<void> SessionAnswers::runMeasuring(InventoryPtr inventory, std::stop_source stop)
{
    const RunningWork::Mark running(m_work, RunningWork::Kind::Measuring);
    const std::stop_token session = m_stop;
    const auto overview =
        co_await runInPool(overviewOf, inventory, m_connection->profile().rules, m_connection->target().clock.now());
    if (!stop.stop_requested() && !session.stop_requested())
        Q_EMIT storageMeasured(overview);
}

void SessionAnswers::readStorageHistory(const Owner& owner)
{
    m_storageHistoryStop.request_stop();
    m_storageHistoryStop = std::stop_source();
    runStorageHistory(owner, m_storageHistoryStop);
}

/// After the reading, so that neither waits for what is measured for the first time.
Task<void> SessionAnswers::runStorageHistory(Owner owner, std::stop_source stop)
{
    const RunningWork::Mark running(m_work, RunningWork::Kind::Measuring);
    const std::stop_callback withSession(m_stop, [stop]() mutable { stop.request_stop(); });
    const auto samples = co_await runOn(m_context, [connection = m_connection, owner, token = stop.get_token()] {
        return loadStorageHistory(connection, owner, token);
    });
    if (!stop.stop_requested())
        Q_EMIT storageHistoryRead(samples);
}

} // namespace slipway
