#include "store/store.h"

#include "core/logcategories.h"
#include "store/database.h"
#include "store/documents.h"
#include "store/documentwriter.h"
#include "store/followed.h"
#include "store/history.h"
#include "store/packagehistory.h"
#include "store/readings.h"
#include "store/schema.h"
#include "store/scopes.h"
#include "store/snapshotreader.h"
#include "store/snapshotwriter.h"
#include "store/unusable.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>

namespace slipway
{

namespace
{

/// A program that has the file open knows the schema it had then: it is never taken away under it.
Result<std::unique_ptr<Database>> openMigrated(const QString& path, StoreLock& lock, const std::stop_token& closing)
{
    auto database = Database::open(path, closing);
    if (!database)
        return database;
    const StopScope scope(**database, closing);
    const auto isOlder = isOlderSchema(**database);
    if (!isOlder)
        return std::unexpected(isOlder.error());
    if (*isOlder && !lock.isAlone() && !lock.tryBeAlone()) {
        return failure(ErrorKind::StoreInUse, path);
    }
    return migrate(**database).transform([&] { return std::move(*database); });
}

/// Does this so that it ends once a stop is requested.
template<typename Work>
auto stoppable(Database& database, const std::stop_token& stop, Work work)
{
    const StopScope scope(database, stop);
    auto result = work();
    // A wait for another process that was given up is a stop too.
    if (!result && result.error().kind == ErrorKind::Store && stop.stop_requested())
        result.error().kind = ErrorKind::Cancelled;
    return result;
}

} // namespace

Store::Store(QString path, std::unique_ptr<StoreLock> lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

Store::~Store()
{
    m_writer.reset();
    m_database.reset();
    if (m_lock->tryBeAlone())
        noteClosed(m_path);
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, std::stop_token closing)
{
    auto lock = StoreLock::take(path, closing);
    if (!lock)
        return std::unexpected(lock.error());
    std::unique_ptr<Store> store(new Store(path, std::move(*lock)));
    store->m_closing = closing;
    if (auto opened = store->openFile(path, closing); !opened)
        return std::unexpected(opened.error());
    store->logOpened();
    store->m_lock->share();
    return store;
}

Result<void> Store::openFile(const QString& path, const std::stop_token& closing)
{
    const bool wasAlone = m_lock->isAlone();
    m_wasLeftOpen = wasAlone && slipway::wasLeftOpen(path);
    if (m_wasLeftOpen)
        noteUnchecked(path);
    noteOpen(path);
    const bool isSuspect = wasAlone && isDamageNoted(path);
    auto checked = isSuspect ? checkStoreFile(path, closing) : Result<void>();
    if (checked) {
        auto database = openMigrated(path, *m_lock, closing);
        if (database) {
            m_database = std::move(*database);
            if (isSuspect)
                forgetDamage(path);
            if (!wasAlone && m_lock->isAlone())
                noteLeftOpen();
            return {};
        }
        checked = std::unexpected(database.error());
    }
    if (checked.error().kind != ErrorKind::StoreDamaged || !m_lock->isAlone())
        return checked;
    auto aside = setAsideStore(path, checked.error().detail, QDateTime::currentDateTimeUtc());
    if (!aside)
        return std::unexpected(aside.error());
    m_setAside = std::move(*aside);
    m_wasLeftOpen = false;
    return openMigrated(path, *m_lock, closing).transform([this](auto database) { m_database = std::move(database); });
}

/// Who had it open went away meanwhile, and could not close it beside this one: whether it was killed is not told.
void Store::noteLeftOpen()
{
    m_wasLeftOpen = true;
    noteUnchecked(m_path);
    noteOpen(m_path);
}

void Store::logOpened() const
{
    if (m_setAside) {
        qCWarning(logStore, "%s was damaged (%s) and is set aside as %s", qUtf8Printable(m_path),
                  qUtf8Printable(m_setAside->reason), qUtf8Printable(m_setAside->path));
    }
    qCInfo(logStore, "opened %s, %.1f MB%s%s", qUtf8Printable(m_path),
           static_cast<double>(QFileInfo(m_path).size()) / 1e6, m_lock->isAlone() ? "" : ", open elsewhere too",
           m_wasLeftOpen ? ", not closed by its last user" : "");
}

Result<void> Store::saveHistory(const StoreScope& scope, std::span<const SnapshotPtr> snapshots, std::stop_token stop)
{
    const auto always = [](std::span<const HistoryEntry>) { return true; };
    return saveLackingHistory(scope, snapshots, always, std::move(stop)).transform([](bool) {});
}

Result<bool> Store::saveLackingHistory(const StoreScope& scope, std::span<const SnapshotPtr> snapshots,
                                       const HistoryCheck& isLacking, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&]() -> Result<bool> {
        QElapsedTimer timer;
        timer.start();
        const auto kept = writeLackingHistory(*m_database, scope, snapshots, isLacking);
        if (kept && *kept)
            qCInfo(logStore, "kept %zu readings of %s in %lld ms", snapshots.size(), qUtf8Printable(scope.owner.login),
                   static_cast<long long>(timer.elapsed()));
        return kept;
    });
}

/// Rows of scopes are made once and stay.
Result<qint64> Store::rowOf(const StoreScope& scope)
{
    const auto known = std::ranges::find_if(
        m_scopes, [&](const ScopeRow& row) { return row.login == scope.owner.login && row.apiHost == scope.apiHost; });
    if (known != m_scopes.end())
        return known->id;
    return scopeRow(*m_database, scope).transform([&](qint64 id) {
        m_scopes.push_back({scope.apiHost, scope.owner.login, id});
        return id;
    });
}

Result<void> Store::saveSnapshot(const StoreScope& scope, const Snapshot& snapshot, std::stop_token stop)
{
    return keepNewest(scope, snapshot, stop, [&] { return writeSnapshot(*m_database, scope, snapshot); });
}

Result<qint64> Store::saveReading(const StoreScope& scope, const Snapshot& snapshot,
                                  const std::vector<PackageCheck>& checks, qint64 basis, std::stop_token stop)
{
    qint64 id = 0;
    return keepNewest(scope, snapshot, stop,
                      [&] {
                          return writeReading(*m_database, scope, snapshot, checks, basis).transform([&](qint64 kept) {
                              id = kept;
                          });
                      })
        .transform([&] { return id; });
}

/// Writes a snapshot so, tells of it and thins out what is old.
Result<void> Store::keepNewest(const StoreScope& scope, const Snapshot& snapshot, const std::stop_token& stop,
                               const std::function<Result<void>()>& write)
{
    return stoppable(*m_database, stop, [&]() -> Result<void> {
        QElapsedTimer timer;
        timer.start();
        if (auto saved = write(); !saved)
            return saved;
        qCInfo(logStore, "kept a snapshot of %s: %zu versions in %lld ms", qUtf8Printable(scope.owner.login),
               snapshot.versions.size(), static_cast<long long>(timer.elapsed()));
        auto thinned =
            rowOf(scope).and_then([&](qint64 row) { return thinHistoryDaily(*m_database, row, snapshot.fetchedAt); });
        // The snapshot is kept; the next save thins.
        return !thinned && stop.stop_requested() ? Result<void>() : thinned;
    });
}

Result<std::vector<HistoryEntry>> Store::history(const StoreScope& scope, std::stop_token stop)
{
    return stoppable(*m_database, stop,
                     [&] { return rowOf(scope).and_then([&](qint64 row) { return readHistory(*m_database, row); }); });
}

Result<std::optional<HistoryEntry>> Store::newest(const StoreScope& scope, std::stop_token stop)
{
    return stoppable(*m_database, stop,
                     [&] { return rowOf(scope).and_then([&](qint64 row) { return readNewest(*m_database, row); }); });
}

Result<SnapshotPtr> Store::snapshotAt(qint64 id, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] { return readSnapshotAt(*m_database, id); });
}

Result<std::vector<SnapshotFinding>> Store::findings(const StoreScope& scope, const QString& kind,
                                                     const QByteArray& rules)
{
    return rowOf(scope).and_then([&](qint64 row) { return readFindings(*m_database, row, kind, rules); });
}

Result<void> Store::saveFinding(const SnapshotFinding& finding, const QString& kind, const QByteArray& rules,
                                std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] { return writeFinding(*m_database, finding, kind, rules); });
}

Result<std::vector<FollowedRecord>> Store::followed(const StoreScope& scope, const QString& kind, FollowedPart part)
{
    return rowOf(scope).and_then([&](qint64 row) { return readFollowed(*m_database, row, kind, part); });
}

Result<std::vector<FollowedRecord>>
Store::changeFollowed(const StoreScope& scope, const QString& kind,
                      const std::function<Result<std::vector<FollowedRecord>>(std::vector<FollowedRecord>)>& next)
{
    return rowOf(scope).and_then([&](qint64 row) { return slipway::changeFollowed(*m_database, row, kind, next); });
}

Result<PackageHistory> Store::packageHistory(const QString& apiHost, const QString& login, const PackageName& package,
                                             std::optional<std::int64_t> before, std::stop_token stop)
{
    return stoppable(*m_database, stop,
                     [&] { return readPackageHistory(*m_database, apiHost, login, package, before); });
}

Result<QByteArray> Store::note(const StoreScope& scope, const QString& kind)
{
    return rowOf(scope).and_then([&](qint64 row) { return readNote(*m_database, row, kind); });
}

Result<void> Store::saveNote(const StoreScope& scope, const QString& kind, const QByteArray& bytes)
{
    return rowOf(scope).and_then([&](qint64 row) { return writeNote(*m_database, row, kind, bytes); });
}

Result<void> Store::thinHistory(const StoreScope& scope, const QDateTime& now, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] {
        return rowOf(scope).and_then([&](qint64 row) { return slipway::thinHistory(*m_database, row, now); });
    });
}

Result<bool> Store::noteUnchanged(const StoreScope& scope, qint64 snapshot, const std::vector<PackageCheck>& checks,
                                  const QDateTime& time, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] { return writeUnchanged(*m_database, scope, snapshot, checks, time); });
}

Result<SnapshotPtr> Store::latestSnapshot(const QString& apiHost, const QString& login, std::stop_token stop)
{
    return latestKept(apiHost, login, std::move(stop)).transform([](const std::optional<KeptSnapshot>& kept) {
        return kept ? kept->snapshot : nullptr;
    });
}

Result<std::optional<KeptSnapshot>> Store::latestKept(const QString& apiHost, const QString& login,
                                                      std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] { return readLatestSnapshot(*m_database, apiHost, login); });
}

Result<SnapshotPtr> Store::latestPackages(const QString& apiHost, const QString& login, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] { return readLatestPackages(*m_database, apiHost, login); });
}

Result<std::optional<Owner>> Store::knownOwner(const QString& apiHost, const QString& login)
{
    return readOwner(*m_database, apiHost, login);
}

Result<KnownDocuments> Store::knownManifests(const std::vector<Digest>& digests)
{
    return readManifests(*m_database, digests);
}

Result<std::optional<StoredDocument>> Store::document(const Digest& digest)
{
    return readDocument(*m_database, digest);
}

Result<void> Store::saveDocument(const Digest& digest, const StoredDocument& document, const Manifest* manifest)
{
    return writeDocuments(*m_database, {{digest, document, manifest ? std::optional(*manifest) : std::nullopt}});
}

Result<void> Store::saveDocumentSoon(NewDocument document, std::stop_token stop)
{
    // Meanwhile the writer brings the log into the file; this thread does so only if the writer cannot keep up.
    constexpr int kPagesWithWriter = 10'000;
    m_database->setCheckpointPages(kPagesWithWriter);
    if (!m_writer)
        m_writer = std::make_unique<DocumentWriter>(m_database->path(), m_closing);
    return m_writer->add(std::move(document), stop);
}

Result<void> Store::flushDocuments(std::stop_token stop)
{
    if (!m_writer)
        return {};
    auto flushed = m_writer->flush(stop);
    m_database->setCheckpointPages(Database::kCheckpointPages);
    return flushed;
}

Result<std::vector<UnusableManifest>> Store::unusableManifests(const StoreScope& scope, const PackageName& package,
                                                               std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] {
        return rowOf(scope).and_then([&](qint64 row) { return readUnusable(*m_database, row, package); });
    });
}

Result<void> Store::saveUnusable(const StoreScope& scope, const PackageName& package, const UnusableManifest& manifest,
                                 std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] {
        return rowOf(scope).and_then([&](qint64 row) { return writeUnusable(*m_database, row, package, manifest); });
    });
}

Result<std::optional<CachedPage>> Store::cachedPage(const StoreScope& scope, const QString& url, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] {
        return rowOf(scope).and_then([&](qint64 row) { return readPage(*m_database, row, url); });
    });
}

Result<void> Store::savePage(const StoreScope& scope, const QString& url, const CachedPage& page, std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] {
        return rowOf(scope).and_then([&](qint64 row) { return writePage(*m_database, row, url, page); });
    });
}

Result<void> Store::forgetPages(const StoreScope& scope, const QString& urlPrefix)
{
    return rowOf(scope).and_then([&](qint64 row) { return dropPages(*m_database, row, urlPrefix); });
}

Result<std::vector<PackageCheck>> Store::packageChecks(const StoreScope& scope, std::stop_token stop)
{
    return stoppable(*m_database, stop,
                     [&] { return rowOf(scope).and_then([&](qint64 row) { return readChecks(*m_database, row); }); });
}

Result<void> Store::savePackageChecks(const StoreScope& scope, const std::vector<PackageCheck>& checks,
                                      std::stop_token stop)
{
    return stoppable(*m_database, stop, [&] {
        return rowOf(scope).and_then([&](qint64 row) { return writeChecks(*m_database, row, checks); });
    });
}

} // namespace slipway
