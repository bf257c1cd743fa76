#pragma once

#include "domain/snapshotbuilder.h"
#include "inventory/scan.h"

#include <QElapsedTimer>
#include <QHash>

#include <deque>

namespace slipway
{

/// The shared state of one scan's coroutines. They hold it by shared pointer, so it lives as long as the last of them.
struct ScanState final {
    ScanState(ScanTools tools, ScanRequest request, ScanProgressSink sink, std::stop_token stop, Owner owner);

    [[nodiscard]] StoreScope scope() const { return {request.apiHost, owner}; }
    void report();
    /// Counts an answer of the registry. After many failures in a row, none of them about the manifest itself, the
    /// registry counts as gone and the rest is not asked for.
    void noteRegistryAnswer(const std::optional<Error>& error);
    [[nodiscard]] bool isRegistryGone() const { return registryFailure.has_value(); }

    ScanTools tools;
    ScanRequest request;
    ScanProgressSink sink;
    std::stop_token stop;
    Owner owner;
    SnapshotBuilder builder;
    SnapshotPtr previous;
    std::deque<ListedPackage> waiting;
    QHash<Digest, QList<Arrival<bool>>> underWay; ///< manifests being asked for, and who else waits for them
    ScanProgress progress;
    QElapsedTimer elapsed;
    int failuresInARow = 0;
    std::optional<Error> registryFailure;
    std::optional<Error> storeFailure;
    int notAsked = 0;
};

} // namespace slipway
