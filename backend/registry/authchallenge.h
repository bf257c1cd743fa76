#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace slipway
{

/// What a registry's 401 asks for: `WWW-Authenticate: Bearer realm="…",service="…",scope="…"` (distribution-spec
/// "token").
struct AuthChallenge final {
    QUrl realm;
    QString service;
    QString scope; ///< empty on the ping

    friend bool operator==(const AuthChallenge&, const AuthChallenge&) = default;
};

/// nullopt for another scheme, or without a realm that is an absolute URL.
[[nodiscard]] std::optional<AuthChallenge> parseAuthChallenge(const QByteArray& header);

} // namespace slipway
