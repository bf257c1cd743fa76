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

HttpRequest GithubHttp::request(HttpMethod method, QUrl url, QString subject, const CallContext& context) const
{
    HttpRequest request;
    request.method = method;
    request.url = std::move(url);
    request.subject = std::move(subject);
    request.traffic = Traffic::Api;
    request.urgency = context.urgency;
    request.headers = {{"Accept"_ba, "application/vnd.github+json"_ba},
                       {"X-GitHub-Api-Version"_ba, m_access.apiVersion}};
    if (!m_access.token.isEmpty())
        request.headers.append({"Authorization"_ba, "Bearer " + m_access.token.toUtf8()});
    return request;
}

Task<Result<HttpResponse>> GithubHttp::change(HttpMethod method, QUrl url, QString subject, CallContext context,
                                              QByteArray json) const
{
    auto changing = request(method, std::move(url), std::move(subject), context);
    if (!json.isEmpty())
        changing.headers.append({"Content-Type"_ba, "application/json"_ba});
    changing.body = std::move(json);
    changing.redirects = RedirectRule::Refuse;
    return m_transport.send(std::move(changing), std::move(context.stop));
}

std::optional<Error> GithubHttp::errorIn(const HttpResponse& response, const QString& subject) const
{
    return errorOf(response, subject, m_clock.now());
}

Task<Result<HttpResponse>> GithubHttp::get(QUrl url, QString subject, CallContext context, QByteArray etag) const
{
    auto reading = request(HttpMethod::Get, std::move(url), subject, context);
    reading.redirects = RedirectRule::SameHost;
    if (!etag.isEmpty())
        reading.headers.append({"If-None-Match"_ba, etag});
    auto response = co_await m_transport.send(std::move(reading), std::move(context.stop));
    if (!response)
        co_return response;
    if (auto error = errorOf(*response, subject, m_clock.now()))
        co_return std::unexpected(std::move(*error));
    co_return response;
}

} // namespace slipway
