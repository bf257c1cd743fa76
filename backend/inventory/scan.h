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
    int packagesTotal = 0;
    int manifestsDone = 0;
    int manifestsTotal = 0;
    std::optional<std::chrono::seconds> remaining; ///< guessed from the pace so far; nullopt in the first moments
};

using ScanProgressSink = std::function<void(const ScanProgress&)>;

/// Whether manifests that were unusable before are asked for again.
enum class ScanDepth : std::uint8_t { Usual, Full };

/// What a scan works with; all of it outlives the scan.
struct ScanTools final {
    GithubClient& github;
    RegistryClient& registry;
    Store& store;
    Clock clock;
};

struct ScanRequest final {
    QString apiHost; ///< the store keeps owners of different servers apart
    QString login;
    ClassificationRules rules; ///< tell which configs are worth reading
    ScanDepth depth = ScanDepth::Usual;
};

/// Reads an owner's packages, versions (all pages, side by side) and manifests (each once by digest, ever), and the
/// configs the rules need; keeps the result as the newest snapshot and gives it. A part that cannot be read is a
/// problem in the snapshot, with the part as it was known before where it was; an Error only when there is nothing to
/// show: owner or package list unreadable, stopped, or the store refuses. Stopped at any moment, the last good snapshot
/// stays the newest.
[[nodiscard]] Task<Result<SnapshotPtr>> scanOwner(ScanTools tools, ScanRequest request, ScanProgressSink progress,
                                                  std::stop_token stop);

} // namespace slipway
