#pragma once

#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "cleanup/cleanuprun.h"
#include "cleanup/deletionsteps.h"
#include "cleanup/freedbook.h"
#include "cleanup/freedmeter.h"
#include "cleanup/packagewatch.h"
#include "cleanup/readingage.h"
#include "cleanup/treefate.h"

#include <QElapsedTimer>

#include <memory>

namespace slipway
{

/// How old a row may be when its version is deleted: the lists are read after it.
constexpr std::chrono::milliseconds kLookGoodFor{5'000};
/// Where every reading takes longer than that, nothing can be known of one moment.
constexpr int kMostJudged = 4;

/// One carrying-out of a plan, tree by tree. Made shared, for its coroutines outlive the calls.
class CleanupWork final
{
public:
    CleanupWork(CleanupTools tools, CleanupRequest request, CleanupControl control, CleanupProgressSink progress,
                std::stop_token stop, CleanupLock lock, CleanupJournal journal, std::vector<Digest> undeletable);

    /// Never an Error: what stops it, or did before it began, is CleanupOutcome::stopped.
    [[nodiscard]] static Task<Result<CleanupOutcome>> run(std::shared_ptr<CleanupWork> work,
                                                          std::optional<Error> stopped);

private:
    using Self = std::shared_ptr<CleanupWork>;
    /// A package whose trees are looked at.
    struct Place {
        PackageName package;
        PackageWatch watch;
        std::vector<ListedVersion> rows; ///< as read last
        int pages = 0;                   ///< when all of it was read; 0: never
        ReadingAge sinceWhole;
        ReadingAge sinceRead; ///< the newest rows

        /// What was read does not count any more.
        void forget()
        {
            sinceWhole.invalidate();
            sinceRead.invalidate();
        }
    };
    /// Whether a list is read whole where that is due, or its newest rows alone.
    enum class Reach : std::uint8_t { Whole, Newest };
    enum class Lists : std::uint8_t { Read, Unread };
    /// What of a tree is to be deleted yet, and all a restoration of it takes.
    struct OpenTree {
        PlannedTree planned; ///< all of it
        std::vector<PlannedVersion> versions;
        std::vector<StoredDocument> documents; ///< theirs
        PointedAt pointed;                     ///< by any of them
    };
    enum class Verdict : std::uint8_t {
        Goes,
        Stays,   ///< the plan is stale, for good
        Unknown, ///< another run may find out; or everything is stopped
    };
    struct Judgement {
        Verdict verdict = Verdict::Goes;
        QString reason;
    };

    [[nodiscard]] static Task<void> package(Self self, PackageName name, std::vector<PlannedTree> trees);
    [[nodiscard]] static Task<Lists> readLists(Self self, std::shared_ptr<Place> place, QString* why);
    [[nodiscard]] static Task<Result<void>> readRows(Self self, std::shared_ptr<Place> place, Reach reach);
    [[nodiscard]] static Task<Lists> learnNewcomers(Self self, std::shared_ptr<Place> place, QString* why);
    [[nodiscard]] static Task<Result<void>> readDocuments(Self self, std::shared_ptr<OpenTree> tree);
    [[nodiscard]] static Task<Judgement> judge(Self self, std::shared_ptr<Place> place,
                                               std::shared_ptr<const OpenTree> tree);
    [[nodiscard]] static Task<Judgement> judgeAbsent(Self self, std::shared_ptr<Place> place,
                                                     std::shared_ptr<const OpenTree> tree);
    [[nodiscard]] static Task<Result<std::vector<PackageName>>> changedSince(Self self, PackageName except);
    [[nodiscard]] static Task<void> tree(Self self, std::shared_ptr<Place> place, PlannedTree tree);
    [[nodiscard]] static Task<Verdict> settle(Self self, PlannedTree tree);
    [[nodiscard]] static Task<std::optional<RowLook>> lookBeside(Self self, PlannedTree tree, PlannedVersion planned);
    [[nodiscard]] static Task<Result<RowLook>> look(Self self, PlannedVersion planned);
    /// What became of one version that was to be deleted.
    struct Removed {
        DeletionStep step = DeletionStep::Stop;
        std::optional<Error> error; ///< with Refused, Undeletable and Stop
        Judgement judged;           ///< with Changed: why its tree stays
    };
    [[nodiscard]] static Task<Removed> remove(Self self, std::shared_ptr<Place> place,
                                              std::shared_ptr<const OpenTree> tree, std::size_t which);
    [[nodiscard]] static Task<void> removeAll(Self self, std::shared_ptr<Place> place,
                                              std::shared_ptr<const OpenTree> tree);
    [[nodiscard]] static Task<Verdict> turn(Self self, std::shared_ptr<Place> place);
    [[nodiscard]] static Task<void> putBack(Self self, PlannedTree tree, QString why);

    [[nodiscard]] std::vector<PlannedTree> sortOut();
    [[nodiscard]] TreeFate fateOf(PlannedTree tree) const { return treeFateOf(tree, m_state); }
    void leave(PlannedTree tree, const QString& reason);
    void leaveOut(PlannedTree tree, const QString& reason);
    void leaveForNow(PlannedTree tree, const QString& reason);
    void fail(PlannedTree tree, const PlannedVersion& culprit, const QString& reason);
    [[nodiscard]] bool note(JournalEvent event, const PlannedVersion& planned, const QString& detail = {},
                            const StoredDocument& document = {});
    [[nodiscard]] bool noteFound(const PlannedVersion& planned);
    void count(const JournalEntry& entry);
    void tell();
    [[nodiscard]] bool isStopped() const { return m_outcome.stopped || m_stop.stop_requested(); }
    [[nodiscard]] Result<CleanupOutcome> finish();

    CleanupTools m_tools;
    CleanupRequest m_request;
    CleanupControl m_control;
    CleanupProgressSink m_progress;
    std::stop_token m_stop;
    CleanupLock m_lock;
    CleanupJournal m_journal;
    std::vector<Digest> m_undeletable;
    JournalState m_state;    ///< with what this run adds
    QSet<VersionId> m_there; ///< announced, and certainly there all the same
    FreedMeter m_meter;
    FreedMeter m_aim;       ///< as m_meter will stand when all is done
    FreedBook m_book;       ///< of the journal, with what this run adds
    bool m_isKnown = false; ///< the snapshot knows all of the plan that is there, so that its counts are whole
    CleanupOutcome m_outcome;
    bool m_isLeftForNow = false;  ///< something was left that another run may delete
    std::size_t m_total = 0;      ///< versions of the trees that are carried out
    std::size_t m_done = 0;       ///< of them, settled
    std::size_t m_doneBefore = 0; ///< by runs before
    std::size_t m_deleted = 0;
    QElapsedTimer m_elapsed;
};

} // namespace slipway
