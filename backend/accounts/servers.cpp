#include "accounts/servers.h"

#include "core/redact.h"
#include "net/http.h"

#include <QCoreApplication>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

/// GitHub Enterprise Cloud with data residency lives in subdomains of this.
constexpr auto kResidency = ".ghe.com"_L1;

QString pathWithoutSlash(const QUrl& url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

QUrl withHost(QUrl url, const QString& host)
{
    url.setHost(host);
    url.setPath({});
    return url;
}

} // namespace

Servers githubDotCom()
{
    return {QUrl(u"https://api.github.com"_s), QUrl(u"https://ghcr.io"_s)};
}

Result<void> checkServerUrl(const QUrl& url)
{
    const bool isAddress =
        url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (!isAddress || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate(
                           "Accounts", "A server is a URL such as https://host/path, without user name or query"),
                       shownUrl(url));
    }
    if (url.scheme() == "http"_L1 && !isLoopback(url))
        return failure(ErrorKind::InsecureUrl, shownUrl(url));
    return {};
}

Result<QUrl> serverUrlOf(const QString& address)
{
    const QString text = address.trimmed();
    QUrl url(text.contains("://"_L1) ? text : u"https://"_s + text, QUrl::StrictMode);
    if (auto checked = checkServerUrl(url); !checked)
        return std::unexpected(checked.error());
    url.setPath(pathWithoutSlash(url));
    return url;
}

Result<Servers> serversOf(const QString& address)
{
    const auto given = serverUrlOf(address);
    if (!given)
        return std::unexpected(given.error());
    const QUrl& url = *given;
    const QString host = url.host().toLower();
    if (host == "github.com"_L1 || host == "www.github.com"_L1 || host == "api.github.com"_L1)
        return githubDotCom();
    if (isLoopback(url))
        return Servers{url, withHost(url, url.host())};
    if (host.endsWith(kResidency)) {
        const QString tenant = host.startsWith("api."_L1) ? host.sliced(4) : host;
        return Servers{withHost(url, u"api."_s + tenant), withHost(url, u"containers."_s + tenant)};
    }
    QUrl api = withHost(url, host);
    api.setPath(u"/api/v3"_s);
    return Servers{api, withHost(url, u"containers."_s + host)};
}

QString webHost(const QUrl& apiUrl)
{
    const QString host = apiUrl.host().toLower();
    const bool isApiHost = host == "api.github.com"_L1 || (host.startsWith("api."_L1) && host.endsWith(kResidency));
    return isApiHost ? host.sliced(4) : host;
}

QString apiName(const QUrl& apiUrl)
{
    const int port = apiUrl.port(apiUrl.scheme() == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3%4"_s.arg(apiUrl.scheme(), apiUrl.host().toLower(), QString::number(port),
                                 pathWithoutSlash(apiUrl));
}

} // namespace slipway
