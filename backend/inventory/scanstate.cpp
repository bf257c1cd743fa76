#include "inventory/scanstate.h"

#include <algorithm>

namespace slipway
{

namespace
{

/// Failures that say something about the server or the way to it, not about the one manifest.
bool concernsServer(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorized:
    case ErrorKind::RateLimited:
    case ErrorKind::Server:
    case ErrorKind::InsecureUrl:
    case ErrorKind::ForeignHost:
    case ErrorKind::NotJson:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::UnexpectedStatus:
    case ErrorKind::Malformed:
    case ErrorKind::DigestMismatch:
    case ErrorKind::ManifestInvalid:
    case ErrorKind::ManifestMissing:
    case ErrorKind::Cycle:
    case ErrorKind::InvalidFile:
    case ErrorKind::FileAccess:
    case ErrorKind::Store:
    case ErrorKind::StoreNewer:
    case ErrorKind::StoreInUse:
    case ErrorKind::StoreDamaged:
    case ErrorKind::InvalidArgument:
    case ErrorKind::Offline:
    case ErrorKind::KeychainMissing:
    case ErrorKind::KeychainRefused:
    case ErrorKind::SecretNotFound:
    case ErrorKind::ToolMissing:
    case ErrorKind::Refused:
        return false;
    }
    return false;
}

} // namespace

ScanState::ScanState(ScanTools scanTools, ScanRequest scanRequest, ScanProgressSink scanSink, std::stop_token scanStop,
                     Owner scanOwner)
    : tools(std::move(scanTools))
    , request(std::move(scanRequest))
    , sink(std::move(scanSink))
    , stop(std::move(scanStop))
    , owner(std::move(scanOwner))
    , pages(tools.store, scope(), stop)
    , previous(request.previous.snapshot)
{
    elapsed.start();
}

void ScanState::report()
{
    if (!sink)
        return;
    const auto done = progress.manifestsDone;
    const auto left = progress.manifestsTotal - done;
    constexpr qint64 kFirstMoments = 1000;
    progress.remaining.reset();
    if (done > 0 && elapsed.elapsed() > kFirstMoments && progress.packagesTotal > 0) {
        // Packages not listed yet will bring manifests too: assume as many each as so far.
        const double listed = std::max(1, progress.packagesTotal - static_cast<int>(waiting.size()));
        const double total = left + static_cast<double>(waiting.size()) * progress.manifestsTotal / listed;
        progress.remaining = std::chrono::seconds(
            static_cast<std::int64_t>(static_cast<double>(elapsed.elapsed()) / 1000 * total / done));
    }
    sink(progress);
}

void ScanState::noteRegistryAnswer(const std::optional<Error>& error)
{
    constexpr int kGivenUpAfter = 8;
    if (!error || !concernsServer(error->kind)) {
        failuresInARow = 0;
        return;
    }
    ++failuresInARow;
    const bool isFinal = error->kind == ErrorKind::RateLimited;
    if (!registryFailure && (isFinal || failuresInARow >= kGivenUpAfter))
        registryFailure = error;
}

void ScanState::keep(const Result<void>& saved)
{
    if (!saved && !storeFailure)
        storeFailure = saved.error();
}

void ScanState::keepDocument(NewDocument document)
{
    keep(tools.store.saveDocumentSoon(std::move(document), stop));
}

void ScanState::saveDocuments()
{
    keep(tools.store.flushDocuments(stop));
}

std::optional<StoredDocument> ScanState::otherDocument(const Digest& digest)
{
    if (!otherDocuments.contains(digest))
        return std::nullopt;
    saveDocuments();
    auto stored = tools.store.document(digest);
    keep(stored ? Result<void>() : std::unexpected(stored.error()));
    return stored ? std::move(*stored) : std::nullopt;
}

SnapshotBuilder& ScanState::builder()
{
    if (!made) {
        QSet<PackageName> without = plan.gone;
        for (const auto& package : plan.packages)
            without.insert(package.listed.name);
        made = previous ? SnapshotBuilder::continuing(*previous, without, tools.clock.now())
                        : SnapshotBuilder(owner, tools.clock.now());
    }
    return *made;
}

const PackageRow* ScanState::knownPackage(const PackageName& name) const
{
    if (!previous)
        return nullptr;
    const auto nameOf = [](const PackageRow& row) -> const QString& { return row.name.value; };
    const auto found = std::ranges::lower_bound(previous->packages, name.value, {}, nameOf);
    return found != previous->packages.end() && found->name == name ? &*found : nullptr;
}

std::vector<ListedVersion> ScanState::knownVersions(const PackageName& name) const
{
    std::vector<ListedVersion> versions;
    const auto* package = knownPackage(name);
    if (!package)
        return versions;
    versions.reserve(package->versionTotal);
    for (const auto& row : previous->versionsOf(*package)) {
        const auto tags = previous->tagsOf(row);
        versions.push_back(
            {row.id, previous->digestOf(row), row.createdAt(), row.updatedAt(), QList<Tag>(tags.begin(), tags.end())});
    }
    return versions;
}

} // namespace slipway
