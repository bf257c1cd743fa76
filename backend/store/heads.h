#pragma once

#include "domain/snapshottables.h"
#include "store/database.h"

namespace slipway
{

/// What is stored packed of a scope's newest snapshot.
struct PackedHead final {
    qint64 snapshot = 0;
    SnapshotTotals totals;
};

/// One part as it is stored, without its bytes.
struct StoredPart final {
    std::int64_t firstId = 0; ///< the lowest id of its versions
    std::int64_t hash = 0;    ///< of its bytes
};

/// nullopt if nothing is packed, or in another form than this program's.
[[nodiscard]] Result<std::optional<PackedHead>> readHead(const Database& database, qint64 scope);
[[nodiscard]] Result<void> writeHead(const Database& database, qint64 scope, const PackedHead& head);

/// The stored parts of each package, by their lowest id.
[[nodiscard]] Result<QHash<QString, std::vector<StoredPart>>> readParts(const Database& database, qint64 scope);

/// Adds the versions and manifests of the tables' packages. False if parts are missing or damaged: the tables are then
/// of no use.
[[nodiscard]] Result<bool> unpackHead(const Database& database, qint64 scope, const PackedHead& head,
                                      SnapshotTables& tables);

} // namespace slipway
