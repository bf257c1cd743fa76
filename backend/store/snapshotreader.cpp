#include "store/snapshotreader.h"

#include "domain/classification.h"
#include "domain/snapshotbuilder.h"
#include "store/documents.h"
#include "store/heads.h"
#include "store/packagerows.h"
#include "store/problems.h"
#include "store/unusable.h"
#include "store/versionrows.h"

#include <QSet>

namespace slipway
{

namespace
{

/// A snapshot's own row.
struct SnapshotHead {
    qint64 id = 0;
    qint64 scope = 0;
    Owner owner;
    QDateTime fetchedAt;
    bool isComplete = true;
    std::vector<Error> problems;
    bool isListWhole = true;
};

Result<std::optional<SnapshotHead>> headFrom(Result<Statement> query)
{
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return query->result().transform([] { return std::optional<SnapshotHead>(); });
    const auto kind = query->boolean(4) ? OwnerKind::Organization : OwnerKind::User;
    return SnapshotHead{query->integer(0), query->integer(1), {query->text(2), query->integer(3), kind},
                        query->time(5),    query->boolean(6), unpackProblems(query->bytes(7)),
                        query->boolean(8)};
}

constexpr const char* kSelectHead =
    "SELECT n.id, s.id, s.login, s.github_id, s.is_organization, ifnull(n.checked_ms, n.fetched_ms), n.complete, "
    "n.problems, n.list_complete FROM snapshots n JOIN scopes s ON s.id=n.scope ";

Result<QHash<QString, std::vector<ListedVersion>>> readVersions(const Database& database, const SnapshotHead& head)
{
    auto query = database.query("SELECT package, github_id, digest, tags, created_ms, updated_ms FROM versions "
                                "WHERE scope=?1 AND since<=?2 AND (until IS NULL OR until>?2)",
                                head.scope, head.id);
    if (!query)
        return std::unexpected(query.error());
    QHash<QString, std::vector<ListedVersion>> versions;
    while (query->next()) {
        versions[query->text(0)].push_back(
            {{query->integer(1)}, query->digest(2), query->time(4), query->time(5), unpackTags(query->text(3))});
    }
    return query->result().transform([&] { return std::move(versions); });
}

/// A document that is kept and yet is no manifest cannot be pulled: the same finding as when it was read.
Result<void> markInvalid(const Database& database, SnapshotBuilder& builder, const QSet<Digest>& unknown)
{
    for (const Digest& digest : unknown) {
        const auto document = readDocument(database, digest);
        if (!document)
            return std::unexpected(document.error());
        if (*document)
            builder.markUnusable(digest, ManifestState::Invalid);
    }
    return {};
}

/// The listed manifests and, level by level, what their indexes name besides.
Result<void> addManifests(const Database& database, SnapshotBuilder& builder,
                          const std::vector<ListedVersion>& versions)
{
    QSet<Digest> seen;
    std::vector<Digest> pending;
    const auto want = [&](const Digest& digest) {
        if (!seen.contains(digest)) {
            seen.insert(digest);
            pending.push_back(digest);
        }
    };
    for (const auto& version : versions)
        want(version.digest);
    while (!pending.empty()) {
        const auto asked = std::exchange(pending, {});
        const auto manifests = readManifests(database, asked);
        if (!manifests)
            return std::unexpected(manifests.error());
        QSet<Digest> unknown(asked.begin(), asked.end());
        for (const auto& manifest : manifests->manifests) {
            builder.addManifest(manifest);
            unknown.remove(manifest.digest);
            for (const auto& child : manifest.children) {
                want(child.digest);
                if (child.attests)
                    want(*child.attests);
            }
        }
        if (auto marked = markInvalid(database, builder, unknown); !marked)
            return marked;
    }
    return {};
}

Result<void> addUnusable(const Database& database, SnapshotBuilder& builder, qint64 scope, const PackageName& package)
{
    const auto unusable = readUnusable(database, scope, package);
    if (!unusable)
        return std::unexpected(unusable.error());
    for (const auto& manifest : *unusable) {
        builder.markUnusable(manifest.digest, manifest.kind == ErrorKind::ManifestMissing ? ManifestState::Missing
                                                                                          : ManifestState::Invalid);
    }
    return {};
}

/// The configs of the packages' current images, as far as they were ever read.
Result<SnapshotPtr> addConfigs(const Database& database, SnapshotPtr snapshot)
{
    QHash<Digest, ImageConfig> configs;
    for (const auto& package : snapshot->packages) {
        const RowIndex blob = currentConfig(*snapshot, package);
        if (blob == kNoRow)
            continue;
        const Digest digest = snapshot->blobs[blob].digest;
        const auto document = readDocument(database, digest);
        if (!document)
            return std::unexpected(document.error());
        if (!*document)
            continue;
        if (const auto config = parseImageConfig(digest, (*document)->bytes))
            configs.insert(digest, *config);
    }
    return withConfigs(std::move(snapshot), std::move(configs));
}

Result<SnapshotPtr> readRows(const Database& database, const SnapshotHead& head)
{
    SnapshotBuilder builder(head.owner, head.fetchedAt);
    auto versions = readVersions(database, head);
    const auto packages = readPackageRows(database, head.scope, head.id);
    if (!versions || !packages)
        return std::unexpected(!versions ? versions.error() : packages.error());
    for (const auto& package : *packages) {
        if (auto going = database.goOn(); !going)
            return std::unexpected(going.error());
        auto rows = versions->take(package.name.value);
        if (auto added = addManifests(database, builder, rows); !added)
            return std::unexpected(added.error());
        if (auto added = addUnusable(database, builder, head.scope, package.name); !added)
            return std::unexpected(added.error());
        builder.addPackage({package.name, package.id, package.visibility, package.versionCount, package.repository,
                            package.createdAt, package.updatedAt},
                           std::move(rows), package.complete ? Completeness::Whole : Completeness::Partial);
    }
    for (const auto& problem : head.problems)
        builder.addProblem(problem);
    if (!head.isListWhole)
        builder.markListPartial();
    return addConfigs(database, std::move(builder).build());
}

Result<std::optional<SnapshotHead>> newestHead(const Database& database, const QString& apiHost, const QString& login)
{
    return headFrom(database.query(
        QByteArray(kSelectHead) + "WHERE s.api_host=? AND s.login=? ORDER BY n.id DESC LIMIT 1", apiHost, login));
}

/// Everything but the versions.
void describe(Snapshot& snapshot, const SnapshotHead& head, std::vector<PackageRow> packages)
{
    snapshot.owner = head.owner;
    snapshot.fetchedAt = head.fetchedAt;
    snapshot.complete = head.isComplete;
    snapshot.isListWhole = head.isListWhole;
    snapshot.problems = head.problems;
    snapshot.packages = std::move(packages);
}

/// nullptr if the packed form cannot be used.
Result<SnapshotPtr> readPacked(const Database& database, const SnapshotHead& head)
{
    const auto packed = readHead(database, head.scope);
    if (!packed || !*packed || (*packed)->snapshot != head.id)
        return packed ? Result<SnapshotPtr>(nullptr) : std::unexpected(packed.error());
    auto packages = readPackageRows(database, head.scope, head.id);
    if (!packages)
        return std::unexpected(packages.error());
    SnapshotTables tables;
    describe(tables.snapshot, head, std::move(*packages));
    const auto unpacked = unpackHead(database, head.scope, **packed, tables);
    if (!unpacked || !*unpacked)
        return unpacked ? Result<SnapshotPtr>(nullptr) : std::unexpected(unpacked.error());
    return addConfigs(database, std::make_shared<Snapshot>(std::move(tables.snapshot)));
}

} // namespace

Result<std::optional<KeptSnapshot>> readLatestSnapshot(const Database& database, const QString& apiHost,
                                                       const QString& login)
{
    std::optional<SnapshotHead> head;
    Result<SnapshotPtr> snapshot;
    const auto kept = [&] { return std::optional(KeptSnapshot{head->id, std::move(*snapshot)}); };
    {
        // One moment for all that is read, whatever another process writes meanwhile.
        const auto reading = Transaction::beginReading(database);
        if (!reading)
            return std::unexpected(reading.error());
        auto found = newestHead(database, apiHost, login);
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return std::nullopt;
        head = std::move(*found);
        snapshot = readPacked(database, *head);
        if (snapshot && *snapshot)
            return kept();
        if (snapshot)
            snapshot = readRows(database, *head);
    }
    if (!snapshot)
        return std::unexpected(snapshot.error());
    // What is packed is of another form, or damaged: the next save packs everything anew.
    const auto forgotten = database.run("DELETE FROM heads WHERE scope=? AND snapshot=?", head->scope, head->id);
    if (!forgotten && forgotten.error().kind == ErrorKind::StoreDamaged)
        return std::unexpected(forgotten.error());
    return kept();
}

Result<SnapshotPtr> readLatestPackages(const Database& database, const QString& apiHost, const QString& login)
{
    const auto reading = Transaction::beginReading(database);
    if (!reading)
        return std::unexpected(reading.error());
    const auto head = newestHead(database, apiHost, login);
    if (!head || !*head)
        return head ? Result<SnapshotPtr>(nullptr) : std::unexpected(head.error());
    auto packages = readPackageRows(database, (*head)->scope, (*head)->id);
    if (!packages)
        return std::unexpected(packages.error());
    SnapshotTables tables;
    describe(tables.snapshot, **head, std::move(*packages));
    return std::make_shared<const Snapshot>(std::move(tables.snapshot));
}

Result<SnapshotPtr> readSnapshotAt(const Database& database, qint64 snapshotId)
{
    const auto reading = Transaction::beginReading(database);
    if (!reading)
        return std::unexpected(reading.error());
    const auto head = headFrom(database.query(QByteArray(kSelectHead) + "WHERE n.id=?", snapshotId));
    if (!head || !*head)
        return head ? Result<SnapshotPtr>(nullptr) : std::unexpected(head.error());
    return readRows(database, **head);
}

} // namespace slipway
