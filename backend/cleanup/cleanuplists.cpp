// What CleanupWork reads of a package, and what it writes down.
#include "cleanup/cleanupwork.h"
#include "core/errortext.h"
#include "net/governedtransport.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Each time a list is read from its newest row until known rows repeat. What somebody restored meanwhile stands
/// where it was, so it is read whole once it was not for so long: one of few pages sooner, for each page
/// costs one of GitHub's points.
constexpr int kFewPages = 5;
constexpr std::chrono::milliseconds kFewAgain{10'000};
constexpr std::chrono::milliseconds kWholeAgain{60'000};

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

/// Errors that no other package would be spared.
bool stopsAll(const Error& error)
{
    return error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::RateLimited
           || error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::Tls || error.kind == ErrorKind::Network
           || error.kind == ErrorKind::Timeout;
}

} // namespace

Task<Result<void>> CleanupWork::readRows(Self self, std::shared_ptr<Place> place, Reach reach)
{
    const auto& tools = self->m_tools;
    const VersionList list{tools.owner, place->package, VersionState::Active};
    const CallContext context(self->m_stop);
    ReadingAge age(tools.wall); // of what a list says at its first page
    age.start();
    const auto goodFor = place->pages <= kFewPages ? kFewAgain : kWholeAgain;
    if (place->pages == 0 || (reach == Reach::Whole && place->sinceWhole.elapsed() > goodFor)) {
        auto read = co_await tools.github.versions(list, tools.pages, context);
        if (read && !read->isComplete())
            co_return std::unexpected(read->problems.front());
        if (!read)
            co_return std::unexpected(read.error());
        place->rows = std::move(read->rows);
        place->pages = std::max(1, read->pages);
        // A reading of many pages may take longer than it is good for.
        if (place->pages > kFewPages)
            age.start();
        place->sinceWhole = age;
        place->watch.noteWhole(place->rows);
        co_return Result<void>();
    }
    place->rows.clear();
    QUrl page;
    bool isWhole = false;
    do {
        auto read = co_await tools.github.versionPage(list, page, tools.pages, context);
        if (read && read->problem)
            co_return std::unexpected(*read->problem);
        if (!read)
            co_return std::unexpected(read.error());
        const bool hasKnown =
            std::ranges::any_of(read->rows, [&](const ListedVersion& row) { return place->watch.knows(row.id); });
        isWhole = read->next.isEmpty();
        page = hasKnown ? QUrl() : read->next;
        place->rows.insert(place->rows.end(), read->rows.begin(), read->rows.end());
    } while (!page.isEmpty());
    if (isWhole) {
        place->sinceWhole = age;
        place->watch.noteWhole(place->rows);
    }
    co_return Result<void>();
}

/// A reading that took its time (many pages, a limit that was waited for, newcomers to look at) is followed by one of
/// the newest rows, until that finds nothing new. One during which the machine slept is as old as its sleep was long.
Task<CleanupWork::Lists> CleanupWork::readLists(Self self, std::shared_ptr<Place> place, QString* why)
{
    int slow = 0;
    for (bool isAgain = false;; isAgain = true) {
        ReadingAge took(self->m_tools.wall);
        took.start();
        if (auto read = co_await readRows(self, place, isAgain ? Reach::Newest : Reach::Whole); !read) {
            const Error& error = read.error();
            if (stopsAll(error))
                self->m_outcome.stopped = error;
            *why = tr("the list of its package could not be read: %1").arg(errorText(error).what);
            co_return Lists::Unread;
        }
        const bool hasNewcomers = !place->watch.newcomers(place->rows).empty();
        if (hasNewcomers && co_await learnNewcomers(self, place, why) == Lists::Unread)
            co_return Lists::Unread;
        place->sinceRead = took;
        const auto age = took.elapsed();
        if (age <= kDeletionGoodFor || (isAgain && !hasNewcomers && age <= kLookGoodFor))
            co_return Lists::Read;
        if (age > kLookGoodFor && ++slow > kMostJudged) {
            *why = tr("GitHub answers too slowly to know that nothing is changed meanwhile");
            co_return Lists::Unread;
        }
    }
}

Task<CleanupWork::Lists> CleanupWork::learnNewcomers(Self self, std::shared_ptr<Place> place, QString* why)
{
    for (const ListedVersion& row : place->watch.newcomers(place->rows)) {
        const auto document = co_await manifestDocument(self->m_tools, place->package, row.digest, self->m_stop);
        if (!document && stopsAll(document.error())) {
            self->m_outcome.stopped = document.error();
            *why = errorText(document.error()).what;
            co_return Lists::Unread;
        }
        place->watch.learn(row, document.and_then([&](const StoredDocument& got) {
            return parseManifest(row.digest, got.bytes, got.mediaType);
        }));
    }
    co_return Lists::Read;
}

/// Looks at a version of a tree that was begun. Nothing: that could not be found out, and its tree is left.
Task<std::optional<RowLook>> CleanupWork::lookBeside(Self self, PlannedTree tree, PlannedVersion planned)
{
    const auto seen = co_await look(self, planned);
    if (seen)
        co_return *seen;
    if (stopsAll(seen.error()))
        self->m_outcome.stopped = seen.error();
    self->leaveForNow(
        tree, tr("it could not be found out whether it is deleted already: %1").arg(errorText(seen.error()).what));
    co_return std::nullopt;
}

/// What became of a tree that a run before has begun, by its rows, before anything else is said of it: first what was
/// deleted and somebody has restored on GitHub's own page meanwhile (then the tree is wanted), then what a killed run
/// had announced.
Task<CleanupWork::Verdict> CleanupWork::settle(Self self, PlannedTree tree)
{
    for (const auto expected : {JournalEvent::Deleted, JournalEvent::Intended}) {
        // What is deleted of a tree that stays is brought back, whether it is there or not.
        if (expected == JournalEvent::Deleted && self->fateOf(tree).stays())
            continue;
        for (const auto& planned : tree) {
            const auto* fate = self->m_state.of(planned.id);
            if (fate == nullptr || fate->last != expected)
                continue;
            const auto seen = co_await lookBeside(self, tree, planned);
            if (!seen)
                co_return Verdict::Unknown;
            const bool isDeleted = expected == JournalEvent::Deleted;
            if (isDeleted == (*seen == RowLook::Gone))
                continue;
            if (isDeleted) {
                self->m_meter.putBack(planned.id);
                if (!self->noteFound(planned))
                    co_return Verdict::Unknown;
            } else {
                self->m_meter.remove(planned.id);
                if (!self->note(JournalEvent::Deleted, planned))
                    co_return Verdict::Unknown;
            }
        }
    }
    co_return Verdict::Goes;
}

/// Of a tree that stays for good: its versions that are still there.
void CleanupWork::leave(PlannedTree tree, const QString& reason)
{
    for (const auto& planned : tree) {
        if (m_state.isSettled(planned.id) || !note(JournalEvent::Left, planned, reason))
            continue;
        m_outcome.skipped.push_back({planned.package, planned.id, reason});
    }
    tell();
}

/// Another run may find it otherwise.
void CleanupWork::leaveForNow(PlannedTree tree, const QString& reason)
{
    m_isLeftForNow = true;
    leaveOut(tree, reason);
}

/// As a person wants it: the run is ended all the same.
void CleanupWork::leaveOut(PlannedTree tree, const QString& reason)
{
    for (const auto& planned : tree) {
        if (!m_state.isSettled(planned.id))
            m_outcome.skipped.push_back({planned.package, planned.id, reason});
    }
}

void CleanupWork::fail(PlannedTree tree, const PlannedVersion& culprit, const QString& reason)
{
    if (note(JournalEvent::Failed, culprit, reason))
        m_outcome.failed.push_back({culprit.package, culprit.id, reason});
    leave(tree, tr("it belongs to %1, which cannot be deleted").arg(culprit.digest.shortForm()));
}

/// Writes it down, on the disk where what follows depends on it. Where that fails nothing more is deleted; what has
/// happened by then is told all the same.
bool CleanupWork::note(JournalEvent event, const PlannedVersion& planned, const QString& detail,
                       const StoredDocument& document)
{
    JournalEntry entry;
    entry.event = event;
    entry.at = m_tools.clock.now();
    entry.package = planned.package;
    entry.id = planned.id;
    entry.detail = detail;
    entry.isThere = (event == JournalEvent::Left || event == JournalEvent::Failed) && m_there.contains(planned.id);
    if (event == JournalEvent::Intended) {
        entry.digest = planned.digest;
        entry.tags = planned.tags;
        entry.manifest = document.bytes;
        entry.mediaType = document.mediaType;
        entry.freedBytes = planned.freedBytes;
        if (m_isKnown)
            entry.holders = m_meter.holdersOf(planned.id);
    }
    const bool isForDisk = event != JournalEvent::Deleted && event != JournalEvent::Gone;
    if (auto noted = m_journal.append(entry, isForDisk ? CleanupJournal::Reaches::Disk : CleanupJournal::Reaches::File);
        !noted) {
        m_outcome.stopped = noted.error();
        if (event != JournalEvent::Deleted && event != JournalEvent::Gone && event != JournalEvent::Restored)
            return false;
    }
    if (event != JournalEvent::Left && event != JournalEvent::Gone) {
        const bool isDone = event == JournalEvent::Deleted || event == JournalEvent::Restored;
        const auto audited =
            audit(m_tools, {event == JournalEvent::Restored ? u"cleanup.restore"_s : u"cleanup.delete"_s,
                            planned.package, planned.id, planned.digest,
                            isDone                          ? u"done"_s
                            : event == JournalEvent::Failed ? u"failed"_s
                                                            : u"begun"_s,
                            detail});
        if (!audited && !m_outcome.stopped)
            m_outcome.stopped = audited.error();
    }
    count(entry);
    return !m_outcome.stopped;
}

/// Of a version that somebody else has restored: no act of this run, so none for the audit.
bool CleanupWork::noteFound(const PlannedVersion& planned)
{
    JournalEntry entry;
    entry.event = JournalEvent::Restored;
    entry.at = m_tools.clock.now();
    entry.package = planned.package;
    entry.id = planned.id;
    if (auto noted = m_journal.append(entry, CleanupJournal::Reaches::Disk); !noted)
        m_outcome.stopped = noted.error();
    count(entry);
    return !m_outcome.stopped;
}

void CleanupWork::count(const JournalEntry& entry)
{
    const bool wasSettled = m_state.isSettled(entry.id);
    const bool wasDeleted = m_state.isDeleted(entry.id);
    m_state.add(entry);
    m_book.add(entry);
    if (m_state.isDeleted(entry.id))
        m_aim.remove(entry.id);
    else if (m_state.isSettled(entry.id))
        m_aim.putBack(entry.id);
    m_done += !wasSettled && m_state.isSettled(entry.id) ? 1 : 0;
    m_deleted += m_state.isDeleted(entry.id) ? 1 : 0;
    m_deleted -= wasDeleted ? 1 : 0;
}

void CleanupWork::tell()
{
    if (!m_progress)
        return;
    CleanupProgress progress;
    progress.total = m_total;
    progress.done = m_done;
    progress.deleted = m_deleted;
    progress.freed = m_book.freed().bytes;
    progress.isFreedAtLeast = m_book.hasGaps();
    if (m_isKnown && !m_book.hasGaps())
        progress.toFree = progress.freed + m_aim.freed() - m_meter.freed();
    progress.remaining =
        remainingTime(m_done - m_doneBefore, m_total - m_doneBefore, std::chrono::milliseconds(m_elapsed.elapsed()));
    m_progress(progress);
}

Result<CleanupOutcome> CleanupWork::finish()
{
    std::ranges::copy_if(m_request.plan.deletions, std::back_inserter(m_outcome.deleted),
                         [&](const PlannedVersion& planned) { return m_state.isDeleted(planned.id); });
    if (m_stop.stop_requested() && !m_outcome.stopped)
        m_outcome.stopped = Error{ErrorKind::Cancelled, tr("the cleanup"), {}, std::nullopt};
    if (!m_outcome.stopped && !m_isLeftForNow) {
        JournalEntry ended;
        ended.event = JournalEvent::Ended;
        ended.at = m_tools.clock.now();
        ended.plan = m_request.plan.seal;
        // All of a plan frees what the plan says, whatever is known of the versions one by one.
        if (m_book.hasGaps() && m_outcome.deleted.size() == m_request.plan.deletions.size())
            ended.freedBytes = m_request.plan.freedBytes;
        if (auto noted = m_journal.append(ended, CleanupJournal::Reaches::Disk); !noted)
            m_outcome.stopped = noted.error();
        else
            m_book.add(ended);
    }
    const auto freed = m_book.freed();
    m_outcome.freedBytes = freed.bytes;
    m_outcome.isFreedAtLeast = freed.isAtLeast;
    return m_outcome;
}

} // namespace slipway
