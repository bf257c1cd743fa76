#include "core/error.h"

#include <array>
#include <utility>

namespace slipway
{

namespace
{

using Row = std::pair<ErrorKind, const char*>;

constexpr std::array kNames{
    Row{ErrorKind::Cancelled, "cancelled"},
    Row{ErrorKind::Network, "network"},
    Row{ErrorKind::Timeout, "timeout"},
    Row{ErrorKind::Tls, "tls"},
    Row{ErrorKind::Unauthorized, "unauthorized"},
    Row{ErrorKind::Forbidden, "forbidden"},
    Row{ErrorKind::NotFound, "not-found"},
    Row{ErrorKind::RateLimited, "rate-limited"},
    Row{ErrorKind::Server, "server"},
    Row{ErrorKind::UnexpectedStatus, "unexpected-status"},
    Row{ErrorKind::NotJson, "not-json"},
    Row{ErrorKind::Malformed, "malformed"},
    Row{ErrorKind::DigestMismatch, "digest-mismatch"},
    Row{ErrorKind::ManifestInvalid, "manifest-invalid"},
    Row{ErrorKind::ManifestMissing, "manifest-missing"},
    Row{ErrorKind::Cycle, "cycle"},
    Row{ErrorKind::ForeignHost, "foreign-host"},
    Row{ErrorKind::InsecureUrl, "insecure-url"},
    Row{ErrorKind::InvalidFile, "invalid-file"},
    Row{ErrorKind::FileAccess, "file-access"},
    Row{ErrorKind::Store, "store"},
    Row{ErrorKind::StoreNewer, "store-newer"},
    Row{ErrorKind::StoreInUse, "store-in-use"},
    Row{ErrorKind::StoreDamaged, "store-damaged"},
    Row{ErrorKind::InvalidArgument, "invalid-argument"},
    Row{ErrorKind::Offline, "offline"},
    Row{ErrorKind::KeychainMissing, "keychain-missing"},
    Row{ErrorKind::KeychainRefused, "keychain-refused"},
    Row{ErrorKind::SecretNotFound, "secret-not-found"},
    Row{ErrorKind::ToolMissing, "tool-missing"},
    Row{ErrorKind::Refused, "refused"},
};

} // namespace

QString errorKindName(ErrorKind kind)
{
    for (const auto& [value, name] : kNames) {
        if (value == kind)
            return QString::fromLatin1(name);
    }
    return QStringLiteral("unexpected-status");
}

ErrorKind errorKindFromName(const QString& name)
{
    for (const auto& [value, word] : kNames) {
        if (name == QLatin1StringView(word))
            return value;
    }
    return ErrorKind::UnexpectedStatus;
}

} // namespace slipway
