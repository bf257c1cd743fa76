#include "inventory/scan.h"

#include "domain/classification.h"
#include "domain/manifest.h"
#include "inventory/scanstate.h"

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

using StatePtr = std::shared_ptr<ScanState>;

/// Packages read side by side; what really limits the pace is the transport.
constexpr size_t kPackagesAtOnce = 24;

/// Everything the coroutines below need to know of the package they work for.
struct PackageInScan {
    ListedPackage listed;
    QHash<Digest, UnusableManifest> unusable;
    QHash<Digest, QDateTime> digests; ///< of its listed versions, with the time of their last change
};
using PackagePtr = std::shared_ptr<PackageInScan>;

ManifestState stateOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::ManifestMissing:
        return ManifestState::Missing;
    case ErrorKind::Malformed:
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
    state.builder.markUnusable(digest, stateOf(error.kind));
    error.subject = manifestSubject(package, digest);
    state.builder.addProblem(std::move(error));
}

void keep(ScanState& state, const Result<void>& saved)
{
    if (!saved && !state.storeFailure)
        state.storeFailure = saved.error();
}

void remember(ScanState& state, const PackageInScan& package, const Digest& digest, const Error& error)
{
    if (error.kind != ErrorKind::ManifestMissing && error.kind != ErrorKind::DigestMismatch)
        return;
    keep(state, state.tools.store.saveUnusable(
                    state.scope(), package.listed.name,
                    {digest, error.kind, error.detail, package.digests.value(digest), state.tools.clock.now()}));
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

/// Takes a document from the registry: checks it, keeps it, adds it.
void takeDocument(ScanState& state, const PackageInScan& package, const Digest& digest,
                  const RegistryDocument& document)
{
    if (!document.matchesDigest) {
        const auto children = claimedChildren(digest, document);
        // What claims children may be a cycle, which only the documents together tell: those are read afresh.
        if (children.empty())
            remember(state, package, digest, {ErrorKind::DigestMismatch, {}, {}, std::nullopt});
        state.builder.addMismatch(digest, children, manifestSubject(package, digest));
        return;
    }
    const auto manifest = parseManifest(digest, document.bytes, document.mediaType);
    const StoredDocument stored{document.bytes, document.mediaType};
    keep(state, state.tools.store.saveDocument(digest, stored, manifest ? &*manifest : nullptr));
    if (manifest) {
        state.builder.addManifest(*manifest);
        return;
    }
    QString detail = manifest.error().detail;
    if (manifest.error().kind == ErrorKind::NotJson)
        detail = QCoreApplication::translate("Scan", "it is not JSON: %1").arg(detail);
    noteUnusable(state, package, digest, {ErrorKind::Malformed, {}, detail, std::nullopt});
}

/// Asks the registry. Gives whether a document came: then nobody else need ask for this digest.
Task<bool> askRegistry(StatePtr state, PackagePtr package, Digest digest)
{
    const Repository repository{state->owner.login, package->listed.name};
    const auto document = co_await state->tools.registry.manifest(repository, digest, state->stop);
    state->noteRegistryAnswer(document ? std::nullopt : std::optional(document.error()));
    if (document) {
        takeDocument(*state, *package, digest, *document);
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
Task<void> readManifest(StatePtr state, PackagePtr package, Digest digest)
{
    ++state->progress.manifestsTotal;
    bool isKnown = false;
    while (!isKnown && state->underWay.contains(digest)) {
        const Arrival<bool> arrival;
        state->underWay[digest].append(arrival);
        isKnown = co_await arrival;
    }
    const auto remembered = package->unusable.constFind(digest);
    const auto stored = state->tools.store.document(digest);
    if (isKnown) {
        // Another package's answer.
    } else if (remembered != package->unusable.cend()) {
        noteUnusable(*state, *package, digest, {remembered->kind, {}, remembered->detail, std::nullopt});
    } else if (stored && *stored) {
        // Known already, and perhaps no manifest: asking again would give the same bytes.
        takeDocument(*state, *package, digest, {(*stored)->bytes, (*stored)->mediaType});
    } else if (state->isRegistryGone()) {
        state->builder.markUnusable(digest, ManifestState::Unreadable);
        ++state->notAsked;
    } else {
        state->underWay.insert(digest, {});
        isKnown = co_await askRegistry(state, package, digest);
        const auto waiting = state->underWay.take(digest);
        for (const auto& arrival : waiting)
            arrival.deliver(isKnown);
    }
    ++state->progress.manifestsDone;
    state->report();
}

/// Manifests of the package that the store knows are added; the others are read from the registry. What an index names
/// and the package does not list is not asked for: a row is a manifest, so it is not there (see
/// ReferenceGraph::missing()).
Task<void> readManifests(StatePtr state, PackagePtr package, std::vector<ListedVersion> versions)
{
    QSet<Digest> wanted;
    for (const auto& version : versions) {
        package->digests.insert(version.digest, version.updatedAt);
        wanted.insert(version.digest);
    }
    const auto known = state->tools.store.knownManifests({wanted.begin(), wanted.end()});
    if (!known) {
        keep(*state, std::unexpected(known.error()));
        co_return;
    }
    for (const auto& manifest : *known) {
        wanted.remove(manifest.digest);
        state->builder.addManifest(manifest);
        ++state->progress.manifestsTotal;
        ++state->progress.manifestsDone;
    }
    std::vector<Task<void>> tasks;
    tasks.reserve(static_cast<size_t>(wanted.size()));
    for (const Digest& digest : std::as_const(wanted))
        tasks.push_back(readManifest(state, package, digest));
    for (auto& task : tasks)
        co_await task;
}

/// What was known of the package before, for when its list cannot be read now.
std::vector<ListedVersion> previousVersions(const ScanState& state, const PackageName& name)
{
    std::vector<ListedVersion> versions;
    if (!state.previous)
        return versions;
    const auto found = std::ranges::find(state.previous->packages, name, &PackageRow::name);
    if (found == state.previous->packages.end())
        return versions;
    for (const auto& row : state.previous->versionsOf(*found)) {
        const auto tags = state.previous->tagsOf(row);
        versions.push_back(
            {row.id, row.digest, row.createdAt(), row.updatedAt(), QList<Tag>(tags.begin(), tags.end())});
    }
    return versions;
}

/// The same row can come on two pages when rows move while they are read; the last reading counts.
void dropRepeated(std::vector<ListedVersion>& versions)
{
    QHash<VersionId, size_t> places;
    std::vector<ListedVersion> unique;
    for (auto& version : versions) {
        const auto known = places.constFind(version.id);
        if (known != places.cend()) {
            unique[*known] = std::move(version);
            continue;
        }
        places.insert(version.id, unique.size());
        unique.push_back(std::move(version));
    }
    versions = std::move(unique);
}

/// Manifests that were unusable are not asked for again until their row changes, or for a day: a registry that was
/// behind when it said "missing" is believed no longer than that.
void recallUnusable(ScanState& state, PackageInScan& package, const std::vector<ListedVersion>& versions)
{
    constexpr qint64 kBelievedFor = 24 * 3600;
    const auto unusable = state.tools.store.unusableManifests(state.scope(), package.listed.name);
    keep(state, unusable ? Result<void>() : std::unexpected(unusable.error()));
    if (!unusable)
        return;
    QHash<Digest, QDateTime> rows;
    for (const auto& version : versions)
        rows.insert(version.digest, version.updatedAt);
    for (const auto& manifest : *unusable) {
        const bool isSameRow = rows.value(manifest.digest) == manifest.rowUpdatedAt
                               && rows.contains(manifest.digest) == manifest.rowUpdatedAt.isValid();
        if (isSameRow && manifest.checkedAt.secsTo(state.tools.clock.now()) < kBelievedFor)
            package.unusable.insert(manifest.digest, manifest);
    }
}

Task<void> readPackage(StatePtr state, ListedPackage listed)
{
    auto list = co_await state->tools.github.versions(state->owner, listed.name, VersionState::Active, state->stop);
    auto completeness = Completeness::Whole;
    std::vector<ListedVersion> versions;
    if (list && list->isComplete()) {
        versions = std::move(list->rows);
    } else {
        completeness = Completeness::Partial;
        const auto problems = list ? list->problems : std::vector{list.error()};
        for (const auto& problem : problems)
            state->builder.addProblem(problem);
        versions = previousVersions(*state, listed.name);
        if (list)
            versions.insert(versions.end(), list->rows.begin(), list->rows.end());
    }
    dropRepeated(versions);
    const auto package = std::make_shared<PackageInScan>(PackageInScan{listed, {}, {}});
    if (state->request.depth == ScanDepth::Usual)
        recallUnusable(*state, *package, versions);
    co_await readManifests(state, package, versions);
    state->builder.addPackage(listed, std::move(versions), completeness);
    ++state->progress.packagesDone;
    state->report();
}

/// Takes packages from the queue until it is empty or the scan is stopped.
Task<void> readWaiting(StatePtr state)
{
    while (!state->waiting.empty() && !state->stop.stop_requested() && !state->storeFailure) {
        ListedPackage next = std::move(state->waiting.front());
        state->waiting.pop_front();
        co_await readPackage(state, std::move(next));
    }
}

struct ReadConfigs {
    QHash<Digest, ImageConfig> configs;
    std::vector<Error> problems;
};

Task<void> readConfig(StatePtr state, PackageName package, Digest digest, std::shared_ptr<ReadConfigs> found)
{
    const auto stored = state->tools.store.document(digest);
    if (stored && *stored) {
        if (const auto config = parseImageConfig(digest, (*stored)->bytes))
            found->configs.insert(digest, *config);
        co_return;
    }
    const auto document = co_await state->tools.registry.blob({state->owner.login, package}, digest, state->stop);
    // Without its config a package is grouped by what its name tells: that is a gap, and said.
    if (!document) {
        if (document.error().kind != ErrorKind::Cancelled)
            found->problems.push_back(document.error());
        co_return;
    }
    keep(*state, state->tools.store.saveDocument(digest, {document->bytes, document->mediaType}, nullptr));
    if (const auto config = parseImageConfig(digest, document->bytes))
        found->configs.insert(digest, *config);
}

Task<SnapshotPtr> addConfigs(StatePtr state, SnapshotPtr snapshot)
{
    const auto wanted = configsNeeded(*snapshot, state->request.rules);
    const auto found = std::make_shared<ReadConfigs>();
    std::vector<Task<void>> tasks;
    for (const auto& package : snapshot->packages) {
        const RowIndex blob = currentConfig(*snapshot, package);
        if (blob != kNoRow && std::ranges::binary_search(wanted, blob))
            tasks.push_back(readConfig(state, package.name, snapshot->blobs[blob].digest, found));
    }
    for (auto& task : tasks)
        co_await task;
    co_return withConfigs(snapshot, found->configs, found->problems);
}

/// When a page of the package list is missing, packages known before are still read one by one.
void addKnownPackages(ScanState& state)
{
    if (!state.previous)
        return;
    for (const auto& row : state.previous->packages) {
        if (std::ranges::find(state.waiting, row.name, &ListedPackage::name) == state.waiting.end()) {
            state.waiting.push_back(
                {row.name, row.id, row.visibility, row.versionCount, row.repository, row.createdAt, row.updatedAt});
        }
    }
}

void addRegistryFailure(ScanState& state)
{
    if (!state.registryFailure || state.notAsked == 0)
        return;
    Error problem = *state.registryFailure;
    problem.detail = QCoreApplication::translate("Scan", "manifests not asked for any more: %1").arg(state.notAsked)
                     + (problem.detail.isEmpty() ? QString() : u"; "_s + problem.detail);
    state.builder.addProblem(std::move(problem));
}

} // namespace

Task<Result<SnapshotPtr>> scanOwner(ScanTools tools, ScanRequest request, ScanProgressSink progress,
                                    std::stop_token stop)
{
    const auto owner = co_await tools.github.owner(request.login, stop);
    if (!owner)
        co_return std::unexpected(owner.error());
    const auto state = std::make_shared<ScanState>(tools, std::move(request), std::move(progress), stop, *owner);
    const auto previous = tools.store.latestSnapshot(state->request.apiHost, owner->login);
    if (!previous)
        co_return std::unexpected(previous.error());
    state->previous = *previous;
    const auto packages = co_await tools.github.packages(*owner, stop);
    if (!packages)
        co_return std::unexpected(packages.error());
    for (const auto& problem : packages->problems)
        state->builder.addProblem(problem);
    // Rows that move between pages while they are read come twice.
    QSet<PackageName> names;
    for (const auto& row : packages->rows) {
        if (!names.contains(row.name))
            state->waiting.push_back(row);
        names.insert(row.name);
    }
    if (!packages->isComplete())
        addKnownPackages(*state);
    state->progress.packagesTotal = static_cast<int>(state->waiting.size());
    state->report();

    const size_t readerTotal = std::min(kPackagesAtOnce, state->waiting.size());
    std::vector<Task<void>> readers;
    readers.reserve(readerTotal);
    for (size_t i = 0; i < readerTotal; ++i)
        readers.push_back(readWaiting(state));
    for (auto& reader : readers)
        co_await reader;
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, QCoreApplication::translate("Scan", "reading %1").arg(owner->login));
    addRegistryFailure(*state);
    auto snapshot = co_await addConfigs(state, std::move(state->builder).build());
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, QCoreApplication::translate("Scan", "reading %1").arg(owner->login));
    if (state->storeFailure)
        co_return std::unexpected(*state->storeFailure);
    if (auto saved = tools.store.saveSnapshot(state->scope(), *snapshot); !saved)
        co_return std::unexpected(saved.error());
    co_return snapshot;
}

} // namespace slipway
