#include "store/heads.h"

#include "store/packedform.h"
#include "store/packing.h"
#include "store/versionunpacker.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// The parts bring the versions of a package by id.
void putNewestFirst(SnapshotTables& tables, PackageRow& package)
{
    const auto rows = std::span(tables.snapshot.versions).subspan(package.firstVersion);
    package.versionTotal = static_cast<RowIndex>(rows.size());
    std::ranges::reverse(rows);
    if (!std::ranges::is_sorted(rows, isNewer))
        std::ranges::sort(rows, isNewer);
}

Result<bool> unpackPackage(const Database& database, Statement& parts, RowIndex index, SnapshotTables& tables)
{
    auto& package = tables.snapshot.packages[index];
    package.firstVersion = static_cast<RowIndex>(tables.snapshot.versions.size());
    parts.reset();
    parts.bind(2, package.name.value);
    while (parts.next()) {
        if (auto going = database.goOn(); !going)
            return std::unexpected(going.error());
        const QByteArrayView packed = parts.view(1);
        if (contentHash(packed) != parts.integer(0) || !unpackVersions(packed, index, tables))
            return false;
    }
    putNewestFirst(tables, package);
    return parts.result().transform([] { return true; });
}

} // namespace

Result<std::optional<PackedHead>> readHead(const Database& database, qint64 scope)
{
    auto query = database.query("SELECT snapshot, form, versions, tags, manifests, blobs, layers, children, subjects "
                                "FROM heads WHERE scope=?",
                                scope);
    if (!query)
        return std::unexpected(query.error());
    if (!query->next() || query->integer(1) != kPackedForm)
        return query->result().transform([] { return std::optional<PackedHead>(); });
    const auto total = [&](int column) { return static_cast<size_t>(std::max<qint64>(0, query->integer(column))); };
    return PackedHead{query->integer(0), {total(2), total(3), total(4), total(5), total(6), total(7), total(8)}};
}

Result<void> writeHead(const Database& database, qint64 scope, const PackedHead& head)
{
    const auto& totals = head.totals;
    return database.run("INSERT OR REPLACE INTO heads "
                        "(scope, snapshot, form, versions, tags, manifests, blobs, layers, children, subjects) "
                        "VALUES (?,?,?,?,?,?,?,?,?,?)",
                        scope, head.snapshot, kPackedForm, totals.versions, totals.tagBytes, totals.manifests,
                        totals.blobs, totals.layers, totals.children, totals.subjects);
}

Result<QHash<QString, std::vector<StoredPart>>> readParts(const Database& database, qint64 scope)
{
    QHash<QString, std::vector<StoredPart>> parts;
    auto query = database.query(
        "SELECT package, first_id, hash FROM head_parts WHERE scope=? ORDER BY package, first_id", scope);
    if (!query)
        return std::unexpected(query.error());
    while (query->next())
        parts[query->text(0)].push_back({query->integer(1), query->integer(2)});
    return query->result().transform([&] { return std::move(parts); });
}

Result<bool> unpackHead(const Database& database, qint64 scope, const PackedHead& head, SnapshotTables& tables)
{
    tables.reserve(head.totals);
    auto parts =
        database.query("SELECT hash, packed FROM head_parts WHERE scope=? AND package=? ORDER BY first_id", scope, 0);
    if (!parts)
        return std::unexpected(parts.error());
    for (RowIndex index = 0; index < tables.snapshot.packages.size(); ++index) {
        const auto unpacked = unpackPackage(database, *parts, index, tables);
        if (!unpacked || !*unpacked)
            return unpacked;
    }
    return tables.snapshot.versions.size() == head.totals.versions;
}

} // namespace slipway
