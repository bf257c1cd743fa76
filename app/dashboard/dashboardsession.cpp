#include "app/dashboard/dashboardsession.h"

#include "core/errortext.h"
#include "core/logcategories.h"
#include "core/poolrun.h"
#include "inventory/buildinventory.h"
#include "inventory/scan.h"
#include "models/operationsmodel.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// The newest snapshot of a target, read in a pool thread over a connection of its own.
Result<SnapshotPtr> loadKnown(const QString& storePath, const QString& apiHost, const QString& owner)
{
    const auto store = Store::open(storePath);
    if (!store)
        return std::unexpected(store.error());
    return (*store)->latestSnapshot(apiHost, owner);
}

void logEnd(const Result<SnapshotPtr>& snapshot)
{
    if (!snapshot) {
        qCWarning(logScan, "ended: %s", qUtf8Printable(errorLine(snapshot.error())));
        return;
    }
    qCInfo(logScan, "read %zu packages, %zu versions, %s", (*snapshot)->packages.size(), (*snapshot)->versions.size(),
           (*snapshot)->complete ? "complete" : "incomplete");
    for (const auto& problem : (*snapshot)->problems)
        qCWarning(logScan, "%s", qUtf8Printable(errorLine(problem)));
}

} // namespace

class DashboardSession::Running final
{
public:
    explicit Running(DashboardSession& session)
        : m_session(session)
    {
        ++m_session.m_running;
    }
    ~Running() { m_session.endOne(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

private:
    DashboardSession& m_session;
};

DashboardSession::DashboardSession(OperationsModel& operations, QObject* parent)
    : QObject(parent)
    , m_operations(operations)
{
}

DashboardSession::~DashboardSession()
{
    Q_ASSERT_X(isIdle(), "DashboardSession", "stop() and wait for stopped() first");
}

void DashboardSession::open(const Target& target)
{
    m_next = target;
    if (isIdle())
        openNow();
    else
        m_stop.request_stop();
    if (m_scan)
        m_scan->cancel();
}

void DashboardSession::stop()
{
    m_isStopping = true;
    m_next.reset();
    m_stop.request_stop();
    if (m_scan)
        m_scan->cancel();
    if (isIdle())
        QMetaObject::invokeMethod(this, &DashboardSession::stopped, Qt::QueuedConnection);
}

void DashboardSession::openNow()
{
    const Target target = *std::exchange(m_next, std::nullopt);
    m_target = target;
    m_stop = std::stop_source();
    m_connection.reset();
    auto connection = Connection::open(target);
    if (!connection) {
        qCWarning(logSession, "not opened: %s", qUtf8Printable(errorLine(connection.error())));
        Q_EMIT openFailed(connection.error());
        return;
    }
    m_connection = std::move(*connection);
    auto& transport = m_connection->transport();
    connect(&transport, &NetworkTransport::rateLimitChanged, this,
            [this, &transport] { Q_EMIT rateLimitChanged(transport.rateLimit()); });
    qCInfo(logSession, "opened %s at %s", qUtf8Printable(m_connection->target().owner),
           qUtf8Printable(m_connection->target().apiHost()));
    Q_EMIT rateLimitChanged(std::nullopt);
    Q_EMIT opened(m_connection->target());
    showKnown(m_stop.get_token());
}

Task<void> DashboardSession::showKnown(std::stop_token stop)
{
    const Running running(*this);
    const Target& target = m_connection->target();
    const auto known = co_await runInPool(loadKnown, target.storePath(), target.apiHost(), target.owner);
    if (stop.stop_requested())
        co_return;
    if (known && *known)
        co_await publish(*known, stop);
    if (!stop.stop_requested())
        refresh();
}

void DashboardSession::refresh()
{
    if (!m_connection && m_target && isIdle() && !m_isStopping) {
        // It could not be opened; perhaps what stood in the way is gone.
        open(*m_target);
        return;
    }
    if (!m_connection || m_scan || m_stop.stop_requested())
        return;
    m_scan = new Operation(u"scan"_s, tr("Read %1").arg(m_connection->target().owner), this);
    m_operations.add(m_scan);
    Q_EMIT refreshStarted();
    runScan(m_scan);
}

Task<void> DashboardSession::runScan(Operation* operation)
{
    const Running running(*this);
    const auto progress = [this, operation](const ScanProgress& now) {
        operation->setProgress(now.packagesDone, now.packagesTotal, OperationUnit::Packages);
        Q_EMIT refreshProgress(now.packagesDone, now.packagesTotal);
    };
    const auto snapshot = co_await scanOwner(m_connection->scanTools(), m_connection->scanRequest(ScanDepth::Usual),
                                             progress, operation->stopToken());
    if (snapshot)
        co_await publish(*snapshot, m_stop.get_token());
    m_scan = nullptr;
    logEnd(snapshot);
    if (snapshot)
        operation->finish();
    else if (snapshot.error().kind == ErrorKind::Cancelled)
        operation->markCancelled();
    else
        operation->fail(snapshot.error());
    operation->deleteLater();
    Q_EMIT refreshEnded(snapshot ? std::nullopt : std::optional(snapshot.error()));
}

Task<void> DashboardSession::publish(SnapshotPtr snapshot, std::stop_token stop)
{
    const auto inventory = co_await runInPool(buildInventory, snapshot, m_connection->profile().rules);
    if (!stop.stop_requested())
        Q_EMIT inventoryRead(inventory);
}

void DashboardSession::readDocuments(const PackageName& package, const Digest& manifest,
                                     const std::optional<Digest>& config)
{
    if (m_connection && !m_stop.stop_requested())
        runDocuments(package, manifest, config, m_stop.get_token());
}

Task<void> DashboardSession::runDocuments(PackageName package, Digest manifest, std::optional<Digest> config,
                                          std::stop_token stop)
{
    const Running running(*this);
    const auto bytes = co_await readManifest(package, manifest, stop);
    std::optional<Result<QByteArray>> configBytes;
    if (config)
        configBytes = co_await readConfig(package, *config, stop);
    if (!stop.stop_requested())
        Q_EMIT documentsRead(manifest, bytes, configBytes);
}

Task<Result<QByteArray>> DashboardSession::readManifest(PackageName package, Digest digest, std::stop_token stop)
{
    const auto stored = m_connection->store().document(digest);
    if (stored && *stored)
        co_return Result<QByteArray>((*stored)->bytes);
    const auto document =
        co_await m_connection->registry().manifest({m_connection->target().owner, package}, digest, stop);
    if (!document)
        co_return std::unexpected(document.error());
    if (!document->matchesDigest)
        co_return failure(ErrorKind::DigestMismatch, package.value + u'@' + digest.toString());
    co_return Result<QByteArray>(document->bytes);
}

Task<Result<QByteArray>> DashboardSession::readConfig(PackageName package, Digest digest, std::stop_token stop)
{
    const auto stored = m_connection->store().document(digest);
    if (stored && *stored)
        co_return Result<QByteArray>((*stored)->bytes);
    const auto document = co_await m_connection->registry().blob({m_connection->target().owner, package}, digest, stop);
    if (!document)
        co_return std::unexpected(document.error());
    // Kept for ever: the same config is not asked for twice.
    (void)m_connection->store().saveDocument(digest, {document->bytes, document->mediaType}, nullptr);
    co_return Result<QByteArray>(document->bytes);
}

void DashboardSession::endOne()
{
    --m_running;
    if (m_running > 0)
        return;
    // From the event loop: the coroutine that ends here is still on the stack.
    if (m_next) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_next && isIdle())
                    openNow();
            },
            Qt::QueuedConnection);
    } else if (m_isStopping) {
        QMetaObject::invokeMethod(this, &DashboardSession::stopped, Qt::QueuedConnection);
    }
}

} // namespace slipway
