#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <utility>
#include <vector>

namespace slipway::test
{

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

/// What came back.
struct Reply final {
    int status = 0; ///< 0: no answer
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;

    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] QJsonDocument json() const { return QJsonDocument::fromJson(body); }
};

/// Marks a request that is none of GitHub's API, or wrong: the check of all traffic (tests/contract) leaves it out.
inline const std::pair<QByteArray, QByteArray> kWrongOnPurpose{"x-wrong-on-purpose", "yes"};

/// Asks a simulator over real HTTP and waits. Redirects are not followed.
class HttpClient final
{
public:
    explicit HttpClient(QUrl base)
        : m_base(std::move(base))
    {
    }

    /// With a token, a User-Agent, GitHub's Accept and API version, unless `headers` say otherwise (an empty value
    /// leaves one out).
    Reply send(const QByteArray& method, const QString& target, const Headers& headers = {},
               const QByteArray& body = {});
    Reply get(const QString& target, const Headers& headers = {}) { return send("GET", target, headers); }

    /// A Bearer header for the registry, from the token endpoint.
    QByteArray registryToken(const QString& scope, const QByteArray& password = "ghp_all");

private:
    QUrl m_base;
    QNetworkAccessManager m_network;
};

} // namespace slipway::test
