#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuptools.h"

#include <vector>

namespace slipway
{

/// How long GitHub keeps what was deleted ("Restoring packages": 30 days, if the name was not used again).
constexpr std::chrono::days kRestorable{30};

/// What became of one version that was to come back.
struct Restoration final {
    PackageName package;
    VersionId id;
    Digest digest;
    QString problem;             ///< why it is not back, or not with all of its tags; empty if all is well
    QStringList moved;           ///< its tags that are on other versions now, where they stay
    std::vector<Digest> missing; ///< what it lists and the registry does not have: it cannot be pulled whole
    bool isBack = false;
    bool isHopeless = false;           ///< not back, and it will not be, however often it is asked for
    std::optional<Error> stopped = {}; ///< what keeps everything else from being restored, met after it was back
};

/// Brings one version back and looks that it is there, with its tags: one that nobody else carries is put back where
/// GitHub did not. `intent` is the journal's line of its deletion. Errors: what keeps everything from being restored
/// (limit, token, no network) before this one is known to be back, then Restoration::stopped; what concerns this
/// version alone is Restoration::problem.
[[nodiscard]] Task<Result<Restoration>> bringBack(CleanupTools tools, JournalEntry intent, std::stop_token stop);

/// What of a journal is deleted, was announced without a certain answer, or is back without all of its tags, and can be
/// asked for, what only others need first: children before what lists them. `only` (if not empty) leaves out all others
/// but what these need to be whole: see restoreNeeds().
[[nodiscard]] std::vector<JournalEntry> restorable(const JournalState& state, const std::vector<VersionId>& only = {});

/// What a restoration did.
struct RestoreOutcome final {
    std::vector<Restoration> restored;
    std::vector<Restoration> failed;
    std::vector<Restoration> neverAway; ///< announced without a certain answer, and there
    std::optional<Error> stopped;       ///< why not everything was tried
};

using RestoreProgressSink = std::function<void(std::size_t done, std::size_t total)>;

/// Errors: InvalidFile for what is no journal of a cleanup; Refused for the journal of another owner or server.
[[nodiscard]] Result<void> checkJournal(const std::vector<JournalEntry>& entries, const QString& path,
                                        const QString& server, const QString& owner);

/// Restores what a journal says was deleted, all or some of it, and writes that down there. Errors: Refused for a
/// journal of another owner, a token that lacks the scope (checkScopes()), or while another cleaner works; FileAccess,
/// InvalidFile; InvalidArgument for an id that the journal has not deleted.
[[nodiscard]] Task<Result<RestoreOutcome>> restoreDeleted(CleanupTools tools, QString journalPath,
                                                          std::vector<VersionId> only, RestoreProgressSink progress,
                                                          std::stop_token stop);

} // namespace slipway
