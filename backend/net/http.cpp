#include "net/http.h"

#include <QHostAddress>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

int effectivePort(const QUrl& url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

} // namespace

QByteArray HttpResponse::header(QByteArrayView name) const
{
    for (const auto& header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

QDateTime servedAt(const HttpResponse& response)
{
    const QByteArray stamp = response.header("Date").replace("GMT", "+0000"); // as Qt reads it
    return QDateTime::fromString(QString::fromLatin1(stamp), Qt::RFC2822Date);
}

QByteArray httpMethodName(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get:
        return "GET"_ba;
    case HttpMethod::Head:
        return "HEAD"_ba;
    case HttpMethod::Post:
        return "POST"_ba;
    case HttpMethod::Put:
        return "PUT"_ba;
    case HttpMethod::Patch:
        return "PATCH"_ba;
    case HttpMethod::Delete:
        return "DELETE"_ba;
    }
    return "GET"_ba;
}

bool isLoopback(const QUrl& url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && effectivePort(a) == effectivePort(b);
}

} // namespace slipway
