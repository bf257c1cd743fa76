#pragma once

#include "core/clock.h"
#include "core/digest.h"
#include "core/names.h"
#include "net/callcontext.h"
#include "net/http.h"
#include "registry/tokensource.h"

#include <QUrl>

#include <optional>

namespace slipway
{

/// A document as the registry gave it.
struct RegistryDocument final {
    QByteArray bytes;
    QString mediaType;
    bool matchesDigest = true; ///< its bytes hash to the digest it was asked by; if not, it must not be used or kept
};

/// A repository of a registry: owner and package, as the path shows it ("northquay/kas/kas").
struct Repository final {
    QString owner;
    PackageName package;

    [[nodiscard]] QString path() const { return owner.toLower() + u'/' + package.value; }
};

/// OCI distribution (GHCR, Debian's docker-registry, any other): reading by digest and moving tags, with the token
/// flow. It never follows the referrers API, which GHCR does not have, and never sends the token to another host.
class RegistryClient final
{
public:
    RegistryClient(HttpTransport& transport, RegistryAccess access, Clock clock);

    /// A document that does not match is still given, marked, so that a cyclic index can be told from other damage.
    /// Errors: ManifestMissing only when the registry says so itself (MANIFEST_UNKNOWN); NotJson for a web page;
    /// otherwise as errorOf().
    [[nodiscard]] Task<Result<RegistryDocument>> manifest(Repository repository, Digest digest, CallContext context);
    /// A config or layer, whole in memory: for configs and other small blobs. Errors: DigestMismatch, and as above.
    [[nodiscard]] Task<Result<RegistryDocument>> blob(Repository repository, Digest digest, CallContext context);
    /// What a tag or digest leads to, asked without fetching it: that is no download. nullopt: the registry has no such
    /// manifest. Errors: as errorOf().
    [[nodiscard]] Task<Result<std::optional<Digest>>> resolve(Repository repository, QString reference,
                                                              CallContext context);
    /// Puts a manifest under a tag, away from where the tag was. Asked once: after Server, Network, Timeout and
    /// Cancelled it may have happened or not. Errors: as errorOf().
    [[nodiscard]] Task<Result<void>> putManifest(Repository repository, Tag tag, RegistryDocument document,
                                                 CallContext context);

private:
    [[nodiscard]] QUrl url(const Repository& repository, const QString& rest) const;
    [[nodiscard]] Task<Result<HttpResponse>> send(Repository repository, RegistryUse use, HttpRequest request,
                                                  CallContext context);

    HttpTransport& m_transport;
    RegistryAccess m_access;
    Clock m_clock;
    TokenSource m_tokens;
};

} // namespace slipway
