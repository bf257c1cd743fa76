#include "store/store.h"

#include "store/database.h"
#include "store/documents.h"
#include "store/readings.h"
#include "store/schema.h"
#include "store/scopes.h"
#include "store/snapshotreader.h"
#include "store/snapshotwriter.h"
#include "store/unusable.h"

namespace slipway
{

Store::Store(std::unique_ptr<Database> database)
    : m_database(std::move(database))
{
}
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString& path)
{
    auto database = Database::open(path);
    if (!database)
        return std::unexpected(database.error());
    if (auto migrated = migrate(**database); !migrated)
        return std::unexpected(migrated.error());
    return std::unique_ptr<Store>(new Store(std::move(*database)));
}

Result<void> Store::saveSnapshot(const StoreScope& scope, const Snapshot& snapshot)
{
    return writeSnapshot(*m_database, scope, snapshot);
}

Result<void> Store::noteChecked(const StoreScope& scope, const QDateTime& time)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return writeChecked(*m_database, row, time); });
}

Result<SnapshotPtr> Store::latestSnapshot(const QString& apiHost, const QString& login)
{
    return readLatestSnapshot(*m_database, apiHost, login);
}

Result<std::optional<Owner>> Store::knownOwner(const QString& apiHost, const QString& login)
{
    return readOwner(*m_database, apiHost, login);
}

Result<std::vector<Manifest>> Store::knownManifests(const std::vector<Digest>& digests)
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

Result<void> Store::saveDocuments(const std::vector<NewDocument>& documents)
{
    return writeDocuments(*m_database, documents);
}

Result<std::vector<UnusableManifest>> Store::unusableManifests(const StoreScope& scope, const PackageName& package)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return readUnusable(*m_database, row, package); });
}

Result<void> Store::saveUnusable(const StoreScope& scope, const PackageName& package, const UnusableManifest& manifest)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) {
        return writeUnusable(*m_database, row, package, manifest);
    });
}

Result<std::optional<CachedPage>> Store::cachedPage(const StoreScope& scope, const QString& url)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return readPage(*m_database, row, url); });
}

Result<void> Store::savePage(const StoreScope& scope, const QString& url, const CachedPage& page)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return writePage(*m_database, row, url, page); });
}

Result<void> Store::forgetPages(const StoreScope& scope, const QString& urlPrefix)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return dropPages(*m_database, row, urlPrefix); });
}

Result<std::vector<PackageCheck>> Store::packageChecks(const StoreScope& scope)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return readChecks(*m_database, row); });
}

Result<void> Store::savePackageChecks(const StoreScope& scope, const std::vector<PackageCheck>& checks)
{
    return scopeRow(*m_database, scope).and_then([&](qint64 row) { return writeChecks(*m_database, row, checks); });
}

} // namespace slipway
