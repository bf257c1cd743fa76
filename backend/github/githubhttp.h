#pragma once

#include "core/clock.h"
#include "net/callcontext.h"
#include "net/http.h"

#include <QString>
#include <QUrl>

namespace slipway
{

/// Where the API is and who asks. The token stays in memory.
struct GithubAccess final {
    QUrl apiUrl{QStringLiteral("https://api.github.com")};
    QString token;
    QByteArray apiVersion = QByteArrayLiteral("2022-11-28");
};

/// One request of GitHub's REST API: its address, its headers, its errors.
class GithubHttp final
{
public:
    GithubHttp(HttpTransport& transport, GithubAccess access, Clock clock);

    /// `encodedPath` goes as it is: "%2F" in a package name must reach the server so.
    [[nodiscard]] QUrl url(const QString& encodedPath, const QString& query = {}) const;
    /// With an `etag` the answer may be 304 without a body. Errors: as errorOf(), and the transport's.
    [[nodiscard]] Task<Result<HttpResponse>> get(QUrl url, QString subject, CallContext context,
                                                 QByteArray etag = {}) const;
    /// A request that changes something, with a JSON body or none: sent once, whatever comes of it. Gives every answer,
    /// errors of HTTP too, for whoever changes something has to know it exactly. Errors: the transport's.
    [[nodiscard]] Task<Result<HttpResponse>> change(HttpMethod method, QUrl url, QString subject, CallContext context,
                                                    QByteArray json = {}) const;
    /// The error an answer stands for, by errorOf().
    [[nodiscard]] std::optional<Error> errorIn(const HttpResponse& response, const QString& subject) const;

private:
    [[nodiscard]] HttpRequest request(HttpMethod method, QUrl url, QString subject, const CallContext& context) const;

    HttpTransport& m_transport;
    GithubAccess m_access;
    Clock m_clock;
};

} // namespace slipway
