#pragma once

#include "core/error.h"

#include <QUrl>

namespace slipway
{

/// The two servers of a GitHub.
struct Servers final {
    QUrl apiUrl;
    QUrl registryUrl;

    friend bool operator==(const Servers&, const Servers&) = default;
};

/// api.github.com and ghcr.io.
[[nodiscard]] Servers githubDotCom();

/// Where the API and the registry of a GitHub are, from the address people use: "github.com", "https://ghe.example/"
/// (GitHub Enterprise Server: `/api/v3`, `containers.` before the host), "https://team.ghe.com" (with data residency:
/// `api.` and `containers.`). On loopback both are at the address itself. A missing scheme is https.
/// Errors: InvalidArgument for what is no address, InsecureUrl.
[[nodiscard]] Result<Servers> serversOf(const QString& address);

/// The URL of an address that may lack its scheme, which then is https, and without a slash at the end.
/// Errors: InvalidArgument, InsecureUrl.
[[nodiscard]] Result<QUrl> serverUrlOf(const QString& address);

/// A server's address as Slipway takes it: https, or http on loopback; no user name, no query.
/// Errors: InvalidArgument, InsecureUrl.
[[nodiscard]] Result<void> checkServerUrl(const QUrl& url);

/// The host people know, by which `gh` files its tokens: "github.com" for https://api.github.com.
[[nodiscard]] QString webHost(const QUrl& apiUrl);

/// "https", "api.github.com", its port and path without a slash at the end: two addresses of one API have the same.
[[nodiscard]] QString apiName(const QUrl& apiUrl);

} // namespace slipway
