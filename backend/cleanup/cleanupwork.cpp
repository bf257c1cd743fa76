#include "cleanup/cleanupwork.h"

#include "cleanup/openversions.h"
#include "cleanup/undeletable.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "net/governedtransport.h"

#include <QCoreApplication>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

} // namespace

CleanupWork::CleanupWork(CleanupTools tools, CleanupRequest request, CleanupControl control,
                         CleanupProgressSink progress, std::stop_token stop, CleanupLock lock, CleanupJournal journal,
                         std::vector<Digest> undeletable)
    : m_tools(std::move(tools))
    , m_request(std::move(request))
    , m_control(std::move(control))
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
    , m_lock(std::move(lock))
    , m_journal(std::move(journal))
    , m_undeletable(std::move(undeletable))
    , m_state(stateOf(m_journal.before()))
    , m_meter(m_request.before)
    , m_aim(nullptr)
{
    m_outcome.journal = m_journal.path();
    for (const auto& planned : m_request.plan.deletions) {
        if (m_state.isDeleted(planned.id))
            m_meter.remove(planned.id);
    }
    m_aim = m_meter;
    const auto open = openVersionsOf(m_request.plan, m_state, m_request.allowedLarge).open;
    for (const auto& planned : open)
        m_aim.remove(planned.id);
    for (const auto& entry : m_journal.before())
        m_book.add(entry);
    m_isKnown = std::ranges::all_of(m_request.plan.deletions, [&](const PlannedVersion& planned) {
        const auto* fate = m_state.of(planned.id);
        const bool isAway = fate != nullptr && (fate->mayBeAway || fate->last == JournalEvent::Gone);
        return isAway || m_meter.knows(planned.id);
    });
    m_elapsed.start();
}

/// The trees that are carried out. Packages over a limit that nobody has named are not; what was begun of them, or
/// allowed by a run before, stays open. Of a tree that stays nothing goes, so nobody needs to allow it.
std::vector<PlannedTree> CleanupWork::sortOut()
{
    const QString why = tr("its package loses more than the policy's limits: allow it by name");
    std::vector<PlannedTree> trees;
    for (const PlannedTree tree : treesOf(m_request.plan.deletions)) {
        const auto& package = tree.front().package;
        const auto fate = fateOf(tree);
        if (!isOverLimit(m_request.plan, package) || m_request.allowedLarge.contains(package) || fate.stays())
            trees.push_back(tree);
        else if (fate.hasWork() && (fate.isTouched || m_state.allowed.contains(package)))
            leaveForNow(tree, why);
        else
            leaveOut(tree, why);
    }
    return trees;
}

Task<Result<CleanupOutcome>> CleanupWork::run(std::shared_ptr<CleanupWork> work, std::optional<Error> stopped)
{
    auto& self = *work;
    self.m_outcome.stopped = std::move(stopped);
    const auto trees = self.sortOut();
    for (const PlannedTree tree : trees) {
        self.m_total += tree.size();
        for (const auto& planned : tree) {
            self.m_done += self.m_state.isSettled(planned.id) ? 1 : 0;
            self.m_deleted += self.m_state.isDeleted(planned.id) ? 1 : 0;
        }
    }
    self.m_doneBefore = self.m_done;
    self.tell();
    for (auto first = trees.begin(); first != trees.end() && !self.isStopped();) {
        const auto end = std::find_if(first, trees.end(),
                                      [&](PlannedTree tree) { return tree.front().package != first->front().package; });
        // What is done is not listed again.
        std::vector<PlannedTree> open;
        std::copy_if(first, end, std::back_inserter(open),
                     [&](PlannedTree tree) { return self.fateOf(tree).hasWork(); });
        if (!open.empty())
            co_await package(work, first->front().package, std::move(open));
        first = end;
    }
    co_return self.finish();
}

Task<void> CleanupWork::package(Self self, PackageName name, std::vector<PlannedTree> trees)
{
    const auto place = std::make_shared<Place>(Place{name,
                                                     PackageWatch(self->m_request.plan, name),
                                                     {},
                                                     0,
                                                     ReadingAge(self->m_tools.wall),
                                                     ReadingAge(self->m_tools.wall)});
    for (const PlannedTree tree : trees) {
        if (co_await turn(self, place) != Verdict::Goes)
            co_return;
        if (const auto fate = self->fateOf(tree); !fate.isHalf && !fate.isSettled) {
            co_await CleanupWork::tree(self, place, tree);
        } else if (co_await settle(self, tree) == Verdict::Goes) {
            const QString why = tr("its tree could not be deleted whole");
            self->leave(tree, why);
            co_await putBack(self, tree, why);
        }
    }
}

Task<void> CleanupWork::tree(Self self, std::shared_ptr<Place> place, PlannedTree tree)
{
    if (co_await settle(self, tree) != Verdict::Goes)
        co_return;
    const auto forbidden = std::ranges::find_if(tree, [&](const PlannedVersion& planned) {
        return !self->m_state.isSettled(planned.id) && std::ranges::binary_search(self->m_undeletable, planned.digest);
    });
    const auto open = std::make_shared<OpenTree>();
    open->planned = tree;
    std::ranges::copy_if(tree, std::back_inserter(open->versions),
                         [&](const PlannedVersion& planned) { return !self->m_state.isSettled(planned.id); });
    if (forbidden != tree.end()) {
        self->m_there.insert(forbidden->id);
        self->fail(tree, *forbidden, tr("GitHub deletes no public version with more than 5,000 downloads"));
    } else if (self->fateOf(tree).isWanted) {
        self->leave(tree, tr("part of it was restored"));
    } else if (const auto read = co_await readDocuments(self, open); !read) {
        self->leaveForNow(tree,
                          tr("its manifest cannot be kept for the journal: %1").arg(errorText(read.error()).what));
        co_return;
    } else if (const auto judged = co_await judge(self, place, open); judged.verdict == Verdict::Unknown) {
        self->leaveForNow(tree, judged.reason);
        co_return;
    } else if (judged.verdict == Verdict::Stays) {
        self->leave(tree, judged.reason);
    } else {
        co_await removeAll(self, place, open);
    }
    if (const auto fate = self->fateOf(tree); !self->isStopped() && (fate.isHalf || fate.lacksTags))
        co_await putBack(self, tree, tr("its tree could not be deleted whole"));
}

/// Until one of them stays.
Task<void> CleanupWork::removeAll(Self self, std::shared_ptr<Place> place, std::shared_ptr<const OpenTree> tree)
{
    for (size_t i = 0; i < tree->versions.size(); ++i) {
        if (co_await turn(self, place) != Verdict::Goes)
            co_return;
        const auto removed = co_await remove(self, place, tree, i);
        switch (removed.step) {
        case DeletionStep::Changed:
            if (removed.judged.verdict == Verdict::Unknown)
                self->leaveForNow(tree->planned, removed.judged.reason);
            else
                self->leave(tree->planned, removed.judged.reason);
            co_return;
        case DeletionStep::Undeletable:
        case DeletionStep::Refused:
            self->fail(tree->planned, tree->versions[i],
                       removed.error->kind == ErrorKind::Refused ? removed.error->subject
                                                                 : errorText(*removed.error).what);
            co_return;
        case DeletionStep::Stop:
            self->m_outcome.stopped = removed.error;
            co_return;
        case DeletionStep::Look:
        case DeletionStep::Delete:
        case DeletionStep::Deleted:
        case DeletionStep::GoneBefore:
            break;
        }
    }
}

Task<Result<RowLook>> CleanupWork::look(Self self, PlannedVersion planned)
{
    const auto row = co_await self->m_tools.github.version({self->m_tools.owner, planned.package, planned.id},
                                                           CallContext(self->m_stop));
    if (row)
        co_return Result<RowLook>(isAsPlanned(planned, *row) ? RowLook::AsPlanned : RowLook::Changed);
    if (row.error().kind != ErrorKind::NotFound)
        co_return std::unexpected(row.error());
    // The same answer is given for a version that is gone and to a token that may not see it.
    const auto visible =
        co_await self->m_tools.github.tryPackage(self->m_tools.owner, planned.package, CallContext(self->m_stop));
    if (!visible)
        co_return std::unexpected(visible.error());
    co_return Result<RowLook>(RowLook::Gone);
}

/// Looks, judges the tree again unless it was judged just now, announces, deletes. Whatever holds a deletion up (a
/// limit, a pause, an answer that leaves it open) begins that anew.
Task<CleanupWork::Removed> CleanupWork::remove(Self self, std::shared_ptr<Place> place,
                                               std::shared_ptr<const OpenTree> tree, std::size_t which)
{
    const PlannedVersion& planned = tree->versions[which];
    const auto* fate = self->m_state.of(planned.id);
    bool isIntended = fate != nullptr && fate->last == JournalEvent::Intended;
    DeletionSteps steps(isIntended);
    auto step = DeletionSteps::first();
    Removed removed;
    removed.judged = {Verdict::Stays, tr("the plan is stale: its tags were moved, or it was pushed again or restored")};
    ReadingAge looked(self->m_tools.wall); // from before it was asked for: an answer can have slept on its way
    for (int judged = 0; step == DeletionStep::Look || step == DeletionStep::Delete;) {
        if (step == DeletionStep::Look) {
            looked.start();
            step = steps.afterLook(co_await look(self, planned));
            continue;
        }
        if (place->sinceRead.elapsed() > kDeletionGoodFor) {
            auto again = co_await judge(self, place, tree);
            const bool isOld = looked.elapsed() > kLookGoodFor;
            if (again.verdict == Verdict::Goes && isOld && ++judged > kMostJudged)
                again = {Verdict::Unknown, tr("GitHub answers too slowly to know that nothing is changed meanwhile")};
            if (again.verdict != Verdict::Goes) {
                removed.judged = again;
                step = self->isStopped() ? DeletionStep::Stop : DeletionStep::Changed;
            } else if (isOld) {
                step = DeletionStep::Look;
            }
            if (step != DeletionStep::Delete)
                continue;
        }
        if (!isIntended && !self->note(JournalEvent::Intended, planned, {}, tree->documents[which])) {
            removed.error = self->m_outcome.stopped;
            co_return removed;
        }
        isIntended = true;
        step = steps.afterDelete(co_await self->m_tools.github.deleteVersion(
            {self->m_tools.owner, planned.package, planned.id}, CallContext(self->m_stop)));
        if (step == DeletionStep::Look)
            place->sinceRead.invalidate();
    }
    removed.step = step;
    const bool stays =
        step == DeletionStep::Changed || step == DeletionStep::Undeletable || step == DeletionStep::Refused;
    if (stays && steps.isSurelyThere())
        self->m_there.insert(planned.id);
    removed.error = steps.error() ? steps.error() : self->m_outcome.stopped;
    bool isNoted = true;
    if (step == DeletionStep::Deleted) {
        isNoted = self->note(JournalEvent::Deleted, planned);
        self->m_meter.remove(planned.id);
    } else if (step == DeletionStep::GoneBefore) {
        isNoted = self->note(JournalEvent::Gone, planned);
        self->m_outcome.skipped.push_back({planned.package, planned.id, tr("it was gone already")});
    } else if (step == DeletionStep::Undeletable) {
        // Another tree of this very plan may have it, too.
        self->m_undeletable.insert(std::ranges::upper_bound(self->m_undeletable, planned.digest), planned.digest);
        if (auto kept = Undeletable(self->m_tools.folder).add(planned.digest); !kept)
            qCWarning(logSession, "%s", qUtf8Printable(errorLine(kept.error())));
    }
    self->tell();
    if (!isNoted)
        removed = {DeletionStep::Stop, self->m_outcome.stopped, {}};
    co_return removed;
}

} // namespace slipway
