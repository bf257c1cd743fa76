#pragma once

#include "domain/packagehistory.h"
#include "store/database.h"

namespace slipway
{

/// How many changed rows one part of a package's history is made from, at least where there are that many.
constexpr qint64 kHistoryRows = 400;

/// What is known of a package's past, newest first: all there is of the newest reading that saw anything, and of those
/// before it until `rows` rows were used. `before` is `older` of the part that was read last. Errors: Store; Cancelled.
[[nodiscard]] Result<PackageHistory> readPackageHistory(const Database& database, const QString& apiHost,
                                                        const QString& login, const PackageName& package,
                                                        std::optional<std::int64_t> before, qint64 rows = kHistoryRows);

/// The statements it runs, so that a test sees that each finds its rows by an index.
[[nodiscard]] std::vector<QByteArray> packageHistoryStatements();

} // namespace slipway
