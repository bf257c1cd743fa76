#include "store/schema.h"

#include <QCoreApplication>

#include <array>
#include <span>

namespace slipway
{

namespace
{

// Whose packages: one owner on one server.
constexpr const char* kScopes = R"(
CREATE TABLE scopes (
    id INTEGER PRIMARY KEY, api_host TEXT NOT NULL, login TEXT NOT NULL COLLATE NOCASE, github_id INTEGER NOT NULL,
    is_organization INTEGER NOT NULL, UNIQUE (api_host, login)))";
constexpr const char* kSnapshots = R"(
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT, scope INTEGER NOT NULL REFERENCES scopes, fetched_ms INTEGER NOT NULL,
    complete INTEGER NOT NULL, problems TEXT NOT NULL))";
// Rows live from the snapshot `since` until before the snapshot `until`; NULL while they are current. A row that does
// not change is stored once, however many snapshots hold it.
constexpr const char* kPackages = R"(
CREATE TABLE packages (
    scope INTEGER NOT NULL REFERENCES scopes, name TEXT NOT NULL, github_id INTEGER NOT NULL,
    visibility INTEGER NOT NULL, version_count INTEGER NOT NULL, repository TEXT NOT NULL, created_ms INTEGER,
    updated_ms INTEGER, complete INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER))";
constexpr const char* kVersions = R"(
CREATE TABLE versions (
    scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, github_id INTEGER NOT NULL, digest BLOB NOT NULL,
    tags TEXT NOT NULL, created_ms INTEGER, updated_ms INTEGER, since INTEGER NOT NULL, until INTEGER))";
// Content-addressed, for ever: manifests and configs as they came, and manifests in parsed form.
constexpr const char* kDocuments =
    "CREATE TABLE documents (digest BLOB PRIMARY KEY, media_type TEXT NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID";
constexpr const char* kFacts = "CREATE TABLE facts (digest BLOB PRIMARY KEY, packed BLOB NOT NULL) WITHOUT ROWID";
// Manifests the registry does not have or gives damaged, so that they are not asked for at every scan.
constexpr const char* kUnusable = R"(
CREATE TABLE unusable (
    scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, digest BLOB NOT NULL, kind TEXT NOT NULL,
    detail TEXT NOT NULL, row_updated_ms INTEGER, checked_ms INTEGER NOT NULL, PRIMARY KEY (scope, package, digest))
    WITHOUT ROWID)";
constexpr std::array kFirst{
    kScopes,    kSnapshots,
    kPackages,  "CREATE INDEX packages_current ON packages (scope) WHERE until IS NULL",
    kVersions,  "CREATE INDEX versions_current ON versions (scope) WHERE until IS NULL",
    kDocuments, kFacts,
    kUnusable,
};

// Pages of lists as they were last read, to ask for them conditionally; bodies compressed.
constexpr const char* kPages = R"(
CREATE TABLE pages (
    scope INTEGER NOT NULL REFERENCES scopes, url TEXT NOT NULL, etag BLOB NOT NULL, link BLOB NOT NULL,
    body BLOB NOT NULL, UNIQUE (scope, url)))";
// How the versions of a package were last read, see PackageCheck.
constexpr const char* kChecks = R"(
CREATE TABLE checks (
    scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, full_ms INTEGER, settled_ms INTEGER,
    tries INTEGER NOT NULL, PRIMARY KEY (scope, package)) WITHOUT ROWID)";
constexpr std::array kReadings{
    // When the newest snapshot was last found to be still true; NULL: when it was read.
    "ALTER TABLE snapshots ADD COLUMN checked_ms INTEGER",
    kPages,
    kChecks,
};

// The newest snapshot once more, packed for loading (see packedform.h): which snapshot it is, in which form, and
// how many rows it will fill; then its versions with their manifests, by package and the lowest id of each part.
constexpr const char* kHeads = R"(
CREATE TABLE heads (
    scope INTEGER PRIMARY KEY REFERENCES scopes, snapshot INTEGER NOT NULL, form INTEGER NOT NULL,
    versions INTEGER NOT NULL, tags INTEGER NOT NULL, manifests INTEGER NOT NULL, blobs INTEGER NOT NULL,
    layers INTEGER NOT NULL, children INTEGER NOT NULL, subjects INTEGER NOT NULL))";
constexpr const char* kHeadParts = R"(
CREATE TABLE head_parts (
    scope INTEGER NOT NULL REFERENCES scopes, package TEXT NOT NULL, first_id INTEGER NOT NULL, hash INTEGER NOT NULL,
    packed BLOB NOT NULL, UNIQUE (scope, package, first_id)))";
constexpr std::array kPacked{
    kHeads,
    kHeadParts,
    "DROP INDEX versions_current",
    "CREATE INDEX versions_current ON versions (scope, package, github_id) WHERE until IS NULL",
    "CREATE INDEX versions_past ON versions (scope, package, until) WHERE until IS NOT NULL",
    // When old snapshots were last thinned out.
    "ALTER TABLE scopes ADD COLUMN thinned_ms INTEGER",
};

constexpr std::array kTries{
    // How often a manifest was asked for in vain: it is asked for again after a while that grows.
    "ALTER TABLE unusable ADD COLUMN tries INTEGER NOT NULL DEFAULT 1",
};

// A document and what was parsed of it are one row, and rows lie in the order they came in: new ones share their pages.
// Only the digests' index is written all over. What is parsed stands before the bytes, so that it is read without
// them; what is no manifest has none.
constexpr const char* kOneDocument = R"(
CREATE TABLE joined (digest BLOB NOT NULL UNIQUE, media_type TEXT NOT NULL, facts BLOB NOT NULL, bytes BLOB NOT NULL))";
constexpr const char* kJoin = R"(
INSERT INTO joined SELECT d.digest, d.media_type, coalesce(f.packed, x''), d.bytes
FROM documents d LEFT JOIN facts f USING (digest))";
constexpr std::array kJoined{
    kOneDocument, kJoin, "DROP TABLE facts", "DROP TABLE documents", "ALTER TABLE joined RENAME TO documents",
};

constexpr std::array kPast{
    // A package's own past, for the history of its tags.
    "CREATE INDEX packages_named ON packages (scope, name)",
};

// What was worked out of a snapshot, so that it need not be loaded again for that: of each kind by the rules that
// counted last.
constexpr const char* kFindings = R"(
CREATE TABLE findings (
    snapshot INTEGER NOT NULL REFERENCES snapshots, kind TEXT NOT NULL, rules BLOB NOT NULL, bytes BLOB NOT NULL,
    UNIQUE (snapshot, kind, rules)))";
constexpr std::array kWorkedOut{kFindings};

// What is kept of a scope beside its history, of each kind one, as bytes of whoever keeps it.
constexpr const char* kNotes = R"(
CREATE TABLE notes (scope INTEGER, kind TEXT, bytes BLOB, PRIMARY KEY (scope, kind)) WITHOUT ROWID)";
// Of what was read before, problems alone tell: those of the list are about "the packages of" somebody.
constexpr const char* kOldLists = R"(
UPDATE snapshots SET list_complete=0
WHERE complete=0 AND (problems LIKE '%"the packages of %' OR problems LIKE '%"die Pakete von %'))";
constexpr std::array kKept{
    kNotes,
    // Whether every page of the list of packages was read.
    "ALTER TABLE snapshots ADD COLUMN list_complete INTEGER NOT NULL DEFAULT 1",
    kOldLists,
};

// What is followed over time and never forgotten: findings, with their acknowledgements and when they were gone. There
// are few, so no index is worth its room: as long as all definitions lie in the file's first page, damage elsewhere
// never hits one, and a damaged file can be opened and told.
constexpr std::array kLives{
    "CREATE TABLE followed (id INTEGER PRIMARY KEY, scope INTEGER, kind TEXT, key TEXT, is_over INTEGER, bytes BLOB)",
};

/// Step n leads from version n to n + 1. Steps are never edited once released, only added.
constexpr std::array<std::span<const char* const>, 9> kSteps{kFirst, kReadings,  kPacked, kTries, kJoined,
                                                             kPast,  kWorkedOut, kKept,   kLives};

Result<int> schemaVersion(const Database& database)
{
    return database.query("PRAGMA user_version").and_then([](Statement query) -> Result<int> {
        const int version = query.next() ? static_cast<int>(query.integer(0)) : 0;
        return query.result().transform([version] { return version; });
    });
}

} // namespace

Result<bool> isOlderSchema(const Database& database)
{
    return schemaVersion(database).transform([](int version) { return version > 0 && version < int(kSteps.size()); });
}

Result<void> migrate(const Database& database)
{
    const auto before = schemaVersion(database);
    if (!before)
        return std::unexpected(before.error());
    if (*before == int(kSteps.size()))
        return {};
    const auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    // Another process may have been faster.
    const auto version = schemaVersion(database);
    if (!version)
        return std::unexpected(version.error());
    if (*version > int(kSteps.size())) {
        return failure(
            ErrorKind::StoreNewer, database.path(),
            QCoreApplication::translate("Store", "schema %1, this one knows %2").arg(*version).arg(kSteps.size()));
    }
    for (size_t step = static_cast<size_t>(*version); step < kSteps.size(); ++step) {
        for (const char* statement : kSteps[step]) {
            // SQLite keeps definitions as they are written, and all of them shall lie in the file's first page.
            if (auto done = database.run(QByteArray(statement).simplified()); !done)
                return done;
        }
    }
    if (auto done = database.run("PRAGMA user_version=" + QByteArray::number(kSteps.size())); !done)
        return done;
    return (*transaction)->commit();
}

} // namespace slipway
