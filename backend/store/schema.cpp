#include "store/schema.h"

#include <QStringList>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Step n leads from version n to n + 1. Steps are never edited once released, only added.
const QList<QStringList>& steps()
{
    static const QList<QStringList> list{
        {
            // Whose packages: one owner on one server.
            u"CREATE TABLE scopes (id INTEGER PRIMARY KEY, api_host TEXT NOT NULL, login TEXT NOT NULL COLLATE NOCASE, "
            "github_id INTEGER NOT NULL, is_organization INTEGER NOT NULL, UNIQUE (api_host, login))"_s,
            u"CREATE TABLE snapshots (id INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL REFERENCES scopes, "
            "fetched_ms INTEGER NOT NULL, complete INTEGER NOT NULL, problems TEXT NOT NULL)"_s,
            // Rows live from the snapshot `since` until before the snapshot `until`; NULL while they are current. A row
            // that does not change is stored once, however many snapshots hold it.
            u"CREATE TABLE packages (scope INTEGER NOT NULL REFERENCES scopes, name TEXT NOT NULL, github_id INTEGER "
            u"NOT NULL, "
            "visibility INTEGER NOT NULL, version_count INTEGER NOT NULL, repository TEXT NOT NULL, created_ms "
            "INTEGER, "
            "updated_ms INTEGER, complete INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER)"_s,
            u"CREATE INDEX packages_current ON packages (scope) WHERE until IS NULL"_s,
            u"CREATE TABLE versions (scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, "
            "github_id INTEGER NOT NULL, digest BLOB NOT NULL, tags TEXT NOT NULL, created_ms INTEGER, updated_ms "
            "INTEGER, "
            "since INTEGER NOT NULL, until INTEGER)"_s,
            u"CREATE INDEX versions_current ON versions (scope) WHERE until IS NULL"_s,
            // Content-addressed, for ever: manifests and configs as they came, and manifests in parsed form.
            u"CREATE TABLE documents (digest BLOB PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID"_s,
            u"CREATE TABLE facts (digest BLOB PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID"_s,
            // Manifests the registry does not have or gives damaged, so that they are not asked for at every scan.
            u"CREATE TABLE unusable (scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, digest BLOB NOT "
            u"NULL, "
            "kind TEXT NOT NULL, detail TEXT NOT NULL, row_updated_ms INTEGER, checked_ms INTEGER NOT NULL, "
            "PRIMARY KEY (scope, package, digest)) WITHOUT ROWID"_s,
        },
        {
            // When the newest snapshot was last found to be still true; NULL: when it was read.
            u"ALTER TABLE snapshots ADD COLUMN checked_ms INTEGER"_s,
            // Pages of lists as they were last read, to ask for them conditionally; bodies compressed.
            u"CREATE TABLE pages (scope INTEGER NOT NULL REFERENCES scopes, url TEXT NOT NULL, etag BLOB NOT NULL, "
            "link BLOB NOT NULL, body BLOB NOT NULL, UNIQUE (scope, url))"_s,
            // How the versions of a package were last read, see PackageCheck.
            u"CREATE TABLE checks (scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, full_ms INTEGER, "
            "settled_ms INTEGER, tries INTEGER NOT NULL, PRIMARY KEY (scope, package)) WITHOUT ROWID"_s,
        },
    };
    return list;
}

} // namespace

Result<void> migrate(const Database& database)
{
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto query = database.run(u"PRAGMA user_version"_s);
    if (!query)
        return std::unexpected(query.error());
    const int version = query->next() ? query->value(0).toInt() : 0;
    query->finish();
    if (version > steps().size()) {
        return failure(
            ErrorKind::Store, database.path(),
            u"written by a newer version of Slipway (schema %1, this one knows %2)"_s.arg(version).arg(steps().size()));
    }
    for (int step = version; step < steps().size(); ++step) {
        for (const QString& statement : steps().at(step)) {
            if (auto done = database.run(statement); !done)
                return std::unexpected(done.error());
        }
        if (auto done = database.run(u"PRAGMA user_version=%1"_s.arg(step + 1)); !done)
            return std::unexpected(done.error());
    }
    return (*transaction)->commit();
}

} // namespace slipway
