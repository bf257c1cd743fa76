#pragma once

#include "store/database.h"
#include "store/storevalues.h"

#include <vector>

namespace slipway
{

// How lists were last read, for the next reading of them, and notes. A scope is given by its row.

[[nodiscard]] Result<std::optional<CachedPage>> readPage(const Database& database, qint64 scope, const QString& url);
[[nodiscard]] Result<void> writePage(const Database& database, qint64 scope, const QString& url,
                                     const CachedPage& page);
[[nodiscard]] Result<void> dropPages(const Database& database, qint64 scope, const QString& urlPrefix);

[[nodiscard]] Result<std::vector<PackageCheck>> readChecks(const Database& database, qint64 scope);
[[nodiscard]] Result<void> writeChecks(const Database& database, qint64 scope, const std::vector<PackageCheck>& checks);
/// The same within a transaction.
[[nodiscard]] Result<void> writeCheckRows(const Database& database, qint64 scope,
                                          const std::vector<PackageCheck>& checks);
/// Every package's full check is contested, see PackageCheck.
[[nodiscard]] Result<void> contestFullChecks(const Database& database, qint64 scope);
/// Notes full checks that are contested, where older ones are known; nothing else of the checks.
[[nodiscard]] Result<void> writeContestedChecks(const Database& database, qint64 scope,
                                                const std::vector<PackageCheck>& checks);
/// Forgets the checks of packages that are not current any more.
[[nodiscard]] Result<void> dropStaleChecks(const Database& database, qint64 scope);

/// What is kept of a scope beside its history; empty: nothing of this kind.
[[nodiscard]] Result<QByteArray> readNote(const Database& database, qint64 scope, const QString& kind);
[[nodiscard]] Result<void> writeNote(const Database& database, qint64 scope, const QString& kind,
                                     const QByteArray& bytes);

} // namespace slipway
