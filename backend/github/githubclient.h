#pragma once

#include "domain/billing.h"
#include "domain/listing.h"
#include "domain/owner.h"
#include "github/githubhttp.h"
#include "github/listreader.h"
#include "github/viewer.h"

namespace slipway
{

enum class VersionState : std::uint8_t { Active, Deleted };

/// Which list of versions is meant.
struct VersionList final {
    Owner owner;
    PackageName package;
    VersionState state = VersionState::Active;
};

/// GitHub's packages API, container packages only. Lists come 100 rows a page; with a cache their pages are asked for
/// conditionally. Every method gives an Error only when nothing at all could be read.
class GithubClient final
{
public:
    GithubClient(HttpTransport& transport, GithubAccess access, Clock clock);

    /// Finds out whether a login is an organisation or a user.
    [[nodiscard]] Task<Result<Owner>> owner(QString login, CallContext context) const;
    /// All pages, the second and later ones in parallel. `cache` may be null.
    [[nodiscard]] Task<Result<PagedList<ListedPackage>>> packages(Owner owner, PageCache* cache,
                                                                  CallContext context) const;
    [[nodiscard]] Task<Result<PagedList<ListedVersion>>> versions(VersionList list, PageCache* cache,
                                                                  CallContext context) const;
    /// One page of it: the first, which has the newest rows, or the one a `next` link names.
    [[nodiscard]] Task<Result<ListPage<ListedVersion>>> versionPage(VersionList list, QUrl page, PageCache* cache,
                                                                    CallContext context) const;

    /// Whom the token belongs to, and what it may do.
    [[nodiscard]] Task<Result<Viewer>> viewer(CallContext context) const;
    /// The viewer's organisations, at most 100.
    [[nodiscard]] Task<Result<ViewerOrganizations>> organizations(CallContext context) const;
    /// One request that fails as reading the owner's packages would: scope, single sign-on, not there.
    [[nodiscard]] Task<Result<void>> tryPackages(Owner owner, CallContext context) const;

    /// What GitHub bills for the owner's packages in a month. What this token is not told (403, 404, 410) is a value;
    /// an Error is everything else, a used-up limit too.
    [[nodiscard]] Task<Result<Billing>> billing(Owner owner, BillingMonth month, CallContext context) const;

private:
    [[nodiscard]] QUrl firstPage(const VersionList& list) const;

    GithubHttp m_api;
};

} // namespace slipway
