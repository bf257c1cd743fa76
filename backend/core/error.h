#pragma once

#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace slipway
{

/// What went wrong, decided once where a failure enters the program (transport, parser, store, file).
/// The sentence a person reads is made from the kind by `errorText()` and nowhere else.
enum class ErrorKind {
    Cancelled,        ///< a person or the end of the session stopped it
    Network,          ///< no connection: refused, reset, name not found
    Timeout,          ///< the server did not answer in time
    Tls,              ///< certificate or handshake refused
    Unauthorized,     ///< 401: the token is wrong or expired
    Forbidden,        ///< 403: the token lacks a scope, or single sign-on is required
    NotFound,         ///< 404: gone, never there, or hidden from this token
    RateLimited,      ///< 403/429 with a limit; `retryAfter` says how long
    Server,           ///< 5xx
    UnexpectedStatus, ///< a status nobody expected here
    NotJson,          ///< HTML or other text where JSON was due
    Malformed,        ///< a server's answer of a wrong shape; `detail` names the field
    DigestMismatch,   ///< bytes that do not hash to the digest they were asked by
    ManifestInvalid,  ///< a manifest of a wrong shape; `detail` names the field
    ManifestMissing,  ///< a listed manifest that the registry does not have
    Cycle,            ///< an index that contains itself
    ForeignHost,      ///< a link or redirect that leaves the host it came from
    InsecureUrl,      ///< plain http to anything but loopback
    InvalidFile,      ///< a file a person wrote; `detail` has line and column
    FileAccess,       ///< a file that cannot be read or written
    Store,            ///< the database refused
    StoreNewer,       ///< the database was written by a newer Slipway
    StoreInUse,       ///< an older Slipway has the database open, which a newer one would have to change
    StoreDamaged,     ///< the database file is no database, or its pages contradict one another
    InvalidArgument,  ///< wrong use of a command
    Offline,          ///< not known locally, and the network may not be asked
    KeychainMissing,  ///< the system offers no keychain
    KeychainRefused,  ///< the keychain is locked, or a person said no
    SecretNotFound,   ///< no token where it was looked for
    ToolMissing,      ///< a program that is not installed
    Refused,          ///< not done for safety: `subject` says what, without a full stop, `detail` why
};

/// One failure as a value. `subject` is what it happened to (a package, a digest, a file, a host); `detail` is short
/// technical text without secrets and never a raw response body.
struct Error final {
    ErrorKind kind = ErrorKind::Network;
    QString subject;
    QString detail;
    std::optional<std::chrono::milliseconds> retryAfter;

    friend bool operator==(const Error&, const Error&) = default;
};

template<typename T>
using Result = std::expected<T, Error>;

/// Shorthand for `std::unexpected(Error{…})`.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorKind kind, QString subject, QString detail = {})
{
    return std::unexpected(Error{kind, std::move(subject), std::move(detail), std::nullopt});
}

/// The stable word for a kind in JSON documents ("not-found", "rate-limited", …); see docs/cli.md.
[[nodiscard]] QString errorKindName(ErrorKind kind);

/// The reverse of errorKindName(); `UnexpectedStatus` for a word nobody knows.
[[nodiscard]] ErrorKind errorKindFromName(const QString& name);

} // namespace slipway
