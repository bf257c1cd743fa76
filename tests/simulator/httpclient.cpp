#include "simulator/httpclient.h"

#include <QTest>

#include <memory>

namespace slipway::test
{

using namespace Qt::StringLiterals;

QByteArray Reply::header(QByteArrayView name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Reply HttpClient::send(const QByteArray& method, const QString& target, const Headers& headers, const QByteArray& body)
{
    // Relative as text: QUrl::resolved() would decode nothing, but "//" in a path would become a host.
    QNetworkRequest request(QUrl(target.startsWith("http"_L1) ? target : m_base.toString() + target));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    Headers all{{"authorization", "Bearer ghp_all"},
                {"user-agent", "test"},
                {"accept", "application/vnd.github+json"},
                {"x-github-api-version", "2022-11-28"}};
    all.insert(all.end(), headers.begin(), headers.end());
    for (const auto& [name, value] : all)
        request.setRawHeader(name, value.isEmpty() ? QByteArray() : value);
    // A custom "HEAD" would wait for a body.
    const std::unique_ptr<QNetworkReply> reply(method == "HEAD" ? m_network.head(request)
                                                                : m_network.sendCustomRequest(request, method, body));
    if (!QTest::qWaitFor([&reply] { return reply->isFinished(); }, 20'000))
        reply->abort();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->error(),
            method == "HEAD" ? QByteArray() : reply->readAll(),
            {reply->rawHeaderPairs().cbegin(), reply->rawHeaderPairs().cend()}};
}

QByteArray HttpClient::registryToken(const QString& scope, const QByteArray& password)
{
    const QByteArray basic = "Basic " + QByteArray("me:" + password).toBase64();
    const auto reply =
        get("/token?service=ghcr.io&scope="_L1 + scope, {{"authorization", password.isEmpty() ? QByteArray() : basic}});
    return "Bearer " + reply.json()["token"_L1].toString().toLatin1();
}

} // namespace slipway::test
