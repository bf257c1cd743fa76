#include "registry/registryclient.h"

#include "domain/manifest.h"
#include "net/responseerror.h"

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

bool isWebPage(const HttpResponse& response)
{
    return response.header("Content-Type").startsWith("text/");
}

/// The registry's own word for a manifest it does not have. Without the right Accept header GHCR uses the same code for
/// a live image: that is a client's error, never "missing".
bool saysMissing(const HttpResponse& response)
{
    return response.status == 404
           && (response.body.contains("MANIFEST_UNKNOWN") || response.body.contains("BLOB_UNKNOWN"))
           && !response.body.contains("Accept header");
}

} // namespace

RegistryClient::RegistryClient(HttpTransport& transport, RegistryAccess access, Clock clock)
    : m_transport(transport)
    , m_access(access)
    , m_clock(clock)
    , m_tokens(transport, std::move(access), std::move(clock))
{
}

QUrl RegistryClient::url(const Repository& repository, const QString& rest) const
{
    QUrl url = m_access.registryUrl;
    url.setPath(u"/v2/"_s + repository.path() + rest);
    return url;
}

Task<Result<RegistryDocument>> RegistryClient::manifest(Repository repository, Digest digest, CallContext context)
{
    const QString subject = repository.package.value + u'@' + digest.toString();
    HttpRequest request;
    request.url = url(repository, u"/manifests/"_s + digest.toString());
    request.subject = subject;
    request.headers = {{"Accept"_ba, manifestAcceptHeader()}};
    const auto response =
        co_await send(std::move(repository), RegistryUse::Pull, std::move(request), std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    if (saysMissing(*response))
        co_return failure(ErrorKind::ManifestMissing, subject);
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    if (isWebPage(*response))
        co_return failure(ErrorKind::NotJson, subject, QString::fromLatin1(response->header("Content-Type")));
    co_return RegistryDocument{response->body, QString::fromLatin1(response->header("Content-Type")),
                               Digest::of(response->body) == digest};
}

Task<Result<RegistryDocument>> RegistryClient::blob(Repository repository, Digest digest, CallContext context)
{
    const QString subject = repository.package.value + u'@' + digest.toString();
    HttpRequest request;
    request.url = url(repository, u"/blobs/"_s + digest.toString());
    request.subject = subject;
    request.redirects = RedirectRule::Anywhere;
    const auto response =
        co_await send(std::move(repository), RegistryUse::Pull, std::move(request), std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    if (Digest::of(response->body) != digest)
        co_return failure(ErrorKind::DigestMismatch, subject);
    co_return RegistryDocument{response->body, QString::fromLatin1(response->header("Content-Type"))};
}

Task<Result<std::optional<Digest>>> RegistryClient::resolve(Repository repository, QString reference,
                                                            CallContext context)
{
    using Answer = Result<std::optional<Digest>>;
    const bool isDigest = reference.contains(u':');
    const QString subject = repository.package.value + (isDigest ? u'@' : u':') + reference;
    HttpRequest request;
    request.method = HttpMethod::Head;
    request.url = url(repository, u"/manifests/"_s + reference);
    request.subject = subject;
    request.headers = {{"Accept"_ba, manifestAcceptHeader()}};
    const auto response =
        co_await send(std::move(repository), RegistryUse::Pull, std::move(request), std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    if (response->status == 404) // without a body, so without the registry's own word
        co_return Answer(std::nullopt);
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    const auto digest = Digest::parse(QString::fromLatin1(response->header("Docker-Content-Digest")));
    if (!digest)
        co_return failure(ErrorKind::Malformed, subject, u"Docker-Content-Digest"_s);
    co_return Answer(*digest);
}

Task<Result<void>> RegistryClient::putManifest(Repository repository, Tag tag, RegistryDocument document,
                                               CallContext context)
{
    const QString subject = repository.package.value + u':' + tag.value;
    HttpRequest request;
    request.method = HttpMethod::Put;
    request.url = url(repository, u"/manifests/"_s + tag.value);
    request.subject = subject;
    request.headers = {{"Content-Type"_ba, document.mediaType.toLatin1()}};
    request.body = std::move(document.bytes);
    const auto response =
        co_await send(std::move(repository), RegistryUse::Push, std::move(request), std::move(context));
    if (!response)
        co_return std::unexpected(response.error());
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    co_return Result<void>();
}

/// A refused token was refused before anything was done, so what changes something may be sent again with a new one.
Task<Result<HttpResponse>> RegistryClient::send(Repository repository, RegistryUse use, HttpRequest request,
                                                CallContext context)
{
    request.traffic = Traffic::Registry;
    request.urgency = context.urgency;
    const auto plainHeaders = request.headers;
    for (int attempt = 0;; ++attempt) {
        const auto token = co_await m_tokens.token(repository.path(), use, context);
        if (!token)
            co_return std::unexpected(token.error());
        request.headers = plainHeaders;
        if (!token->isEmpty())
            request.headers.append({"Authorization"_ba, "Bearer " + *token});
        auto response = co_await m_transport.send(request, context.stop);
        // A token lives about a minute: the first refusal means a new one, the second that access is denied.
        if (!response || response->status != 401 || attempt > 0)
            co_return response;
        m_tokens.forget(repository.path(), *token, use);
    }
}

} // namespace slipway
