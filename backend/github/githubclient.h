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

/// One version of a package.
struct VersionAddress final {
    Owner owner;
    PackageName package;
    VersionId id;
};

/// What GitHub made of a deletion it understood.
enum class DeletionAnswer : std::uint8_t {
    Deleted,
    TooManyDownloads, ///< public, with more than 5,000 downloads: never again
    LastTagged,       ///< the last tagged version of its package
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

    /// Its row as it is now, which no list that lags behind tells. NotFound: gone, or not for this token.
    [[nodiscard]] Task<Result<ListedVersion>> version(VersionAddress address, CallContext context) const;
    /// Whether the package can be seen at all. NotFound: gone, or not for this token.
    [[nodiscard]] Task<Result<void>> tryPackage(Owner owner, PackageName package, CallContext context) const;
    /// Deletes the version, with all its tags. Asked once: after Server, Network, Timeout and Cancelled it may have
    /// happened or not. NotFound: gone, or the token may not delete it. Other errors: nothing was deleted.
    [[nodiscard]] Task<Result<DeletionAnswer>> deleteVersion(VersionAddress address, CallContext context) const;
    /// Brings a deleted version back, within 30 days. NotFound: too late, replaced, never deleted, or not for this
    /// token. Errors otherwise as of deleteVersion().
    [[nodiscard]] Task<Result<void>> restoreVersion(VersionAddress address, CallContext context) const;

    /// What the root of the API tells with its headers, to tokens of every kind: `GET /user` is not for those of apps.
    [[nodiscard]] Task<Result<Greeting>> greeting(CallContext context) const;
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
    [[nodiscard]] QUrl urlOf(const VersionAddress& address, const QString& rest = {}) const;

    GithubHttp m_api;
};

} // namespace slipway
