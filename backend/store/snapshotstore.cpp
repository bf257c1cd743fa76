#include "store/snapshotstore.h"

#include "domain/classification.h"
#include "domain/snapshotbuilder.h"
#include "store/readings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QVariant orNull(std::int64_t milliseconds)
{
    return milliseconds == VersionRow::kNoTime ? QVariant() : QVariant(qint64(milliseconds));
}

QString packProblems(const std::vector<Error>& problems)
{
    QJsonArray array;
    for (const auto& problem : problems)
        array.append(QJsonObject{
            {"kind"_L1, errorKindName(problem.kind)}, {"subject"_L1, problem.subject}, {"detail"_L1, problem.detail}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// Tags cannot contain white space (distribution spec), so one space keeps them apart.
QString packTags(std::span<const Tag> tags)
{
    QStringList texts;
    for (const auto& tag : tags)
        texts.append(tag.value);
    return texts.join(u' ');
}

QList<Tag> unpackTags(const QString& text)
{
    QList<Tag> tags;
    for (const QString& tag : text.split(u' ', Qt::SkipEmptyParts))
        tags.append({tag});
    return tags;
}

/// One table's rows, by key, as a list of column values: what is stored now against what a snapshot says.
using Rows = QHash<QString, QVariantList>;

Rows packageRows(const Snapshot& snapshot)
{
    Rows rows;
    for (const auto& package : snapshot.packages) {
        rows.insert(package.name.value,
                    {package.name.value, qint64(package.id), int(package.visibility), qint64(package.versionCount),
                     textValue(package.repository), timeValue(package.createdAt), timeValue(package.updatedAt),
                     package.complete ? 1 : 0});
    }
    return rows;
}

Rows versionRows(const Snapshot& snapshot)
{
    Rows rows;
    rows.reserve(static_cast<qsizetype>(snapshot.versions.size()));
    for (const auto& version : snapshot.versions) {
        const QString& package = snapshot.packages[version.package].name.value;
        rows.insert(package + u'\n' + QString::number(version.id.value),
                    {package, qint64(version.id.value), version.digest.raw(),
                     textValue(packTags(snapshot.tagsOf(version))), orNull(version.createdMs),
                     orNull(version.updatedMs)});
    }
    return rows;
}

struct Table {
    QString name;
    QString columns;
    int columnTotal;
    bool hasCompositeKey; ///< the second column belongs to the key
};

const Table& packagesTable()
{
    static const Table table{
        u"packages"_s, u"name, github_id, visibility, version_count, repository, created_ms, updated_ms, complete"_s, 8,
        false};
    return table;
}

const Table& versionsTable()
{
    static const Table table{u"versions"_s, u"package, github_id, digest, tags, created_ms, updated_ms"_s, 6, true};
    return table;
}

Result<void> closeRow(QSqlQuery& close, const Database& database, qint64 snapshot, qint64 rowid)
{
    close.bindValue(0, snapshot);
    close.bindValue(1, rowid);
    if (!close.exec())
        return std::unexpected(database.errorFrom(close));
    return {};
}

/// Closes rows that are gone or changed, and leaves in `wanted` the ones to insert.
Result<void> closeChanged(const Database& database, const Table& table, qint64 scope, qint64 snapshot, Rows& wanted)
{
    auto current = database.run(
        u"SELECT rowid, %1 FROM %2 WHERE scope=? AND until IS NULL"_s.arg(table.columns, table.name), {scope});
    auto close = database.prepare(u"UPDATE %1 SET until=? WHERE rowid=?"_s.arg(table.name));
    if (!current || !close)
        return std::unexpected(!current ? current.error() : close.error());
    std::vector<qint64> closing;
    while (current->next()) {
        QVariantList values;
        for (int column = 1; column <= table.columnTotal; ++column)
            values.append(current->isNull(column) ? QVariant() : current->value(column));
        QString key = values[0].toString();
        if (table.hasCompositeKey)
            key += u'\n' + values[1].toString();
        const auto known = wanted.constFind(key);
        if (known != wanted.cend() && *known == values)
            wanted.erase(known);
        else
            closing.push_back(current->value(0).toLongLong());
    }
    current->finish();
    for (const qint64 rowid : closing) {
        if (auto closed = closeRow(*close, database, snapshot, rowid); !closed)
            return closed;
    }
    return {};
}

Result<void> insertRows(const Database& database, const Table& table, qint64 scope, qint64 snapshot, const Rows& rows)
{
    const QString marks = QString(u",?"_s).repeated(table.columnTotal + 1).sliced(1);
    auto insert =
        database.prepare(u"INSERT INTO %1 (%2, scope, since) VALUES (%3,?)"_s.arg(table.name, table.columns, marks));
    if (!insert)
        return std::unexpected(insert.error());
    for (const auto& row : rows) {
        int position = 0;
        for (const auto& value : row)
            insert->bindValue(position++, value);
        insert->bindValue(position++, scope);
        insert->bindValue(position, snapshot);
        if (!insert->exec())
            return std::unexpected(database.errorFrom(*insert));
    }
    return {};
}

Result<void> updateTable(const Database& database, const Table& table, qint64 scope, qint64 snapshot, Rows rows)
{
    if (auto closed = closeChanged(database, table, scope, snapshot, rows); !closed)
        return closed;
    return insertRows(database, table, scope, snapshot, rows);
}

struct SnapshotHead {
    qint64 scope = 0;
    Owner owner;
    QDateTime fetchedAt;
    QByteArray problems;
};

Result<std::optional<SnapshotHead>> readHead(const Database& database, const QString& apiHost, const QString& login)
{
    auto query =
        database.run(u"SELECT s.id, s.login, s.github_id, s.is_organization, ifnull(n.checked_ms, n.fetched_ms), "
                     u"n.problems FROM snapshots n "
                     "JOIN scopes s ON s.id=n.scope WHERE s.api_host=? AND s.login=? ORDER BY n.id DESC LIMIT 1"_s,
                     {apiHost, login});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::nullopt;
    const auto kind = query->value(3).toBool() ? OwnerKind::Organization : OwnerKind::User;
    return SnapshotHead{query->value(0).toLongLong(),
                        {query->value(1).toString(), query->value(2).toLongLong(), kind},
                        timeFrom(query->value(4)),
                        query->value(5).toByteArray()};
}

ListedPackage packageFrom(const QSqlQuery& query)
{
    ListedPackage package;
    package.name = {query.value(0).toString()};
    package.id = query.value(1).toLongLong();
    package.visibility = static_cast<Visibility>(query.value(2).toInt());
    package.versionCount = query.value(3).toLongLong();
    package.repository = query.value(4).toString();
    package.createdAt = timeFrom(query.value(5));
    package.updatedAt = timeFrom(query.value(6));
    return package;
}

Result<QHash<QString, std::vector<ListedVersion>>> readVersions(const Database& database, qint64 scope)
{
    auto query = database.run(u"SELECT %1 FROM versions WHERE scope=? AND until IS NULL"_s.arg(versionsTable().columns),
                              {scope});
    if (!query)
        return std::unexpected(query.error());
    QHash<QString, std::vector<ListedVersion>> versions;
    while (query->next()) {
        versions[query->value(0).toString()].push_back({{query->value(1).toLongLong()},
                                                        Digest::fromRaw(query->value(2).toByteArray()),
                                                        timeFrom(query->value(4)),
                                                        timeFrom(query->value(5)),
                                                        unpackTags(query->value(3).toString())});
    }
    return versions;
}

/// The listed manifests and, level by level, what their indexes name besides.
Result<void> addManifests(Store& store, SnapshotBuilder& builder, const std::vector<ListedVersion>& versions)
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
        const auto manifests = store.knownManifests(asked);
        if (!manifests)
            return std::unexpected(manifests.error());
        QSet<Digest> unknown(asked.begin(), asked.end());
        for (const auto& manifest : *manifests) {
            builder.addManifest(manifest);
            unknown.remove(manifest.digest);
            for (const auto& child : manifest.children)
                want(child.digest);
        }
        // A document that is kept and yet is no manifest cannot be pulled: the same finding as when it was read.
        for (const Digest& digest : std::as_const(unknown)) {
            const auto document = store.document(digest);
            if (!document)
                return std::unexpected(document.error());
            if (*document)
                builder.markUnusable(digest, ManifestState::Invalid);
        }
    }
    return {};
}

Result<void> addUnusable(Store& store, SnapshotBuilder& builder, const StoreScope& scope, const ListedPackage& package)
{
    const auto unusable = store.unusableManifests(scope, package.name);
    if (!unusable)
        return std::unexpected(unusable.error());
    for (const auto& manifest : *unusable) {
        builder.markUnusable(manifest.digest, manifest.kind == ErrorKind::ManifestMissing ? ManifestState::Missing
                                                                                          : ManifestState::Invalid);
    }
    return {};
}

/// The configs of the packages' current images, as far as they were ever read.
Result<SnapshotPtr> addConfigs(Store& store, const SnapshotPtr& snapshot)
{
    QHash<Digest, ImageConfig> configs;
    for (const auto& package : snapshot->packages) {
        const RowIndex blob = currentConfig(*snapshot, package);
        if (blob == kNoRow)
            continue;
        const Digest digest = snapshot->blobs[blob].digest;
        const auto document = store.document(digest);
        if (!document)
            return std::unexpected(document.error());
        if (!*document)
            continue;
        if (const auto config = parseImageConfig(digest, (*document)->bytes))
            configs.insert(digest, *config);
    }
    return withConfigs(snapshot, std::move(configs));
}

} // namespace

Result<qint64> scopeRow(const Database& database, const StoreScope& scope)
{
    const auto select = [&]() -> Result<std::optional<qint64>> {
        auto query =
            database.run(u"SELECT id FROM scopes WHERE api_host=? AND login=?"_s, {scope.apiHost, scope.owner.login});
        if (!query)
            return std::unexpected(query.error());
        return query->next() ? std::optional(query->value(0).toLongLong()) : std::nullopt;
    };
    const auto known = select();
    if (!known || *known)
        return known ? Result<qint64>(**known) : std::unexpected(known.error());
    auto inserted = database.run(
        u"INSERT OR IGNORE INTO scopes (api_host, login, github_id, is_organization) VALUES (?,?,?,?)"_s,
        {scope.apiHost, scope.owner.login, qint64(scope.owner.id), scope.owner.kind == OwnerKind::Organization});
    if (!inserted)
        return std::unexpected(inserted.error());
    const auto made = select();
    if (!made || !*made)
        return made ? failure(ErrorKind::Store, database.path()) : std::unexpected(made.error());
    return **made;
}

Result<void> writeSnapshot(const Database& database, const StoreScope& scope, const Snapshot& snapshot)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto row = scopeRow(database, scope);
    if (!row)
        return std::unexpected(row.error());
    auto head = database.run(
        u"INSERT INTO snapshots (scope, fetched_ms, complete, problems) VALUES (?,?,?,?)"_s,
        {*row, snapshot.fetchedAt.toMSecsSinceEpoch(), snapshot.complete, packProblems(snapshot.problems)});
    if (!head)
        return std::unexpected(head.error());
    const qint64 id = head->lastInsertId().toLongLong();
    if (auto done = updateTable(database, packagesTable(), *row, id, packageRows(snapshot)); !done)
        return done;
    if (auto done = updateTable(database, versionsTable(), *row, id, versionRows(snapshot)); !done)
        return done;
    if (auto dropped = dropStaleChecks(database, *row); !dropped)
        return dropped;
    return (*transaction)->commit();
}

Result<void> writeChecked(const Database& database, qint64 scope, const QDateTime& time)
{
    const auto written =
        database.run(u"UPDATE snapshots SET checked_ms=? WHERE id=(SELECT max(id) FROM snapshots WHERE scope=?)"_s,
                     {timeValue(time), scope});
    if (!written)
        return std::unexpected(written.error());
    return {};
}

Result<SnapshotPtr> readLatestSnapshot(Store& store, const Database& database, const QString& apiHost,
                                       const QString& login)
{
    const auto head = readHead(database, apiHost, login);
    if (!head)
        return std::unexpected(head.error());
    if (!*head)
        return SnapshotPtr();
    SnapshotBuilder builder((*head)->owner, (*head)->fetchedAt);
    auto versions = readVersions(database, (*head)->scope);
    auto packages = database.run(
        u"SELECT %1 FROM packages WHERE scope=? AND until IS NULL"_s.arg(packagesTable().columns), {(*head)->scope});
    if (!versions || !packages)
        return std::unexpected(!versions ? versions.error() : packages.error());
    const StoreScope scope{apiHost, (*head)->owner};
    while (packages->next()) {
        const ListedPackage package = packageFrom(*packages);
        auto rows = std::move((*versions)[package.name.value]);
        if (auto added = addManifests(store, builder, rows); !added)
            return std::unexpected(added.error());
        if (auto added = addUnusable(store, builder, scope, package); !added)
            return std::unexpected(added.error());
        const auto completeness = packages->value(7).toBool() ? Completeness::Whole : Completeness::Partial;
        builder.addPackage(package, std::move(rows), completeness);
    }
    for (const auto& value : QJsonDocument::fromJson((*head)->problems).array()) {
        builder.addProblem({errorKindFromName(value["kind"_L1].toString()), value["subject"_L1].toString(),
                            value["detail"_L1].toString(), std::nullopt});
    }
    return addConfigs(store, std::move(builder).build());
}

} // namespace slipway
