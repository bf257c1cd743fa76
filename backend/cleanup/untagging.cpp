#include "cleanup/untagging.h"

#include "cleanup/cleanupjournal.h"
#include "cleanup/cleanuplock.h"
#include "cleanup/deletionsteps.h"
#include "domain/tagshape.h"
#include "net/retryingtransport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <array>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr QLatin1StringView kIndexType{"application/vnd.oci.image.index.v1+json"};

QString tr(const char* text)
{
    return QCoreApplication::translate("Cleanup", text);
}

QString untagJournal(const CleanupTools& tools)
{
    return tools.folder + u"/untag-"_s + ownerFileName(tools.server, tools.owner.login) + u".jsonl"_s;
}

/// An index of nothing that is there once: it needs no blobs, and nobody else has its digest.
RegistryDocument dummy()
{
    const QByteArray mark = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return {R"({"schemaVersion":2,"mediaType":")" + QByteArray(kIndexType.data()) + R"(","manifests":[],)"
                + R"("annotations":{"org.slipway.untag":")" + mark + R"("}})",
            QString(kIndexType)};
}

Task<Result<std::vector<ListedVersion>>> rowsOf(CleanupTools tools, PackageName package, std::stop_token stop)
{
    auto read = co_await tools.github.versions({tools.owner, package, VersionState::Active}, tools.pages,
                                               CallContext(std::move(stop)));
    if (!read)
        co_return std::unexpected(read.error());
    if (!read->isComplete())
        co_return std::unexpected(read->problems.front());
    co_return Result<std::vector<ListedVersion>>(std::move(read->rows));
}

/// The row of a manifest that was just pushed; lists may lag behind. nullopt: it never came.
Task<Result<std::optional<ListedVersion>>> rowOf(CleanupTools tools, PackageName package, Digest digest,
                                                 std::stop_token stop)
{
    using Answer = Result<std::optional<ListedVersion>>;
    using namespace std::chrono_literals;
    constexpr std::array kWaits{0ms, 200ms, 500ms, 1000ms, 2000ms, 4000ms, 8000ms};
    for (const auto wait : kWaits) {
        if (wait.count() > 0)
            co_await pause(wait, stop);
        const auto rows = co_await rowsOf(tools, package, stop);
        if (!rows)
            co_return std::unexpected(rows.error());
        const auto found = std::ranges::find(*rows, digest, &ListedVersion::digest);
        if (found != rows->end())
            co_return Answer(*found);
    }
    co_return Answer(std::nullopt);
}

/// Whether the version is still the dummy and carries no tag but that one.
Task<Result<RowLook>> lookAtDummy(CleanupTools tools, VersionAddress address, Digest digest, Tag tag,
                                  std::stop_token stop)
{
    const auto row = co_await tools.github.version(address, CallContext(stop));
    if (!row && row.error().kind == ErrorKind::NotFound) {
        const auto visible = co_await tools.github.tryPackage(tools.owner, address.package, CallContext(stop));
        if (!visible)
            co_return std::unexpected(visible.error());
        co_return Result<RowLook>(RowLook::Gone);
    }
    if (!row)
        co_return std::unexpected(row.error());
    const bool isOnlyDummy =
        row->digest == digest && std::ranges::all_of(row->tags, [&](const Tag& one) { return one == tag; });
    co_return Result<RowLook>(isOnlyDummy ? RowLook::AsPlanned : RowLook::Changed);
}

/// Deletes the dummy's version, and never another.
Task<Result<void>> removeDummy(CleanupTools tools, PackageName package, Digest digest, Tag tag, std::stop_token stop)
{
    const auto row = co_await rowOf(tools, package, digest, stop);
    if (!row)
        co_return std::unexpected(row.error());
    if (!*row)
        co_return failure(ErrorKind::NotFound, package.value + u':' + tag.value,
                          tr("the manifest made to take the tag is not listed yet: try again later"));
    const VersionAddress address{tools.owner, package, (*row)->id};
    DeletionSteps steps(true);
    auto step = DeletionSteps::first();
    while (step == DeletionStep::Look || step == DeletionStep::Delete) {
        if (step == DeletionStep::Look)
            step = steps.afterLook(co_await lookAtDummy(tools, address, digest, tag, stop));
        else
            step = steps.afterDelete(co_await tools.github.deleteVersion(address, CallContext(stop)));
    }
    if (step == DeletionStep::Deleted || step == DeletionStep::GoneBefore)
        co_return Result<void>();
    if (step == DeletionStep::Changed) {
        co_return failure(ErrorKind::Refused,
                          tr("%1 was given other tags meanwhile; it is not deleted").arg(digest.shortForm()));
    }
    co_return std::unexpected(steps.error().value_or(Error{ErrorKind::Refused, tag.value, {}, std::nullopt}));
}

/// Puts the dummy under the tag: it is there if the tag leads to it, whatever was answered.
Task<Result<void>> putDummy(CleanupTools tools, PackageName package, Tag tag, RegistryDocument document, Digest before,
                            std::stop_token stop)
{
    const Repository repository{tools.owner.login, package};
    const Digest digest = Digest::of(document.bytes);
    constexpr int kMostTries = 4;
    Error last;
    for (int tries = 0; tries < kMostTries; ++tries) {
        const auto put = co_await tools.registry.putManifest(repository, tag, document, CallContext(stop));
        if (!put)
            last = put.error();
        const auto at = co_await tools.registry.resolve(repository, tag.value, CallContext(stop));
        if (!at)
            co_return std::unexpected(at.error());
        if (*at == digest)
            co_return Result<void>();
        if (*at != before)
            co_return failure(ErrorKind::Refused,
                              tr("Somebody else has moved %1 meanwhile").arg(package.value + u':' + tag.value));
        const bool isUncertain = !put
                                 && (last.kind == ErrorKind::Server || last.kind == ErrorKind::Network
                                     || last.kind == ErrorKind::Timeout || last.kind == ErrorKind::RateLimited);
        if (!put && !isUncertain)
            co_return std::unexpected(last);
    }
    co_return std::unexpected(last);
}

/// Whether every other tag leads to the version as before, and the tag nowhere.
Task<Result<void>> proveUntagged(CleanupTools tools, UntagOutcome outcome, std::stop_token stop)
{
    const Repository repository{tools.owner.login, outcome.package};
    for (const QString& tag : outcome.remainingTags) {
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
    if (const auto mended = co_await mendUntagging(tools, stop); !mended)
        co_return std::unexpected(mended.error());
    const auto rows = co_await rowsOf(tools, package, stop);
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
    const RegistryDocument document = dummy();
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
    if (auto removed = co_await removeDummy(tools, package, digest, tag, stop); !removed)
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
    for (const JournalEntry& entry : open) {
        const auto there = co_await tools.registry.resolve({tools.owner.login, entry.package}, entry.digest.toString(),
                                                           CallContext(stop));
        if (!there)
            co_return std::unexpected(there.error());
        if (*there) {
            if (auto removed = co_await removeDummy(tools, entry.package, entry.digest, {entry.tag}, stop); !removed)
                co_return std::unexpected(removed.error());
            ++mended;
        }
        if (auto noted =
                journal->append(lineOf(tools, JournalEvent::Untagged, entry.package, {entry.tag}, entry.digest),
                                CleanupJournal::Reaches::Disk);
            !noted)
            co_return std::unexpected(noted.error());
    }
    co_return Result<int>(mended);
}

} // namespace slipway
