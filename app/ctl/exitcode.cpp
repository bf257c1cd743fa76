#include "app/ctl/exitcode.h"

namespace slipway
{

ExitCode exitCodeFor(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::InvalidFile:
    case ErrorKind::FileAccess:
    case ErrorKind::InvalidArgument:
    case ErrorKind::InsecureUrl:
        return ExitCode::WrongUse;
    case ErrorKind::Refused:
        return ExitCode::Refused;
    case ErrorKind::RateLimited:
    case ErrorKind::Offline:
        return ExitCode::TryLater;
    case ErrorKind::Cancelled:
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::Tls:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Server:
    case ErrorKind::UnexpectedStatus:
    case ErrorKind::NotJson:
    case ErrorKind::Malformed:
    case ErrorKind::DigestMismatch:
    case ErrorKind::ManifestInvalid:
    case ErrorKind::ManifestMissing:
    case ErrorKind::Cycle:
    case ErrorKind::ForeignHost:
    case ErrorKind::Store:
    case ErrorKind::StoreNewer:
    case ErrorKind::StoreInUse:
    case ErrorKind::StoreDamaged:
    case ErrorKind::KeychainMissing:
    case ErrorKind::KeychainRefused:
    case ErrorKind::SecretNotFound:
    case ErrorKind::ToolMissing:
        return ExitCode::Failed;
    }
    return ExitCode::Failed;
}

} // namespace slipway
