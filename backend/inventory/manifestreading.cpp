#include "inventory/manifestreading.h"

#include "domain/manifest.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// Manifests of one package read side by side; what really limits the pace is the transport.
constexpr size_t kManifestsAtOnce = 64;

ManifestState stateOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ManifestMissing:
        return ManifestState::Missing;
    case ErrorKind::ManifestInvalid:
    case ErrorKind::DigestMismatch:
    case ErrorKind::Cycle:
        return ManifestState::Invalid;
    default:
        return ManifestState::Unreadable;
    }
}

QString manifestSubject(const PackageInScan& package, const Digest& digest)
{
    return package.listed.name.value + u'@' + digest.toString();
}

void noteUnusable(ScanState& state, const PackageInScan& package, const Digest& digest, Error error)
{
    state.builder().markUnusable(digest, stateOf(error.kind));
    error.subject = manifestSubject(package, digest);
    state.builder().addProblem(std::move(error));
}

void remember(ScanState& state, const PackageInScan& package, const Digest& digest, const Error& error)
{
    if (error.kind != ErrorKind::ManifestMissing && error.kind != ErrorKind::DigestMismatch)
        return;
    const auto before = package.unusable.constFind(digest);
    const int tries = before == package.unusable.cend() ? 1 : before->tries + 1;
    state.keep(state.tools.store.saveUnusable(
        state.scope(), package.listed.name,
        {digest, error.kind, error.detail, package.digests.value(digest), state.tools.clock.now(), tries}, state.stop));
}

std::vector<Digest> claimedChildren(const Digest& digest, const RegistryDocument& document)
{
    std::vector<Digest> children;
    if (const auto manifest = parseManifest(digest, document.bytes, document.mediaType)) {
        for (const auto& child : manifest->children)
            children.push_back(child.digest);
    }
    return children;
}

enum class DocumentSource : std::uint8_t { Store, Registry };

/// Takes a document: checks it, keeps it, adds it.
void takeDocument(ScanState& state, const PackageInScan& package, const Digest& digest,
                  const RegistryDocument& document, DocumentSource source)
{
    if (!document.matchesDigest) {
        const auto children = claimedChildren(digest, document);
        // What claims children may be a cycle, which only the documents together tell: those are read afresh.
        if (children.empty())
            remember(state, package, digest, {ErrorKind::DigestMismatch, {}, {}, std::nullopt});
        state.builder().addMismatch(digest, children, manifestSubject(package, digest));
        return;
    }
    auto manifest = parseManifest(digest, document.bytes, document.mediaType);
    if (source == DocumentSource::Registry) {
        state.keepDocument(
            {digest, {document.bytes, document.mediaType}, manifest ? std::optional(*manifest) : std::nullopt});
    }
    if (manifest) {
        state.builder().addManifest(*manifest);
        return;
    }
    state.otherDocuments.insert(digest);
    QString detail = manifest.error().detail;
    if (manifest.error().kind == ErrorKind::NotJson)
        detail = QCoreApplication::translate("Scan", "it is not JSON: %1").arg(detail);
    noteUnusable(state, package, digest, {ErrorKind::ManifestInvalid, {}, detail, std::nullopt});
}

/// Asks the registry. Gives whether a document came: then nobody else need ask for this digest.
Task<bool> askRegistry(ScanStatePtr state, PackagePtr package, Digest digest)
{
    const Repository repository{state->owner.login, package->listed.name};
    const auto document = co_await state->tools.registry.manifest(repository, digest, state->context());
    state->noteRegistryAnswer(document ? std::nullopt : std::optional(document.error()));
    if (document) {
        takeDocument(*state, *package, digest, *document, DocumentSource::Registry);
        co_return true;
    }
    if (document.error().kind != ErrorKind::Cancelled) {
        remember(*state, *package, digest, document.error());
        noteUnusable(*state, *package, digest, document.error());
    }
    co_return false;
}

/// Reads one listed manifest. Two packages may list the same digest: the second waits for the first, and asks its own
/// repository only if the first got nothing.
Task<void> readManifest(ScanStatePtr state, PackagePtr package, Digest digest)
{
    bool isKnown = state->builder().isRead(digest);
    while (!isKnown && state->underWay.contains(digest)) {
        const Arrival<bool> arrival;
        state->underWay[digest].append(arrival);
        isKnown = co_await arrival;
    }
    if (isKnown)
        co_return; // another package's answer
    const auto before = package->unusable.constFind(digest);
    const auto stored = state->otherDocument(digest);
    if (before != package->unusable.cend() && isBelieved(*before, state->tools.clock.now())) {
        noteUnusable(*state, *package, digest, {before->kind, {}, before->detail, std::nullopt});
    } else if (stored) {
        // Known already, and no manifest: asking again would give the same bytes.
        takeDocument(*state, *package, digest, {stored->bytes, stored->mediaType}, DocumentSource::Store);
    } else if (state->isRegistryGone()) {
        state->builder().markUnusable(digest, ManifestState::Unreadable);
        ++state->notAsked;
    } else {
        state->underWay.insert(digest, {});
        isKnown = co_await askRegistry(state, package, digest);
        const auto waiting = state->underWay.take(digest);
        for (const auto& arrival : waiting)
            arrival.deliver(isKnown);
    }
}

using Queue = std::shared_ptr<std::vector<Digest>>;

Task<void> readWaiting(ScanStatePtr state, PackagePtr package, Queue queue)
{
    while (!queue->empty() && !state->isStopped() && !state->storeFailure) {
        const Digest digest = queue->back();
        queue->pop_back();
        co_await readManifest(state, package, digest);
        ++state->progress.manifestsDone;
        state->report();
    }
}

/// Adds what the store knows, and gives what is left to ask for.
Result<std::vector<Digest>> addKnown(ScanState& state, const PackageInScan& package)
{
    std::vector<Digest> unread;
    for (auto it = package.digests.keyBegin(); it != package.digests.keyEnd(); ++it) {
        if (!state.builder().isRead(*it))
            unread.push_back(*it);
    }
    const auto known = state.tools.store.knownManifests(unread);
    if (!known)
        return std::unexpected(known.error());
    for (const auto& manifest : known->manifests)
        state.builder().addManifest(manifest);
    for (const auto& digest : known->others)
        state.otherDocuments.insert(digest);
    std::erase_if(unread, [&](const Digest& digest) { return state.builder().isRead(digest); });
    const auto done = static_cast<int>(package.digests.size()) - static_cast<int>(unread.size());
    state.progress.manifestsTotal += static_cast<int>(package.digests.size());
    state.progress.manifestsDone += done;
    return unread;
}

} // namespace

PackagePtr packageInScan(ScanState& state, const ListedPackage& listed, const std::vector<ListedVersion>& versions)
{
    auto package = std::make_shared<PackageInScan>(PackageInScan{listed, {}, {}});
    package->digests.reserve(static_cast<qsizetype>(versions.size()));
    for (const auto& version : versions)
        package->digests.insert(version.digest, version.updatedAt);
    if (state.request.depth == ScanDepth::Full)
        return package;
    const auto unusable = state.tools.store.unusableManifests(state.scope(), listed.name, state.stop);
    state.keep(unusable ? Result<void>() : std::unexpected(unusable.error()));
    if (!unusable)
        return package;
    for (const auto& manifest : *unusable) {
        const bool isSameRow = package->digests.value(manifest.digest) == manifest.rowUpdatedAt
                               && package->digests.contains(manifest.digest) == manifest.rowUpdatedAt.isValid();
        if (isSameRow)
            package->unusable.insert(manifest.digest, manifest);
    }
    return package;
}

Task<void> readManifests(ScanStatePtr state, PackagePtr package)
{
    const auto unread = addKnown(*state, *package);
    if (!unread) {
        state->keep(std::unexpected(unread.error()));
        co_return;
    }
    state->report();
    const auto queue = std::make_shared<std::vector<Digest>>(*unread);
    std::vector<Task<void>> readers;
    const size_t readerTotal = std::min(kManifestsAtOnce, queue->size());
    readers.reserve(readerTotal);
    for (size_t i = 0; i < readerTotal; ++i)
        readers.push_back(readWaiting(state, package, queue));
    for (auto& reader : readers)
        co_await reader;
}

bool hasAskableManifests(ScanState& state, const PackageRow& known)
{
    const auto stateOf = [&](const VersionRow& row) {
        const auto* manifest = state.previous->manifestOf(row);
        return manifest ? manifest->state : ManifestState::Unreadable;
    };
    const auto versions = state.previous->versionsOf(known);
    if (std::ranges::all_of(versions, [&](const auto& row) { return stateOf(row) == ManifestState::Read; }))
        return false;
    ListedPackage listed;
    listed.name = known.name;
    const auto package = packageInScan(state, listed, state.knownVersions(known.name));
    return std::ranges::any_of(versions, [&](const VersionRow& row) {
        const auto manifest = stateOf(row);
        if (manifest == ManifestState::Read)
            return false;
        const auto before = package->unusable.constFind(state.previous->digestOf(row));
        if (before != package->unusable.cend())
            return !isBelieved(*before, state.tools.clock.now());
        // What came with the right digest and is no manifest would be the same again.
        return manifest != ManifestState::Invalid;
    });
}

} // namespace slipway
