#pragma once

#include "domain/snapshotbuilder.h"
#include "inventory/refreshplan.h"
#include "inventory/scan.h"
#include "inventory/storepages.h"

#include <QElapsedTimer>
#include <QHash>

#include <deque>

namespace slipway
{

/// The shared state of one scan's coroutines. They hold it by shared pointer, so it lives as long as the last of them.
struct ScanState final {
    ScanState(ScanTools tools, ScanRequest request, ScanProgressSink sink, std::stop_token stop, Owner owner);

    [[nodiscard]] StoreScope scope() const { return {request.apiHost, owner}; }
    [[nodiscard]] CallContext context() const { return {stop, request.urgency}; }
    [[nodiscard]] bool isStopped() const { return stop.stop_requested(); }
    void report();
    /// Counts an answer of the registry. After many failures in a row, none of them about the manifest itself, the
    /// registry counts as gone and the rest is not asked for.
    void noteRegistryAnswer(const std::optional<Error>& error);
    [[nodiscard]] bool isRegistryGone() const { return registryFailure.has_value(); }
    /// Remembers that the store refused; the scan ends with it.
    void keep(const Result<void>& saved);
    /// Documents are saved soon, on a thread of their own; saveDocuments() waits for that.
    void keepDocument(NewDocument document);
    void saveDocuments();
    /// A document that is kept and no manifest; nullopt if nothing is known of the digest.
    [[nodiscard]] std::optional<StoredDocument> otherDocument(const Digest& digest);

    /// The snapshot that is being made: the one before without the packages of the plan. It begins with the first
    /// change; a scan that finds none never makes one.
    SnapshotBuilder& builder();
    [[nodiscard]] bool hasChanges() const { return made.has_value(); }
    [[nodiscard]] const PackageRow* knownPackage(const PackageName& name) const;
    /// The versions of a package as they were known before.
    [[nodiscard]] std::vector<ListedVersion> knownVersions(const PackageName& name) const;

    ScanTools tools;
    ScanRequest request;
    ScanProgressSink sink;
    std::stop_token stop;
    Owner owner;
    StorePages pages;
    SnapshotPtr previous;
    qint64 basis = 0; ///< the newest snapshot when the scan began, as HistoryEntry::id; 0 if there was none
    RefreshPlan plan;
    QDateTime listHeardAt;  ///< this machine's clock when the package list was there
    QDateTime listServedAt; ///< the server's clock at the package list; invalid if it did not tell
    QHash<PackageName, PackageCheck> checks;
    std::vector<PackageCheck> newChecks;
    QSet<PackageName> askable; ///< have manifests that were not there and may be asked for again
    std::optional<SnapshotBuilder> made;
    std::vector<ListedPackage> same; ///< read, and found to be as they were
    std::deque<PlannedPackage> waiting;
    QSet<Digest> otherDocuments;                  ///< the store has them, or will, and they are no manifests
    QHash<Digest, QList<Arrival<bool>>> underWay; ///< manifests being asked for, and who else waits for them
    ScanProgress progress;
    QElapsedTimer elapsed;
    int failuresInARow = 0;
    std::optional<Error> registryFailure;
    std::optional<Error> storeFailure;
    int notAsked = 0;
};

using ScanStatePtr = std::shared_ptr<ScanState>;

} // namespace slipway
