#include "net/networktransport.h"

#include "core/redact.h"
#include "net/curlloop.h"
#include "net/curltransfer.h"

#include <QElapsedTimer>
#include <QMetaMethod>
#include <QPointer>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int kMostRedirects = 5;

/// How often open requests are looked at for silence: four times within a timeout.
std::chrono::milliseconds watchInterval(std::chrono::milliseconds timeout)
{
    return std::clamp<std::chrono::milliseconds>(timeout / 4, 10ms, 1s);
}

} // namespace

/// Scheme, host and port of servers, and what is known of them.
struct NetworkTransport::Origin {
    QUrl url;
    bool isLoopback = false;
    int running = 0;
};

struct NetworkTransport::Exchange {
    HttpRequest request;
    QUrl firstUrl;
    Arrival<Result<HttpResponse>> arrival;
    std::unique_ptr<CurlTransfer> transfer; ///< while it runs
    Origin* origin = nullptr;               ///< where it runs
    QElapsedTimer timer;
    int redirects = 0;
};

NetworkTransport::NetworkTransport(QByteArray userAgent, QObject* parent)
    : QObject(parent)
    , m_userAgent(std::move(userAgent))
{
    m_loop = std::make_unique<CurlLoop>([this](CURL* handle, CURLcode code) {
        const auto found = std::ranges::find_if(m_open, [handle](const ExchangePtr& exchange) {
            return exchange->transfer && exchange->transfer->handle() == handle;
        });
        if (found == m_open.end())
            return;
        auto& transfer = *(*found)->transfer;
        auto error = transfer.errorOf(code);
        finish(ExchangePtr(*found), transfer.takeResponse(), std::move(error));
    });
    connect(&m_watch, &QTimer::timeout, this, &NetworkTransport::endSilent);
}

NetworkTransport::~NetworkTransport()
{
    const auto open = std::exchange(m_open, {});
    for (const auto& exchange : open) {
        if (exchange->transfer)
            m_loop->remove(exchange->transfer->handle());
        exchange->transfer.reset();
        exchange->arrival.deliver(failure(ErrorKind::Cancelled, exchange->request.subject));
    }
}

Task<Result<HttpResponse>> NetworkTransport::send(HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return failure(ErrorKind::Cancelled, request.subject);
    if (!originOf(request.url))
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

NetworkTransport::Origin* NetworkTransport::originOf(const QUrl& url)
{
    const auto known =
        std::ranges::find_if(m_origins, [&url](const auto& origin) { return isSameOrigin(origin->url, url); });
    if (known != m_origins.end())
        return known->get();
    const bool isNear = isLoopback(url);
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isNear))
        return nullptr;
    const QUrl bare = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    m_origins.push_back(std::make_unique<Origin>(bare, isNear));
    return m_origins.back().get();
}

std::unique_ptr<CurlTransfer> NetworkTransport::transfer()
{
    if (m_spare.empty())
        return std::make_unique<CurlTransfer>();
    auto transfer = std::move(m_spare.back());
    m_spare.pop_back();
    return transfer;
}

void NetworkTransport::release(Exchange& exchange)
{
    if (m_spare.size() < kConnectionsPerHost)
        m_spare.push_back(std::move(exchange.transfer));
    exchange.transfer.reset();
    --exchange.origin->running;
    const auto next =
        std::ranges::find(m_waiting, exchange.origin, [](const ExchangePtr& waiting) { return waiting->origin; });
    if (next == m_waiting.end())
        return;
    const ExchangePtr waited = std::move(*next);
    m_waiting.erase(next);
    run(waited);
}

void NetworkTransport::start(const ExchangePtr& exchange)
{
    exchange->origin = originOf(exchange->request.url);
    if (exchange->origin->running < kConnectionsPerHost)
        run(exchange);
    else
        m_waiting.push_back(exchange);
}

void NetworkTransport::run(const ExchangePtr& exchange)
{
    ++exchange->origin->running;
    exchange->timer.start();
    exchange->transfer = transfer();
    exchange->transfer->prepare(
        exchange->request,
        {.userAgent = m_userAgent,
         .isLoopback = exchange->origin->isLoopback,
         .withCredentials = exchange->redirects == 0 || isSameOrigin(exchange->request.url, exchange->firstUrl)});
    m_loop->add(exchange->transfer->handle());
    const auto interval = watchInterval(exchange->request.timeout);
    if (!m_watch.isActive() || interval < m_watch.intervalAsDuration()) {
        m_watch.start(interval);
        m_lookedAt = std::chrono::steady_clock::now();
    }
}

void NetworkTransport::endSilent()
{
    const auto now = std::chrono::steady_clock::now();
    // The thread stood still, or the whole machine: what has arrived meanwhile is taken in first.
    const bool isLate = now - std::exchange(m_lookedAt, now) > 2 * m_watch.intervalAsDuration();
    m_hasPassed = isLate && !m_hasPassed;
    if (m_hasPassed)
        return;
    const auto open = m_open;
    for (const auto& exchange : open) {
        if (!exchange->transfer || now - exchange->transfer->lastProgress() < exchange->request.timeout)
            continue;
        exchange->transfer->distrustConnection();
        m_loop->remove(exchange->transfer->handle());
        finish(exchange, {}, exchange->transfer->timeoutError());
    }
    if (m_open.isEmpty())
        m_watch.stop();
}

void NetworkTransport::finish(const ExchangePtr& exchange, const HttpResponse& response, std::optional<Error> error)
{
    release(*exchange);
    m_tally.count(exchange->request.traffic, response.status);
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
    if (++exchange->redirects > kMostRedirects) {
        complete(exchange, failure(ErrorKind::UnexpectedStatus, exchange->request.subject,
                                   u"redirected more than %1 times"_s.arg(kMostRedirects)));
        return;
    }
    if (!originOf(target) || (!isSame && exchange->request.redirects == RedirectRule::SameHost)) {
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
    std::erase(m_waiting, exchange);
    if (exchange->transfer) {
        m_loop->remove(exchange->transfer->handle());
        release(*exchange);
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
