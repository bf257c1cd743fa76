#pragma once

#include "domain/owner.h"
#include "net/http.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace slipway
{

/// Whom a token belongs to and what GitHub says it may do.
struct Viewer final {
    QString login;
    /// Of classic and OAuth tokens; none for other kinds, which have permissions in their place.
    std::optional<QStringList> scopes;
    QDateTime expiresAt; ///< invalid: never, or not told

    friend bool operator==(const Viewer&, const Viewer&) = default;
};

/// What a server says of itself and of the token with any answer.
struct Greeting final {
    QDateTime servedAt;                ///< the server's clock; invalid: it did not tell
    std::optional<QStringList> scopes; ///< as Viewer::scopes

    friend bool operator==(const Greeting&, const Greeting&) = default;
};

struct ViewerOrganizations final {
    std::vector<Owner> rows;
    /// Some are left out until the token is authorised for their single sign-on.
    bool isPartial = false;
};

/// `GET /user` with its headers `X-OAuth-Scopes` and `github-authentication-token-expiration`.
/// Errors: NotJson, Malformed.
[[nodiscard]] Result<Viewer> parseViewer(const HttpResponse& response, const QString& subject);
/// The headers `Date` and `X-OAuth-Scopes`.
[[nodiscard]] Greeting greetingOf(const HttpResponse& response);
/// `GET /user/orgs` with its header `X-GitHub-SSO`. Errors: NotJson, Malformed.
[[nodiscard]] Result<ViewerOrganizations> parseOrganizations(const HttpResponse& response, const QString& subject);
/// "2026-12-21 14:32:00 UTC" or with an offset such as "-0700" in place of UTC; invalid for anything else.
[[nodiscard]] QDateTime parseTokenExpiry(const QByteArray& text);

} // namespace slipway
