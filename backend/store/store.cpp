#include "store/store.h"

#include "store/database.h"
#include "store/manifestfacts.h"
#include "store/schema.h"
#include "store/snapshotstore.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

Result<void> saveFacts(const Database& database, const Manifest& manifest)
{
    const auto saved =
        database.run(u"INSERT OR REPLACE INTO facts VALUES (?,?)"_s, {manifest.digest.raw(), packManifest(manifest)});
    if (!saved)
        return std::unexpected(saved.error());
    return {};
}

} // namespace

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

Result<SnapshotPtr> Store::latestSnapshot(const QString& apiHost, const QString& login)
{
    return readLatestSnapshot(*this, *m_database, apiHost, login);
}

Result<std::optional<Owner>> Store::knownOwner(const QString& apiHost, const QString& login)
{
    auto query = m_database->run(u"SELECT login, github_id, is_organization FROM scopes WHERE api_host=? AND login=?"_s,
                                 {apiHost, login});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::nullopt;
    const auto kind = query->value(2).toBool() ? OwnerKind::Organization : OwnerKind::User;
    return Owner{query->value(0).toString(), query->value(1).toLongLong(), kind};
}

Result<std::vector<Manifest>> Store::knownManifests(const std::vector<Digest>& digests)
{
    auto query = m_database->prepare(
        u"SELECT f.packed, d.media_type, CASE WHEN f.packed IS NULL THEN d.bytes END FROM documents d "
        "LEFT JOIN facts f USING (digest) WHERE d.digest=?"_s);
    if (!query)
        return std::unexpected(query.error());
    std::vector<Manifest> manifests;
    for (const auto& digest : digests) {
        query->bindValue(0, digest.raw());
        if (!query->exec())
            return std::unexpected(m_database->errorFrom(*query));
        if (!query->next())
            continue;
        auto manifest = unpackManifest(digest, query->value(0).toByteArray());
        if (!manifest) {
            // Facts of an older form are made anew from the document.
            const auto stored = document(digest);
            if (!stored)
                return std::unexpected(stored.error());
            const auto parsed = parseManifest(digest, (*stored)->bytes, (*stored)->mediaType);
            if (!parsed)
                continue;
            if (auto saved = saveFacts(*m_database, *parsed); !saved)
                return std::unexpected(saved.error());
            manifest = *parsed;
        }
        manifests.push_back(std::move(*manifest));
    }
    return manifests;
}

Result<std::optional<StoredDocument>> Store::document(const Digest& digest)
{
    auto query = m_database->run(u"SELECT bytes, media_type FROM documents WHERE digest=?"_s, {digest.raw()});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::nullopt;
    return StoredDocument{query->value(0).toByteArray(), query->value(1).toString()};
}

Result<void> Store::saveDocument(const Digest& digest, const StoredDocument& document, const Manifest* manifest)
{
    if (auto saved = m_database->run(u"INSERT OR IGNORE INTO documents VALUES (?,?,?)"_s,
                                     {digest.raw(), textValue(document.mediaType), document.bytes});
        !saved)
        return std::unexpected(saved.error());
    if (!manifest)
        return {};
    return saveFacts(*m_database, *manifest);
}

Result<std::vector<UnusableManifest>> Store::unusableManifests(const StoreScope& scope, const PackageName& package)
{
    const auto row = scopeRow(*m_database, scope);
    if (!row)
        return std::unexpected(row.error());
    auto query = m_database->run(
        u"SELECT digest, kind, detail, row_updated_ms, checked_ms FROM unusable WHERE scope=? AND package=?"_s,
        {*row, package.value});
    if (!query)
        return std::unexpected(query.error());
    std::vector<UnusableManifest> manifests;
    while (query->next()) {
        manifests.push_back({Digest::fromRaw(query->value(0).toByteArray()),
                             errorKindFromName(query->value(1).toString()), query->value(2).toString(),
                             timeFrom(query->value(3)), timeFrom(query->value(4))});
    }
    return manifests;
}

Result<void> Store::saveUnusable(const StoreScope& scope, const PackageName& package, const UnusableManifest& manifest)
{
    const auto row = scopeRow(*m_database, scope);
    if (!row)
        return std::unexpected(row.error());
    auto saved =
        m_database->run(u"INSERT OR REPLACE INTO unusable VALUES (?,?,?,?,?,?,?)"_s,
                        {*row, package.value, manifest.digest.raw(), errorKindName(manifest.kind),
                         textValue(manifest.detail), timeValue(manifest.rowUpdatedAt), timeValue(manifest.checkedAt)});
    if (!saved)
        return std::unexpected(saved.error());
    return {};
}

} // namespace slipway
