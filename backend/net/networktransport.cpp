#include "net/networktransport.h"

#include "core/redact.h"
#include "net/bufferedconnections.h"
#include "net/onceonlybody.h"

#include <QElapsedTimer>
#include <QHttp1Configuration>
#include <QHttpHeaders>
#include <QMetaMethod>
#include <QNetworkReply>
#include <QPointer>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostRedirects = 5;

Error mapError(QNetworkReply::NetworkError code, const QString& text, const HttpRequest& request)
{
    const QString host = request.url.host() + (request.url.port() > 0 ? u":%1"_s.arg(request.url.port()) : QString());
    const QString detail = redact(text);
    switch (code) {
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::Tls, host, detail, std::nullopt};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::OperationCanceledError: // the transfer timeout ends a reply this way
        return {ErrorKind::Timeout, host, u"%1 s without an answer"_s.arg(request.timeout.count() / 1000),
                std::nullopt};
    case QNetworkReply::ContentReSendError:
        return {ErrorKind::Network, host, u"the connection broke after the request was sent"_s, std::nullopt};
    default:
        return {ErrorKind::Network, host, detail, std::nullopt};
    }
}

QNetworkRequest toNetworkRequest(const HttpRequest& request, const QByteArray& userAgent, bool withCredentials)
{
    QNetworkRequest result(request.url);
    result.setHeader(QNetworkRequest::UserAgentHeader, userAgent);
    result.setTransferTimeout(request.timeout);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(NetworkTransport::kConnectionsPerHost);
    result.setHttp1Configuration(http1);
    for (const auto& header : request.headers) {
        if (withCredentials || header.name.compare("Authorization", Qt::CaseInsensitive) != 0)
            result.setRawHeader(header.name, header.value);
    }
    return result;
}

QNetworkReply* sendOver(QNetworkAccessManager& manager, const QNetworkRequest& prepared, const HttpRequest& request)
{
    if (request.method == HttpMethod::Get)
        return manager.get(prepared);
    if (request.method == HttpMethod::Head) // as a custom verb it would be an answer whose body never comes
        return manager.head(prepared);
    auto body = std::make_unique<OnceOnlyBody>(request.body);
    QNetworkReply* reply = manager.sendCustomRequest(prepared, httpMethodName(request.method), body.get());
    body.release()->setParent(reply);
    return reply;
}

HttpResponse toResponse(QNetworkReply& reply)
{
    HttpResponse response;
    response.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    response.url = reply.url();
    const QHttpHeaders headers = reply.headers();
    for (qsizetype i = 0; i < headers.size(); ++i)
        response.headers.append(
            {QByteArray(headers.nameAt(i).data(), headers.nameAt(i).size()), headers.valueAt(i).toByteArray()});
    if (reply.isOpen())
        response.body = reply.readAll();
    return response;
}

/// A complete answer with an error status is a response; a connection that broke half-way is not.
bool isTransportError(QNetworkReply::NetworkError code)
{
    return (code != QNetworkReply::NoError && code < QNetworkReply::ContentAccessDenied)
           || code == QNetworkReply::ProtocolFailure;
}

/// How much of the body is missing, told in words; empty if it is whole. Qt lets some connections that break half-way
/// pass for complete answers. A body Qt has unpacked has no length any more; nor has a chunked one, where only Qt can
/// know.
QString missingPart(const HttpResponse& response, HttpMethod method)
{
    const QByteArray length = response.header("Content-Length");
    const bool hasBody = method != HttpMethod::Head && response.status != 204 && response.status != 304;
    if (!hasBody || length.isEmpty() || response.body.size() >= length.toLongLong())
        return {};
    return u"the answer broke off after %1 of %2 bytes"_s.arg(response.body.size()).arg(length.toLongLong());
}

/// Why there is no whole answer, or nullopt.
std::optional<Error> transportError(const QNetworkReply& reply, const HttpResponse& response,
                                    const HttpRequest& request)
{
    if (isTransportError(reply.error()) || response.status == 0)
        return mapError(reply.error(), reply.errorString(), request);
    if (const QString missing = missingPart(response, request.method); !missing.isEmpty())
        return mapError(QNetworkReply::RemoteHostClosedError, missing, request);
    return std::nullopt;
}

} // namespace

struct NetworkTransport::Exchange {
    HttpRequest request;
    QUrl firstUrl;
    Arrival<Result<HttpResponse>> arrival;
    QPointer<QNetworkReply> reply;
    QElapsedTimer timer;
    int redirects = 0;
};

NetworkTransport::NetworkTransport(QByteArray userAgent, QObject* parent)
    : QObject(parent)
    , m_userAgent(std::move(userAgent))
{
    m_manager.setAutoDeleteReplies(false);
    m_manager.setProxyFactory(new BufferedConnections); // the manager owns it
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

NetworkTransport::~NetworkTransport()
{
    const auto open = std::exchange(m_open, {});
    for (const auto& exchange : open) {
        if (exchange->reply) {
            exchange->reply->disconnect(this);
            delete exchange->reply;
        }
        exchange->arrival.deliver(failure(ErrorKind::Cancelled, exchange->request.subject));
    }
}

Task<Result<HttpResponse>> NetworkTransport::send(HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, request.subject);
    if (request.url.scheme() != "https"_L1 && !(request.url.scheme() == "http"_L1 && isLoopback(request.url)))
        co_return failure(ErrorKind::InsecureUrl, shownUrl(request.url));
    const auto exchange = std::make_shared<Exchange>();
    exchange->request = std::move(request);
    exchange->firstUrl = exchange->request.url;
    m_open.append(exchange);
    start(exchange);
    // Queued: a stop may come from another thread, or from inside a signal of the reply that is to be aborted.
    const std::stop_callback onStop(stop,
                                    [home = threadContext(), self = QPointer(this), weak = std::weak_ptr(exchange)] {
                                        QMetaObject::invokeMethod(
                                            home,
                                            [self, weak] {
                                                const auto open = weak.lock();
                                                if (self && open)
                                                    self->cancel(open);
                                            },
                                            Qt::QueuedConnection);
                                    });
    co_return co_await exchange->arrival;
}

void NetworkTransport::start(const ExchangePtr& exchange)
{
    exchange->timer.start();
    const bool withCredentials = isSameOrigin(exchange->request.url, exchange->firstUrl);
    exchange->reply =
        sendOver(m_manager, toNetworkRequest(exchange->request, m_userAgent, withCredentials), exchange->request);
    connect(exchange->reply, &QNetworkReply::finished, this, [this, exchange] { finish(exchange); });
}

void NetworkTransport::finish(const ExchangePtr& exchange)
{
    QNetworkReply* reply = exchange->reply;
    exchange->reply = nullptr;
    reply->deleteLater();
    const auto response = toResponse(*reply);
    m_tally.count(exchange->request.traffic, response.status);
    auto error = transportError(*reply, response, exchange->request);
    record(*exchange, response, error ? std::optional(error->kind) : std::nullopt);
    if (error) {
        complete(exchange, std::unexpected(std::move(*error)));
        return;
    }
    const QByteArray location = response.header("Location");
    if (exchange->request.redirects != RedirectRule::Refuse && response.status >= 300 && response.status < 400
        && !location.isEmpty()) {
        follow(exchange, exchange->request.url.resolved(QUrl::fromEncoded(location)));
        return;
    }
    complete(exchange, response);
}

void NetworkTransport::follow(const ExchangePtr& exchange, const QUrl& target)
{
    const bool isSame = isSameOrigin(exchange->request.url, target);
    const bool isSafe = target.scheme() == "https"_L1 || (target.scheme() == "http"_L1 && isLoopback(target));
    if (++exchange->redirects > kMostRedirects || !isSafe
        || (!isSame && exchange->request.redirects == RedirectRule::SameHost)) {
        complete(exchange, failure(ErrorKind::ForeignHost, exchange->request.subject, shownUrl(target)));
        return;
    }
    exchange->request.url = target;
    start(exchange);
}

void NetworkTransport::complete(const ExchangePtr& exchange, Result<HttpResponse> result)
{
    m_open.removeOne(exchange);
    exchange->arrival.deliver(std::move(result));
}

void NetworkTransport::cancel(const ExchangePtr& exchange)
{
    if (exchange->arrival.hasArrived())
        return;
    if (exchange->reply) {
        exchange->reply->disconnect(this);
        exchange->reply->abort();
        exchange->reply->deleteLater();
        record(*exchange, {}, ErrorKind::Cancelled);
    }
    complete(exchange, failure(ErrorKind::Cancelled, exchange->request.subject));
}

void NetworkTransport::record(const Exchange& exchange, const HttpResponse& response, std::optional<ErrorKind> error)
{
    const auto& request = exchange.request;
    ++m_lastId;
    static const QMetaMethod kSignal = QMetaMethod::fromSignal(&NetworkTransport::requestFinished);
    if (!isSignalConnected(kSignal))
        return;
    Q_EMIT requestFinished(
        {m_lastId, request.method, shownUrl(request.url), request.subject, request.traffic, response.status,
         std::chrono::milliseconds(exchange.timer.elapsed()), request.trail.queued, response.body.size(),
         response.status == 304 ? CacheResult::NotModified : CacheResult::Fetched, request.trail.attempt, error});
}

} // namespace slipway
