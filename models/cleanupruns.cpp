#include "models/cleanupruns.h"

#include "cleanup/restoreneeds.h"
#include "core/errortext.h"
#include "core/format.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

struct RunTexts {
    Q_DECLARE_TR_FUNCTIONS(slipway::CleanupPage)
};

QString nameOf(const PackageName& package, const QStringList& tags, const Digest& digest)
{
    return tags.isEmpty() ? package.value + u'@' + digest.shortForm() : package.value + u':' + tags.constFirst();
}

bool isTooLate(const JournalFate& fate, const QDateTime& now)
{
    return std::chrono::milliseconds(fate.intent.at.msecsTo(now)) > kRestorable;
}

RunFate fateOf(const JournalFate& fate, const QDateTime& now)
{
    switch (fate.last) {
    case JournalEvent::Restored:
        return RunFate::Restored;
    case JournalEvent::Gone:
        return RunFate::Gone;
    case JournalEvent::Deleted:
    case JournalEvent::Intended: // of what was not heard of again nobody knows: it may be gone
        break;
    default:
        return RunFate::Left;
    }
    if (fate.intent.manifest.isEmpty())
        return RunFate::NoManifest;
    return isTooLate(fate, now) ? RunFate::TooLate : RunFate::Restorable;
}

/// The day that has begun counts.
int daysLeft(const QDateTime& deleted, const QDateTime& now)
{
    const auto left = kRestorable - std::chrono::milliseconds(deleted.msecsTo(now));
    return static_cast<int>(std::max(std::chrono::ceil<std::chrono::days>(left).count(), decltype(left.count())(0)));
}

} // namespace

QString cleanupProgressWords(const CleanupProgress& progress)
{
    const QString freed = formatBytes(progress.freed);
    QStringList words{RunTexts::tr("%1 of %2 versions", "numbers").arg(progress.done).arg(progress.total),
                      progress.toFree
                          ? RunTexts::tr("%1 of %2 freed", "sizes").arg(freed, formatBytes(*progress.toFree))
                      : progress.isFreedAtLeast ? RunTexts::tr("at least %1 freed", "a size").arg(freed)
                                                : RunTexts::tr("%1 freed", "a size").arg(freed)};
    if (progress.remaining) {
        const auto seconds = static_cast<int>(progress.remaining->count());
        words.append(seconds < 120 ? RunTexts::tr("about %n s left", nullptr, seconds)
                                   : RunTexts::tr("about %n min left", nullptr, (seconds + 59) / 60));
    }
    return words.join(u", "_s);
}

QString cleanupResultText(const CleanupResult& result)
{
    const auto& outcome = result.outcome;
    const int deleted = static_cast<int>(outcome.deleted.size());
    QStringList sentences{(outcome.isFreedAtLeast
                               ? RunTexts::tr("%n version(s) deleted, which frees at least %1.", nullptr, deleted)
                               : RunTexts::tr("%n version(s) deleted, which frees %1.", nullptr, deleted))
                              .arg(formatBytes(outcome.freedBytes))};
    if (!outcome.skipped.empty())
        sentences.append(RunTexts::tr("%n skipped.", nullptr, static_cast<int>(outcome.skipped.size())));
    if (!outcome.failed.empty())
        sentences.append(RunTexts::tr("%n failed.", nullptr, static_cast<int>(outcome.failed.size())));
    if (outcome.stopped)
        sentences.append(outcome.stopped->kind == ErrorKind::Cancelled
                             ? RunTexts::tr("It was stopped; the rest stays.")
                             : RunTexts::tr("It stopped: %1", "an error").arg(errorLine(*outcome.stopped)));
    const int broken = static_cast<int>(result.proof.broken.size());
    if (!result.proof.gone.empty())
        sentences.append(RunTexts::tr("%n kept version(s) gone since the plan, deleted by somebody else.", nullptr,
                                      static_cast<int>(result.proof.gone.size())));
    if (result.proof.restoreHelps)
        sentences.append(RunTexts::tr("%n kept tag(s) cannot be pulled whole any more: bring back what was deleted.",
                                      nullptr, broken));
    else if (broken > 0)
        sentences.append(RunTexts::tr("%n kept tag(s) cannot be pulled whole any more. What they lack is not in the "
                                      "journal of this cleanup, which cannot bring it back.",
                                      nullptr, broken));
    else if (result.proof.isProven() && !result.proof.gone.empty())
        sentences.append(RunTexts::tr("Every other kept tag resolves, with all it lists and all that hangs on it."));
    else if (result.proof.isProven())
        sentences.append(RunTexts::tr("Every kept tag resolves, with all it lists and all that hangs on it."));
    else
        sentences.append(RunTexts::tr("Whether every kept tag is whole could not be proven."));
    if (result.proof.brokenBefore > 0)
        sentences.append(
            RunTexts::tr("%n tagged version(s) could not be pulled whole before it; they do not count here.", nullptr,
                         static_cast<int>(result.proof.brokenBefore)));
    return sentences.join(u' ');
}

QStringList cleanupResultDetails(const CleanupResult& result)
{
    QStringList lines;
    for (const auto& broken : result.proof.broken) {
        QStringList missing;
        for (const Digest& digest : broken.missing)
            missing.append(digest.shortForm());
        lines.append(RunTexts::tr("Broken: %1 lacks %2", "an image, digests")
                         .arg(nameOf(broken.package, broken.tags, broken.digest), missing.join(u", "_s)));
    }
    for (const auto& gone : result.proof.gone)
        lines.append(RunTexts::tr("Gone since the plan, deleted by somebody else: %1", "an image")
                         .arg(nameOf(gone.package, gone.tags, gone.digest)));
    for (const auto& failed : result.outcome.failed)
        lines.append(RunTexts::tr("Failed: %1 %2: %3", "an image, an id, why")
                         .arg(failed.package.value)
                         .arg(failed.id.value)
                         .arg(failed.reason));
    for (const auto& skipped : result.outcome.skipped)
        lines.append(RunTexts::tr("Skipped: %1 %2: %3", "an image, an id, why")
                         .arg(skipped.package.value)
                         .arg(skipped.id.value)
                         .arg(skipped.reason));
    for (const auto& problem : result.proof.problems)
        lines.append(RunTexts::tr("Not asked: %1", "an error").arg(errorLine(problem)));
    return lines;
}

std::size_t CleanupRun::count(RunFate fate) const
{
    return static_cast<std::size_t>(std::ranges::count(versions, fate, &RunVersion::fate));
}

std::size_t CleanupRun::restoredWith(const std::vector<VersionId>& chosen) const
{
    RestoreNeeds needs;
    QSet<VersionId> canCome;
    for (const auto& version : versions) {
        if (!version.canComeBack)
            continue;
        canCome.insert(version.id);
        needs.insert(version.id, version.needs);
    }
    return static_cast<std::size_t>(withNeeds(needs, chosen).intersect(canCome).size());
}

CleanupRun cleanupRunOf(const QString& journal, const std::vector<JournalEntry>& entries, const QDateTime& now)
{
    CleanupRun run;
    run.journal = journal;
    QHash<VersionId, JournalEntry> last;
    for (const auto& entry : entries) {
        if (!run.begunAt.isValid())
            run.begunAt = entry.at;
        run.isUntagging = run.isUntagging || entry.event == JournalEvent::Untagging;
        last.insert(entry.id, entry);
    }
    const auto state = stateOf(entries);
    run.isEnded = state.isEnded;
    run.freed = freedOf(entries);
    const auto back = restorable(state);
    const auto needs = restoreNeeds(back);
    QSet<VersionId> canBeAsked;
    for (const auto& entry : back)
        canBeAsked.insert(entry.id);
    for (const VersionId id : state.order) {
        const auto& fate = *state.of(id);
        RunVersion version{fate.intent.package, id,          fate.intent.digest,
                           fate.intent.tags,    last[id].at, fate.intent.freedBytes,
                           fateOf(fate, now),   false,       0,
                           last[id].detail,     {},          fate.last == JournalEvent::Intended};
        version.canComeBack = canBeAsked.contains(id) && (fate.lacksTags || !isTooLate(fate, now));
        if (version.canComeBack) {
            version.daysLeft = daysLeft(fate.intent.at, now);
            version.needs = needs.value(id);
        }
        run.versions.push_back(std::move(version));
    }
    return run;
}

std::vector<CleanupRun> cleanupRunsIn(const QString& folder, const QString& server, const QString& owner,
                                      const QDateTime& now, const std::stop_token& stop)
{
    std::vector<CleanupRun> runs;
    const auto files = QDir(folder).entryInfoList({u"journal-*.jsonl"_s}, QDir::Files);
    for (const auto& file : files) {
        if (stop.stop_requested())
            return {};
        const auto text = readJournal(file.filePath());
        if (!text) {
            CleanupRun damaged;
            damaged.journal = file.filePath();
            damaged.begunAt = file.lastModified();
            damaged.damage = text.error();
            runs.push_back(std::move(damaged));
            continue;
        }
        const auto begun = std::ranges::find(text->entries, JournalEvent::Begun, &JournalEntry::event);
        if (begun != text->entries.end() && begun->owner.compare(owner, Qt::CaseInsensitive) == 0
            && begun->server == server)
            runs.push_back(cleanupRunOf(file.filePath(), text->entries, now));
    }
    std::ranges::stable_sort(runs, std::greater(), &CleanupRun::begunAt);
    return runs;
}

QString runFateText(const RunVersion& version)
{
    switch (version.fate) {
    case RunFate::Restorable:
        return RunTexts::tr("Can be restored, %n day(s) left", nullptr, version.daysLeft);
    case RunFate::TooLate:
        return RunTexts::tr("Deleted more than 30 days ago: GitHub keeps nothing longer");
    case RunFate::NoManifest:
        return RunTexts::tr("Cannot be restored: the journal has no manifest of it");
    case RunFate::Restored:
        return version.detail.isEmpty() ? RunTexts::tr("Restored")
                                        : RunTexts::tr("Restored: %1", "what it lacks").arg(version.detail);
    case RunFate::Gone:
        return RunTexts::tr("Somebody else had deleted it: it is not in this journal to restore");
    case RunFate::Left:
        break;
    }
    QString stays =
        version.detail.isEmpty() ? RunTexts::tr("Stays") : RunTexts::tr("Stays: %1", "why").arg(version.detail);
    if (!version.canComeBack)
        return stays;
    return RunTexts::tr("%1; if it is gone after all, it can be restored, %n day(s) left", "that it stays",
                        version.daysLeft)
        .arg(stays);
}

} // namespace slipway
