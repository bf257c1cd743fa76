#pragma once

#include "store/database.h"
#include "store/storevalues.h"

#include <optional>
#include <vector>

namespace slipway
{

/// Which of these snapshots stay at this time: all of the last seven days, the last of each day of the last 365, the
/// last of each week before that, and the newest in any case. Times ascend; days and weeks are UTC, weeks begin on
/// Monday. Gives indexes, ascending. Thinning again later takes nothing that this would have kept for then.
[[nodiscard]] std::vector<size_t> snapshotsToKeep(const std::vector<QDateTime>& times, const QDateTime& now);

/// The snapshots that are kept of a scope, oldest first.
[[nodiscard]] Result<std::vector<HistoryEntry>> readHistory(const Database& database, qint64 scope);
/// The last of them; nullopt if there is none.
[[nodiscard]] Result<std::optional<HistoryEntry>> readNewest(const Database& database, qint64 scope);
/// Forgets the snapshots that need not stay, and the rows that none of the others holds.
[[nodiscard]] Result<void> thinHistory(const Database& database, qint64 scope, const QDateTime& now);
/// The same, unless it was done within a day of `now`.
[[nodiscard]] Result<void> thinHistoryDaily(const Database& database, qint64 scope, const QDateTime& now);

/// What was worked out of the snapshots that are kept, by snapshot.
[[nodiscard]] Result<std::vector<SnapshotFinding>> readFindings(const Database& database, qint64 scope,
                                                                const QString& kind, const QByteArray& rules);
[[nodiscard]] Result<void> writeFinding(const Database& database, const SnapshotFinding& finding, const QString& kind,
                                        const QByteArray& rules);

} // namespace slipway
