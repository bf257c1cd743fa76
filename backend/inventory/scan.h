#pragma once

#include "core/async.h"
#include "core/clock.h"
#include "domain/classificationrules.h"
#include "domain/snapshot.h"
#include "github/githubclient.h"
#include "registry/registryclient.h"
#include "store/store.h"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace slipway
{

/// What a running scan has done. Totals grow while lists are read.
struct ScanProgress final {
    int packagesDone = 0;
    int packagesTotal = 0; ///< those that are read; what did not change is not counted
    int manifestsDone = 0;
    int manifestsTotal = 0;
    std::optional<std::chrono::seconds> remaining; ///< guessed from the pace so far; nullopt in the first moments
};

using ScanProgressSink = std::function<void(const ScanProgress&)>;

enum class ScanDepth : std::uint8_t {
    Usual, ///< what changed since the last reading, by the rows of the package list
    Full,  ///< every page of every list, and manifests that were unusable before are asked for again
};

/// What a scan works with; all of it outlives the scan and is used on its thread.
struct ScanTools final {
    GithubClient& github;
    RegistryClient& registry;
    Store& store;
    Clock clock;
};

/// What readings before the first one would have found, where somebody knows.
struct OwnerPast final {
    std::vector<SnapshotPtr> readings;  ///< oldest first
    std::vector<NewDocument> documents; ///< manifests of versions that are gone since
};

struct ScanRequest final {
    /// Pages a refresh may spend to look whole at packages that did not seem to change (see planRefresh()).
    static constexpr int kCheckBudget = 10;

    QString apiHost; ///< the store keeps owners of different servers apart
    QString login;
    ClassificationRules rules; ///< tell which configs are worth reading
    ScanDepth depth = ScanDepth::Usual;
    /// The newest one, if it is at hand. The store is asked where it is not, or another process kept one since.
    KeptSnapshot previous;
    /// Asked once, and kept as history with the first snapshot of an owner of whom nothing was read between `pastFrom`
    /// and `pastUntil`: a demo has a past. May be empty.
    std::function<OwnerPast()> past;
    QDateTime pastFrom;
    QDateTime pastUntil;
    Urgency urgency = Urgency::Person;
    int checkBudget = kCheckBudget;
};

/// How a scan ended.
struct ScanOutcome final {
    SnapshotPtr snapshot;
    qint64 id = 0;           ///< of the snapshot in the store
    QDateTime checkedAt;     ///< the moment it is true of, later than its fetchedAt when nothing changed
    bool hasChanged = false; ///< false: `snapshot` is ScanRequest::previous, or the newest in the store
    QDateTime servedAt;      ///< the server's clock at the list of packages; invalid if it did not tell
    QDateTime heardAt;       ///< this machine's then
};

/// Reads what changed of an owner's packages, versions and manifests (each once by digest, ever), and the configs the
/// rules need; keeps the result as the newest snapshot and gives it. A part that cannot be read is a problem in the
/// snapshot, with the part as it was known before where it was; an Error only when there is nothing to show: owner or
/// package list unreadable, stopped, or the store refuses. Stopped at any moment, the last good snapshot stays the
/// newest.
[[nodiscard]] Task<Result<ScanOutcome>> scanOwner(ScanTools tools, ScanRequest request, ScanProgressSink progress,
                                                  std::stop_token stop);

} // namespace slipway
