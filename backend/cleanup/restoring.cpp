#include "cleanup/restoring.h"

#include "cleanup/cleanuplock.h"
#include "cleanup/restoreneeds.h"
#include "cleanup/runchecks.h"
#include "cleanup/taglooks.h"
#include "core/errortext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

/// Whether the same question may be answered otherwise once the row was looked at.
bool isUncertain(const Error& error)
{
    return error.kind == ErrorKind::Server || error.kind == ErrorKind::Network || error.kind == ErrorKind::Timeout
           || error.kind == ErrorKind::RateLimited;
}

/// Whether it stands in the way of all others, too.
bool concernsAll(const Error& error)
{
    return isUncertain(error) || error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::Unauthorized
           || error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::Tls;
}

/// Why GitHub knows of nothing to restore, and whether it may know of it another time.
Task<void> findWhyNot(CleanupTools tools, JournalEntry intent, Restoration* restoration, std::stop_token stop)
{
    if (intent.at.isValid() && std::chrono::milliseconds(intent.at.msecsTo(tools.clock.now())) > kRestorable) {
        restoration->problem = tr("it was deleted more than 30 days ago, and GitHub keeps nothing longer");
        restoration->isHopeless = true;
        co_return;
    }
    const auto visible = co_await tools.github.tryPackage(tools.owner, intent.package, CallContext(stop));
    if (!visible && visible.error().kind == ErrorKind::NotFound) {
        restoration->problem = tr("the package is gone, or the token may not see it");
        co_return;
    }
    const auto same = co_await tools.registry.resolve({tools.owner.login, intent.package}, intent.digest.toString(),
                                                      CallContext(stop));
    restoration->isHopeless = same && *same;
    restoration->problem = restoration->isHopeless
                               ? tr("the same image was pushed again meanwhile, so it is there as another version")
                               : tr("GitHub has nothing to restore: another version took its place, or the token lacks "
                                    "the scope write:packages or the role admin");
}

/// Puts back the tags that nobody carries.
Task<Result<void>> checkTags(CleanupTools tools, JournalEntry intent, ListedVersion row, Restoration* restoration,
                             std::stop_token stop)
{
    const Repository repository{tools.owner.login, intent.package};
    for (const QString& tag : std::as_const(intent.tags)) {
        if (std::ranges::contains(row.tags, Tag{tag}))
            continue;
        const auto at = co_await surelyAt(tools, intent.package, tag, stop);
        if (!at)
            co_return std::unexpected(at.error());
        if (*at && **at != intent.digest) {
            restoration->moved.append(tag);
        } else if (!*at) {
            // It is there, as GitHub says. A registry that does not show it shows no tags of others either.
            const auto own = co_await tools.registry.resolve(repository, intent.digest.toString(), CallContext(stop));
            if (!own)
                co_return std::unexpected(own.error());
            if (!*own)
                co_return failure(ErrorKind::NotFound, intent.package.value,
                                  tr("the registry does not show it, so that nothing is known of its tags"));
            if (auto put = co_await tools.registry.putManifest(repository, {tag}, {intent.manifest, intent.mediaType},
                                                               CallContext(stop));
                !put)
                co_return std::unexpected(put.error());
        }
    }
    co_return Result<void>();
}

} // namespace

Task<Result<Restoration>> bringBack(CleanupTools tools, JournalEntry intent, std::stop_token stop)
{
    constexpr int kMostTries = 4;
    Restoration restoration{intent.package, intent.id, intent.digest, {}, {}, {}};
    const auto backBut = [&restoration](const QString& words, const Error& error) {
        restoration.isBack = true;
        restoration.problem = words.arg(error.detail.isEmpty() ? errorText(error).what : error.detail);
        if (concernsAll(error))
            restoration.stopped = error;
        return Result<Restoration>(std::move(restoration));
    };
    const VersionAddress address{tools.owner, intent.package, intent.id};
    for (int tries = 0;; ++tries) {
        const auto asked = co_await tools.github.restoreVersion(address, CallContext(stop));
        if (!asked && concernsAll(asked.error()) && !isUncertain(asked.error()))
            co_return Result<Restoration>(std::unexpect, asked.error());
        const auto row = co_await tools.github.version(address, CallContext(stop));
        if (row) {
            restoration.isBack = true;
            if (auto checked = co_await checkTags(tools, intent, *row, &restoration, stop); !checked)
                co_return backBut(tr("it is back, but not all of its tags: %1"), checked.error());
            co_return Result<Restoration>(std::move(restoration));
        }
        if (row.error().kind != ErrorKind::NotFound && asked)
            co_return backBut(tr("GitHub has restored it, but it could not be looked at: %1"), row.error());
        if (row.error().kind != ErrorKind::NotFound)
            co_return Result<Restoration>(std::unexpect, row.error());
        if (!asked && isUncertain(asked.error()) && tries + 1 < kMostTries)
            continue;
        if (!asked && isUncertain(asked.error()))
            co_return Result<Restoration>(std::unexpect, asked.error());
        if (asked) {
            restoration.problem = tr("GitHub said that it is restored, but it is not there");
        } else if (asked.error().kind == ErrorKind::NotFound) {
            co_await findWhyNot(tools, intent, &restoration, stop);
        } else {
            restoration.problem = asked.error().detail;
        }
        co_return Result<Restoration>(std::move(restoration));
    }
}

std::vector<JournalEntry> restorable(const JournalState& state, const std::vector<VersionId>& only)
{
    std::vector<JournalEntry> entries;
    for (const VersionId id : state.order) {
        const auto& fate = *state.of(id);
        if ((fate.mayBeAway || fate.lacksTags) && !fate.intent.manifest.isEmpty())
            entries.push_back(fate.intent);
    }
    if (!only.empty()) {
        const auto wanted = withNeeds(restoreNeeds(entries), only);
        std::erase_if(entries, [&](const JournalEntry& entry) { return !wanted.contains(entry.id); });
    }
    std::ranges::reverse(entries);
    return entries;
}

Result<void> checkJournal(const std::vector<JournalEntry>& entries, const QString& path, const QString& server,
                          const QString& owner)
{
    const auto begun = std::ranges::find(entries, JournalEvent::Begun, &JournalEntry::event);
    if (begun == entries.end())
        return failure(ErrorKind::InvalidFile, path, tr("this is no journal of a cleanup"));
    if (begun->owner.compare(owner, Qt::CaseInsensitive) != 0 || begun->server != server)
        return failure(ErrorKind::Refused, tr("This journal is of %1 on %2").arg(begun->owner, begun->server));
    return {};
}

namespace
{

/// A journal that is restored from, and what of it is to come back.
struct OpenedJournal {
    CleanupLock lock;
    CleanupJournal journal;
    std::vector<JournalEntry> entries;
    QSet<VersionId> doubtful; ///< of them, those that are not known to be deleted
    QSet<VersionId> open;     ///< of these, those of which nothing was said after they were announced
};

Result<std::shared_ptr<OpenedJournal>> openJournal(const CleanupTools& tools, const QString& path,
                                                   const std::vector<VersionId>& only)
{
    auto lock = CleanupLock::take(tools.folder, tools.server, tools.owner.login, tools.who);
    if (!lock)
        return std::unexpected(lock.error());
    if (const auto text = readJournal(path); !text)
        return std::unexpected(text.error());
    auto journal = CleanupJournal::open(path);
    if (!journal)
        return std::unexpected(journal.error());
    if (auto checked = checkJournal(journal->before(), path, tools.server, tools.owner.login); !checked)
        return std::unexpected(checked.error());
    const auto state = stateOf(journal->before());
    auto entries = restorable(state, only);
    for (const VersionId id : only) {
        if (!std::ranges::contains(entries, id, &JournalEntry::id)) {
            return failure(ErrorKind::InvalidArgument,
                           tr("The journal has deleted no version %1, or has it restored already").arg(id.value));
        }
    }
    QSet<VersionId> doubtful;
    QSet<VersionId> open;
    for (const auto& entry : entries) {
        const auto& fate = *state.of(entry.id);
        if (fate.last != JournalEvent::Deleted && !fate.lacksTags)
            doubtful.insert(entry.id);
        if (fate.last == JournalEvent::Intended)
            open.insert(entry.id);
    }
    return std::make_shared<OpenedJournal>(*std::move(lock), *std::move(journal), std::move(entries),
                                           std::move(doubtful), std::move(open));
}

Result<void> noteBack(const CleanupTools& tools, CleanupJournal& journal, const Restoration& one)
{
    JournalEntry line;
    line.event = JournalEvent::Restored;
    line.at = tools.clock.now();
    line.package = one.package;
    line.id = one.id;
    line.detail = one.problem;
    return journal.append(line, CleanupJournal::Reaches::Disk);
}

/// Into the journal what is back, and all of it into the audit: where one cannot be written the other still tells.
Result<void> noteRestoration(const CleanupTools& tools, CleanupJournal& journal, const Restoration& one)
{
    const auto noted = one.isBack ? noteBack(tools, journal, one) : Result<void>();
    const auto audited = audit(tools, {u"cleanup.restore"_s, one.package, one.id, one.digest,
                                       one.isBack ? u"done"_s : u"failed"_s, one.problem});
    return noted ? audited : noted;
}

/// What the versions that are back list and the registry does not have. Errors: the registry's.
Task<Result<void>> findMissing(CleanupTools tools, std::shared_ptr<OpenedJournal> opened, RestoreOutcome* outcome,
                               std::stop_token stop)
{
    for (auto& one : outcome->restored) {
        const auto entry = std::ranges::find(opened->entries, one.id, &JournalEntry::id);
        for (const Digest& digest : listedBy(*entry)) {
            const auto at =
                co_await tools.registry.resolve({tools.owner.login, one.package}, digest.toString(), CallContext(stop));
            if (!at)
                co_return std::unexpected(at.error());
            if (!*at)
                one.missing.push_back(digest);
        }
    }
    co_return Result<void>();
}

} // namespace

Task<Result<RestoreOutcome>> restoreDeleted(CleanupTools tools, QString journalPath, std::vector<VersionId> only,
                                            RestoreProgressSink progress, std::stop_token stop)
{
    const auto opened = openJournal(tools, journalPath, only);
    auto result = opened.transform([](const std::shared_ptr<OpenedJournal>&) { return RestoreOutcome(); });
    if (result) {
        // Who cannot be asked is met again below.
        const auto may = co_await checkBefore(RegistryChange::Restoration, tools, stop);
        if (!may && may.error().kind == ErrorKind::Refused)
            result = std::unexpected(may.error());
    }
    const size_t total = result ? (*opened)->entries.size() : 0;
    for (size_t i = 0; i < total && result && !result->stopped; ++i) {
        const JournalEntry& entry = (*opened)->entries[i];
        if ((*opened)->doubtful.contains(entry.id)) {
            const auto row = co_await tools.github.version({tools.owner, entry.package, entry.id}, CallContext(stop));
            if (row) {
                const Restoration there{entry.package, entry.id, entry.digest, {}, {}, {}};
                // Somebody wants it: a run that goes on is not to delete it.
                if (auto noted = (*opened)->open.contains(entry.id) ? noteBack(tools, (*opened)->journal, there)
                                                                    : Result<void>();
                    !noted)
                    result->stopped = noted.error();
                result->neverAway.push_back(there);
                if (progress)
                    progress(i + 1, total);
                continue;
            }
        }
        auto restoration = co_await bringBack(tools, entry, stop);
        if (!restoration) {
            result->stopped = restoration.error();
            continue;
        }
        result->stopped = restoration->stopped;
        if (auto noted = noteRestoration(tools, (*opened)->journal, *restoration); !noted)
            result->stopped = noted.error();
        auto& list = restoration->isBack ? result->restored : result->failed;
        list.push_back(*std::move(restoration));
        if (progress)
            progress(i + 1, total);
    }
    if (result && !result->stopped) {
        if (auto looked = co_await findMissing(tools, *opened, &*result, stop); !looked)
            result->stopped = looked.error();
    }
    co_return result;
}

} // namespace slipway
