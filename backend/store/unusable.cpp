#include "store/unusable.h"

namespace slipway
{

Result<std::vector<UnusableManifest>> readUnusable(const Database& database, qint64 scope, const PackageName& package)
{
    auto query = database.query(
        "SELECT digest, kind, detail, row_updated_ms, checked_ms, tries FROM unusable WHERE scope=? AND package=?",
        scope, package.value);
    if (!query)
        return std::unexpected(query.error());
    std::vector<UnusableManifest> manifests;
    while (query->next()) {
        manifests.push_back({query->digest(0), errorKindFromName(query->text(1)), query->text(2), query->time(3),
                             query->time(4), static_cast<int>(query->integer(5))});
    }
    return query->result().transform([&] { return std::move(manifests); });
}

Result<void> writeUnusable(const Database& database, qint64 scope, const PackageName& package,
                           const UnusableManifest& manifest)
{
    return database.run("INSERT OR REPLACE INTO unusable VALUES (?,?,?,?,?,?,?,?)", scope, package.value,
                        manifest.digest, errorKindName(manifest.kind), manifest.detail, manifest.rowUpdatedAt,
                        manifest.checkedAt, qint64{manifest.tries});
}

} // namespace slipway
