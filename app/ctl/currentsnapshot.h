#pragma once

#include "app/ctl/arguments.h"
#include "app/session/connection.h"
#include "core/async.h"

#include <stop_token>

namespace slipway
{

struct CheckedSnapshot final {
    SnapshotPtr snapshot;
    QDateTime checkedAt; ///< the moment it is true of: later than its fetchedAt when nothing changed since
    QDateTime servedAt;  ///< the server's clock when it was asked; invalid: nobody was asked, or it did not tell
    QDateTime heardAt;   ///< this machine's clock at that moment
};

/// What a command that shows an owner is about: read afresh, or with --offline what was read last. Errors: those of
/// scanOwner(); Offline where nothing is known yet.
[[nodiscard]] Task<Result<CheckedSnapshot>> currentSnapshot(Invocation invocation, Connection& connection,
                                                            std::stop_token stop);

/// What a scan tells of its progress, on standard error, only where a person looks on.
void showProgress(const ScanProgress& progress);

/// One line on a terminal's standard error that is written over; empty: it goes.
void showProgressLine(const QString& text);

} // namespace slipway
