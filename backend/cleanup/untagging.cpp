#include "cleanup/untagging.h"

#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "cleanup/runchecks.h"
#include "cleanup/taglooks.h"
#include "cleanup/untagdummy.h"
#include "core/errortext.h"
#include "core/logcategories.h"
#include "domain/tagshape.h"

#include <QCoreApplication>
#include <QFileInfo>

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

QString untagJournal(const CleanupTools& tools)
{
    return tools.folder + u"/untag-"_s + ownerFileName(tools.server, tools.owner.login) + u".jsonl"_s;
}

/// Whether every other tag leads to the version as before, and the tag nowhere.
Task<Result<void>> proveUntagged(CleanupTools tools, UntagOutcome outcome, std::stop_token stop)
{
    const Repository repository{tools.owner.login, outcome.package};
    for (const QString& tag : std::as_const(outcome.remainingTags)) {
        const auto at = co_await tools.registry.resolve(repository, tag, CallContext(stop));
        if (!at)
            co_return std::unexpected(at.error());
        if (*at != outcome.digest) {
            co_return failure(ErrorKind::ManifestMissing, outcome.package.value + u':' + tag,
                              tr("the tag does not lead to %1 any more").arg(outcome.digest.shortForm()));
        }
    }
    const auto gone = co_await tools.registry.resolve(repository, outcome.untagged.value, CallContext(stop));
    if (!gone)
        co_return std::unexpected(gone.error());
    if (*gone) {
        co_return failure(
            ErrorKind::Refused,
            tr("Somebody has pushed %1 again meanwhile").arg(outcome.package.value + u':' + outcome.untagged.value));
    }
    co_return Result<void>();
}

/// Whether the token may do both halves of it, as far as GitHub tells before it is tried.
Task<Result<void>> mayUntag(CleanupTools tools, std::stop_token stop)
{
    const auto may = co_await checkBefore(RegistryChange::Untagging, tools, std::move(stop));
    const bool isFinal = !may && (may.error().kind == ErrorKind::Refused || may.error().kind == ErrorKind::Cancelled);
    co_return isFinal ? may : Result<void>();
}

JournalEntry lineOf(const CleanupTools& tools, JournalEvent event, const PackageName& package, const Tag& tag,
                    const Digest& digest)
{
    JournalEntry entry;
    entry.event = event;
    entry.at = tools.clock.now();
    entry.package = package;
    entry.tag = tag.value;
    entry.digest = digest;
    return entry;
}

} // namespace

Task<Result<UntagOutcome>> untagOne(CleanupTools tools, PackageName package, Tag tag, std::stop_token stop)
{
    const QString subject = package.value + u':' + tag.value;
    if (parseReferrerTag(tag.value)) {
        co_return failure(ErrorKind::Refused, tr("%1 says what a signature or attestation hangs on").arg(subject),
                          tr("it goes with its image"));
    }
    const auto lock = CleanupLock::take(tools.folder, tools.server, tools.owner.login, tools.who);
    if (!lock)
        co_return std::unexpected(lock.error());
    // What an earlier one left, perhaps in a package of which this token is no admin, stands in nobody's way.
    if (const auto mended = co_await mendUntagging(tools, stop); !mended)
        qCWarning(logSession, "what an untagging left is still there: %s", qUtf8Printable(errorLine(mended.error())));
    if (auto may = co_await mayUntag(tools, stop); !may)
        co_return std::unexpected(may.error());
    const auto rows = co_await listedRows(tools, package, stop);
    if (!rows)
        co_return std::unexpected(rows.error());
    const auto row =
        std::ranges::find_if(*rows, [&](const ListedVersion& one) { return std::ranges::contains(one.tags, tag); });
    if (row == rows->end())
        co_return failure(ErrorKind::NotFound, subject);
    // A list may be of before the tag was moved: what carries it now would lose it, and is another version.
    const auto at = co_await tools.registry.resolve({tools.owner.login, package}, tag.value, CallContext(stop));
    if (!at)
        co_return std::unexpected(at.error());
    if (*at != row->digest) {
        co_return failure(ErrorKind::Refused,
                          tr("%1 was just moved: the list of versions does not know yet").arg(subject),
                          tr("try again in a minute"));
    }
    UntagOutcome outcome{package, tag, row->digest, {}};
    for (const Tag& one : row->tags) {
        if (one != tag)
            outcome.remainingTags.append(one.value);
    }
    const bool hasOther =
        std::ranges::any_of(*rows, [&](const ListedVersion& one) { return one.id != row->id && !one.tags.isEmpty(); });
    if (!hasOther && outcome.remainingTags.isEmpty()) {
        co_return failure(ErrorKind::Refused, tr("%1 is the last tag of its package").arg(subject),
                          tr("GitHub does not delete the last tagged version of a package"));
    }
    const RegistryDocument document = makeDummy();
    const Digest digest = Digest::of(document.bytes);
    auto journal = CleanupJournal::open(untagJournal(tools));
    if (!journal)
        co_return std::unexpected(journal.error());
    auto line = lineOf(tools, JournalEvent::Untagging, package, tag, digest);
    line.id = row->id;
    line.tags = outcome.remainingTags;
    line.manifest = document.bytes;
    line.mediaType = document.mediaType;
    line.detail = row->digest.toString();
    if (auto noted = journal->append(line, CleanupJournal::Reaches::Disk); !noted)
        co_return std::unexpected(noted.error());
    if (auto audited = audit(tools, {u"cleanup.untag"_s, package, row->id, row->digest, u"begun"_s, tag.value});
        !audited)
        co_return std::unexpected(audited.error());
    if (auto put = co_await putDummy(tools, package, tag, document, row->digest, stop); !put)
        co_return std::unexpected(put.error());
    if (auto removed = co_await endDummy(tools, line, stop); !removed)
        co_return std::unexpected(removed.error());
    if (auto noted =
            journal->append(lineOf(tools, JournalEvent::Untagged, package, tag, digest), CleanupJournal::Reaches::Disk);
        !noted)
        co_return std::unexpected(noted.error());
    if (auto audited = audit(tools, {u"cleanup.untag"_s, package, row->id, row->digest, u"done"_s, tag.value});
        !audited)
        co_return std::unexpected(audited.error());
    if (auto proven = co_await proveUntagged(tools, outcome, stop); !proven)
        co_return std::unexpected(proven.error());
    co_return Result<UntagOutcome>(std::move(outcome));
}

Task<Result<int>> mendUntagging(CleanupTools tools, std::stop_token stop)
{
    const QString path = untagJournal(tools);
    if (!QFileInfo::exists(path))
        co_return Result<int>(0);
    auto journal = CleanupJournal::open(path);
    if (!journal)
        co_return std::unexpected(journal.error());
    std::vector<JournalEntry> open;
    for (const JournalEntry& entry : journal->before()) {
        if (entry.event == JournalEvent::Untagging)
            open.push_back(entry);
        else
            std::erase_if(open, [&](const JournalEntry& one) { return one.digest == entry.digest; });
    }
    int mended = 0;
    std::optional<Error> failed;
    for (const JournalEntry& entry : open) {
        if (stop.stop_requested())
            break;
        const auto there = co_await surelyAt(tools, entry.package, entry.digest.toString(), stop);
        Result<void> ended;
        if (!there)
            ended = std::unexpected(there.error());
        else if (*there)
            ended = co_await endDummy(tools, entry, stop);
        if (!ended) {
            failed = failed.value_or(ended.error());
            continue;
        }
        mended += *there ? 1 : 0;
        if (auto noted =
                journal->append(lineOf(tools, JournalEvent::Untagged, entry.package, {entry.tag}, entry.digest),
                                CleanupJournal::Reaches::Disk);
            !noted)
            co_return std::unexpected(noted.error());
    }
    if (failed)
        co_return std::unexpected(*failed);
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, tools.owner.login);
    co_return Result<int>(mended);
}

} // namespace slipway
