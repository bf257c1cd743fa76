#include "store/packagerows.h"

#include <algorithm>

namespace slipway
{

namespace
{

PackageRow packageFrom(const Statement& row)
{
    PackageRow package;
    package.name = {row.text(1)};
    package.id = row.integer(2);
    package.visibility = static_cast<Visibility>(row.integer(3));
    package.versionCount = row.integer(4);
    package.repository = row.text(5);
    package.createdAt = row.time(6);
    package.updatedAt = row.time(7);
    package.complete = row.boolean(8);
    return package;
}

/// Whether both are the same row; where their versions stand is another matter.
bool isSame(const PackageRow& a, const PackageRow& b)
{
    return a.name == b.name && a.id == b.id && a.visibility == b.visibility && a.versionCount == b.versionCount
           && a.repository == b.repository && a.createdAt == b.createdAt && a.updatedAt == b.updatedAt
           && a.complete == b.complete;
}

/// The rows of a snapshot, in SQLite's order of names or none.
Result<Statement> selectRows(const Database& database, qint64 scope, qint64 snapshotId)
{
    return database.query("SELECT rowid, name, github_id, visibility, version_count, repository, created_ms, "
                          "updated_ms, complete FROM packages "
                          "WHERE scope=?1 AND since<=?2 AND (until IS NULL OR until>?2)",
                          scope, snapshotId);
}

struct Changes {
    std::vector<qint64> closing;
    QSet<QString> unchanged;
    std::vector<PackageName> gone;
};

Result<Changes> compare(const Database& database, qint64 scope, qint64 snapshotId, const Snapshot& snapshot)
{
    auto rows = selectRows(database, scope, snapshotId);
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, const PackageRow*> wanted;
    for (const auto& package : snapshot.packages)
        wanted.insert(package.name.value, &package);
    Changes changes;
    while (rows->next()) {
        const PackageRow stored = packageFrom(*rows);
        const auto* package = wanted.value(stored.name.value);
        if (package && isSame(*package, stored)) {
            changes.unchanged.insert(stored.name.value);
            continue;
        }
        changes.closing.push_back(rows->integer(0));
        if (!package)
            changes.gone.push_back(stored.name);
    }
    return rows->result().transform([&] { return std::move(changes); });
}

} // namespace

Result<std::vector<PackageName>> updatePackageRows(const Database& database, qint64 scope, qint64 snapshotId,
                                                   const Snapshot& snapshot)
{
    auto changes = compare(database, scope, snapshotId, snapshot);
    auto close = database.query("UPDATE packages SET until=? WHERE rowid=?", snapshotId);
    auto insert = database.prepare("INSERT INTO packages (scope, name, github_id, visibility, version_count, "
                                   "repository, created_ms, updated_ms, complete, since) VALUES (?,?,?,?,?,?,?,?,?,?)");
    if (!changes || !close || !insert)
        return std::unexpected(!changes ? changes.error() : !close ? close.error() : insert.error());
    for (const qint64 row : changes->closing) {
        if (auto closed = close->execute(snapshotId, row); !closed)
            return std::unexpected(closed.error());
    }
    for (const auto& package : snapshot.packages) {
        if (changes->unchanged.contains(package.name.value))
            continue;
        if (auto inserted = insert->execute(scope, package.name.value, package.id, static_cast<int>(package.visibility),
                                            package.versionCount, package.repository, package.createdAt,
                                            package.updatedAt, package.complete, snapshotId);
            !inserted)
            return std::unexpected(inserted.error());
    }
    return std::move(changes->gone);
}

Result<std::vector<PackageRow>> readPackageRows(const Database& database, qint64 scope, qint64 snapshotId)
{
    auto rows = selectRows(database, scope, snapshotId);
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<PackageRow> packages;
    while (rows->next())
        packages.push_back(packageFrom(*rows));
    // Not in SQLite: it orders by UTF-8, the tables by UTF-16.
    std::ranges::sort(packages, {}, [](const PackageRow& package) { return package.name.value; });
    return rows->result().transform([&] { return std::move(packages); });
}

} // namespace slipway
