#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanupproof.h"
#include "cleanup/cleanuprun.h"
#include "cleanup/freedbook.h"
#include "cleanup/restoring.h"

#include <QStringList>

#include <stop_token>
#include <vector>

namespace slipway
{

/// What a cleanup has done, and whether what was kept is whole.
struct CleanupResult final {
    CleanupOutcome outcome;
    CleanupProof proof;
};

/// "41 versions are deleted, which frees 5.2 GiB. Every kept tag resolves …": the end of a run in sentences.
[[nodiscard]] QString cleanupResultText(const CleanupResult& result);
/// What was skipped, has failed or is broken: a line each.
[[nodiscard]] QStringList cleanupResultDetails(const CleanupResult& result);
/// "12 of 41 versions, 1.2 GiB of 5.2 GiB freed, about 3 min left".
[[nodiscard]] QString cleanupProgressWords(const CleanupProgress& progress);

/// What can be done about a version of a run.
enum class RunFate : std::uint8_t {
    Restorable, ///< deleted, and GitHub still keeps it
    TooLate,    ///< deleted, more than 30 days ago
    NoManifest, ///< deleted, but the journal has no manifest of it
    Restored,
    Gone, ///< somebody else had deleted it
    Left, ///< it was not deleted, as far as is known
};

/// A version that a run's journal tells of.
struct RunVersion final {
    PackageName package;
    VersionId id;
    Digest digest;
    QStringList tags;
    QDateTime at; ///< of the last that is told of it
    Bytes freed = 0;
    RunFate fate = RunFate::Left;
    bool canComeBack = false;     ///< it can be asked for: what was left without a certain answer or lacks tags, too
    int daysLeft = 0;             ///< to restore it, the day that has begun included
    QString detail;               ///< why it was left or has failed
    std::vector<VersionId> needs; ///< what comes back along with it, of what can be restored: see restoreNeeds()
    bool isOnlyAnnounced = false; ///< nothing was heard of it again: nobody knows whether it is gone

    friend bool operator==(const RunVersion&, const RunVersion&) = default;
};

/// A run of a cleanup, by its journal.
struct CleanupRun final {
    QString journal; ///< the file
    QDateTime begunAt;
    bool isEnded = false;     ///< of its plan, nothing is left to do
    bool isUntagging = false; ///< of one tag
    std::vector<RunVersion> versions;
    FreedSoFar freed = {};       ///< by what it has deleted and is away now, all together
    std::optional<Error> damage; ///< it could not be read; nothing else is known then

    [[nodiscard]] std::size_t count(RunFate fate) const;
    /// How many versions come back with these, they included.
    [[nodiscard]] std::size_t restoredWith(const std::vector<VersionId>& chosen) const;
};

/// A run, as it stands at a moment. `entries` are a journal's.
[[nodiscard]] CleanupRun cleanupRunOf(const QString& journal, const std::vector<JournalEntry>& entries,
                                      const QDateTime& now);

/// All runs about an owner on a server whose journals are in a folder, newest first. Reads files: for the pool.
[[nodiscard]] std::vector<CleanupRun> cleanupRunsIn(const QString& folder, const QString& server, const QString& owner,
                                                    const QDateTime& now, const std::stop_token& stop);

/// "Can be restored, 23 days left", "Deleted more than 30 days ago: GitHub keeps nothing longer".
[[nodiscard]] QString runFateText(const RunVersion& version);

} // namespace slipway
