#include "inventory/scanstate.h"

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
    case ErrorKind::ManifestMissing:
    case ErrorKind::Cycle:
    case ErrorKind::InvalidFile:
    case ErrorKind::FileAccess:
    case ErrorKind::Store:
    case ErrorKind::InvalidArgument:
    case ErrorKind::Offline:
    case ErrorKind::KeychainMissing:
    case ErrorKind::KeychainRefused:
    case ErrorKind::SecretNotFound:
    case ErrorKind::ToolMissing:
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
    , builder(owner, tools.clock.now())
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

} // namespace slipway
