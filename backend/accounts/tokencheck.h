#pragma once

#include "accounts/tokenassessment.h"
#include "core/async.h"
#include "github/githubclient.h"

#include <functional>
#include <stop_token>

namespace slipway
{

/// An owner whose packages the token was tried on.
struct OwnerAccess final {
    QString login;
    OwnerKind kind = OwnerKind::Organization;
    std::optional<Error> error; ///< why its packages cannot be read; none: they can

    friend bool operator==(const OwnerAccess&, const OwnerAccess&) = default;
};

/// What is known of a token after it was shown to GitHub.
struct TokenCheck final {
    QString login;
    TokenKind kind = TokenKind::Unknown;
    std::optional<QStringList> scopes;
    QDateTime expiresAt; ///< invalid: never, or not told
    std::vector<CapabilityGrant> grants;
    std::vector<OwnerAccess> owners;     ///< the account itself first, then its organisations, or those asked for
    std::optional<Error> organizations;  ///< why the organisations could not be listed
    bool hasHiddenOrganizations = false; ///< some ask for single sign-on and are left out

    friend bool operator==(const TokenCheck&, const TokenCheck&) = default;
};

/// What to check: the token is told apart by its first letters, the client sends it.
struct TokenQuestion final {
    QString token;
    TokenUse use = TokenUse::ReadingAndCleanup;
    QStringList owners; ///< try these; empty: the account and its organisations
};

using CheckProgress = std::function<void(int done, int total)>;

/// Shows the token to GitHub: whose it is, its scopes, its owners and whether their packages can be read. `client` and
/// what it stands on outlive the task. Errors: those of `GET /user`; later ones are part of the result.
[[nodiscard]] Task<Result<TokenCheck>> checkToken(const GithubClient& client, TokenQuestion question,
                                                  CheckProgress progress, std::stop_token stop);

} // namespace slipway
