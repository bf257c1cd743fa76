#pragma once

#include "core/async.h"
#include "core/error.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <utility>

namespace slipway
{

enum class HttpMethod : std::uint8_t { Get, Head, Post, Put, Patch, Delete };

/// Whose traffic a request is, for limits and for the counts `scan` reports.
enum class Traffic : std::uint8_t { Api, Registry, Token };

/// Who waits for the answer. Background reading leaves the last requests of an hour to a person's own actions.
enum class Urgency : std::uint8_t { Person, Background };

/// What to do with a 3xx. Credentials are never sent to another host.
enum class RedirectRule : std::uint8_t {
    Refuse,   ///< give the 3xx to the caller
    SameHost, ///< follow while scheme, host and port stay
    Anywhere, ///< follow over https; Authorization is dropped when the host changes
};

struct HttpHeader final {
    QByteArray name;
    QByteArray value;
};

/// What the transports on the way note in a request, for its record.
struct RequestTrail final {
    int attempt = 1;
    std::chrono::milliseconds queued{0}; ///< waited for its turn
};

/// One request. `subject` names in errors what it is about ("package app/api", not the URL).
struct HttpRequest final {
    HttpMethod method = HttpMethod::Get;
    QUrl url;
    QString subject;
    Traffic traffic = Traffic::Api;
    QList<HttpHeader> headers;
    QByteArray body;
    RedirectRule redirects = RedirectRule::Refuse;
    Urgency urgency = Urgency::Person;
    std::chrono::milliseconds timeout{30'000}; ///< without any progress
    RequestTrail trail;
};

struct HttpResponse final {
    int status = 0;
    QList<HttpHeader> headers;
    QByteArray body;
    QUrl url; ///< after redirects

    /// The first header of this name, compared without case; empty if absent.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// The server's clock when it answered (`Date`, whole seconds); invalid if it did not tell.
[[nodiscard]] QDateTime servedAt(const HttpResponse& response);

[[nodiscard]] QByteArray httpMethodName(HttpMethod method);

/// The rim of the program: everything that leaves the machine goes through here. Errors: Cancelled, Network, Timeout,
/// Tls, InsecureUrl, ForeignHost. Any HTTP status is a response, not an error.
class HttpTransport
{
public:
    HttpTransport() = default;
    HttpTransport(const HttpTransport&) = delete;
    HttpTransport& operator=(const HttpTransport&) = delete;
    virtual ~HttpTransport() = default;

    [[nodiscard]] virtual Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) = 0;
};

/// True for 127.0.0.0/8, ::1 and localhost: the only hosts plain http is accepted for.
[[nodiscard]] bool isLoopback(const QUrl& url);

/// True if both have the same scheme, host and port.
[[nodiscard]] bool isSameOrigin(const QUrl& a, const QUrl& b);

} // namespace slipway
