#include "cleanup/untagdummy.h"

#include "cleanup/deletionsteps.h"
#include "cleanup/taglooks.h"
#include "net/retryingtransport.h"

#include <QCoreApplication>
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
        const auto rows = co_await listedRows(tools, package, stop);
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

/// Gives the tag back to the version it was taken from, unless somebody else has moved it.
Task<Result<void>> putOriginalBack(CleanupTools tools, JournalEntry untagging, std::stop_token stop)
{
    const Repository repository{tools.owner.login, untagging.package};
    const auto original = Digest::parse(untagging.detail);
    const auto at = co_await tools.registry.resolve(repository, untagging.tag, CallContext(stop));
    if (!at)
        co_return std::unexpected(at.error());
    if (!original || *at != untagging.digest)
        co_return Result<void>();
    auto document = co_await manifestDocument(tools, untagging.package, *original, stop);
    if (!document)
        co_return std::unexpected(document.error());
    co_return co_await tools.registry.putManifest(repository, {untagging.tag}, {document->bytes, document->mediaType},
                                                  CallContext(stop));
}

} // namespace

/// An index of nothing that is there once: it needs no blobs, and nobody else has its digest.
RegistryDocument makeDummy()
{
    const QByteArray mark = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return {R"({"schemaVersion":2,"mediaType":")" + QByteArray(kIndexType.data()) + R"(","manifests":[],)"
                + R"("annotations":{"org.slipway.untag":")" + mark + R"("}})",
            QString(kIndexType)};
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

Task<Result<void>> endDummy(CleanupTools tools, JournalEntry untagging, std::stop_token stop)
{
    auto removed = co_await removeDummy(tools, untagging.package, untagging.digest, {untagging.tag}, stop);
    if (removed || (removed.error().kind != ErrorKind::Forbidden && removed.error().kind != ErrorKind::Refused))
        co_return removed;
    if (const auto back = co_await putOriginalBack(tools, untagging, stop); !back) {
        removed.error().detail += u' '
                                  + tr("The tag could not be put back either: it stays on an empty index until the "
                                       "next cleanup or untagging.");
    }
    co_return removed;
}

} // namespace slipway
