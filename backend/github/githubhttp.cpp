#include "github/githubhttp.h"

#include "net/responseerror.h"

namespace slipway
{

using namespace Qt::StringLiterals;

GithubHttp::GithubHttp(HttpTransport& transport, GithubAccess access, Clock clock)
    : m_transport(transport)
    , m_access(std::move(access))
    , m_clock(std::move(clock))
{
}

QUrl GithubHttp::url(const QString& encodedPath, const QString& query) const
{
    QUrl url = m_access.apiUrl;
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url = QUrl(url.toString(QUrl::RemovePath | QUrl::RemoveQuery) + path + encodedPath, QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

Task<Result<HttpResponse>> GithubHttp::get(QUrl url, QString subject, CallContext context, QByteArray etag) const
{
    HttpRequest request;
    request.url = std::move(url);
    request.subject = subject;
    request.traffic = Traffic::Api;
    request.urgency = context.urgency;
    request.redirects = RedirectRule::SameHost;
    request.headers = {{"Accept"_ba, "application/vnd.github+json"_ba},
                       {"X-GitHub-Api-Version"_ba, m_access.apiVersion}};
    if (!m_access.token.isEmpty())
        request.headers.append({"Authorization"_ba, "Bearer " + m_access.token.toUtf8()});
    if (!etag.isEmpty())
        request.headers.append({"If-None-Match"_ba, etag});
    auto response = co_await m_transport.send(std::move(request), std::move(context.stop));
    if (!response)
        co_return response;
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    co_return response;
}

} // namespace slipway
