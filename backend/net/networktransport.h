#pragma once

#include "net/http.h"
#include "net/requestrecord.h"
#include "net/requesttally.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <memory>
#include <vector>

namespace slipway
{

class CurlLoop;
class CurlTransfer;

/// HttpTransport over libcurl: HTTP/2 where offered, connections kept alive, proxies as the environment names them
/// (`https_proxy`, `no_proxy`), certificates as the system trusts them or SSL_CERT_FILE and SSL_CERT_DIR say. Waiting
/// coroutines are resumed from the event loop. A request that changes a server is sent once. Lives on one thread; a
/// stop may be requested from any.
class NetworkTransport final : public QObject, public HttpTransport
{
    Q_OBJECT

public:
    /// Requests that run to one origin, and so its connections: as many as the governor lets run. Others wait.
    static constexpr int kConnectionsPerHost = 32;

    explicit NetworkTransport(QByteArray userAgent, QObject* parent = nullptr);
    /// Everything still waiting is answered with Cancelled.
    ~NetworkTransport() override;

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

    [[nodiscard]] const RequestTally& tally() const { return m_tally; }

Q_SIGNALS:
    /// One request is over, answered or not.
    void requestFinished(const slipway::RequestRecord& record);

private:
    struct Origin;
    struct Exchange;
    using ExchangePtr = std::shared_ptr<Exchange>;

    /// Null if nothing may be sent there: what is sent could be read on the way.
    [[nodiscard]] Origin* originOf(const QUrl& url);
    /// Now, or when there is room.
    void start(const ExchangePtr& exchange);
    void run(const ExchangePtr& exchange);
    void follow(const ExchangePtr& exchange, const QUrl& target);
    void finish(const ExchangePtr& exchange, const HttpResponse& response, std::optional<Error> error);
    void complete(const ExchangePtr& exchange, Result<HttpResponse> result);
    void cancel(const ExchangePtr& exchange);
    /// Ends what has not moved for its timeout.
    void endSilent();
    [[nodiscard]] std::unique_ptr<CurlTransfer> transfer();
    /// Its transfer goes back to those that wait for a request, its place to the next request.
    void release(Exchange& exchange);
    void record(const Exchange& exchange, const HttpResponse& response, std::optional<ErrorKind> error);

    std::unique_ptr<CurlLoop> m_loop;
    std::vector<std::unique_ptr<CurlTransfer>> m_spare;
    QByteArray m_userAgent;
    QList<ExchangePtr> m_open;
    std::vector<std::unique_ptr<Origin>> m_origins;   ///< all that were asked; few
    std::deque<ExchangePtr> m_waiting;                ///< for room at their origins, oldest first
    QTimer m_watch;                                   ///< while requests are open
    std::chrono::steady_clock::time_point m_lookedAt; ///< when m_watch looked last
    bool m_hasPassed = false;                         ///< it looked too late then, and let it pass
    RequestTally m_tally;
    std::uint64_t m_lastId = 0;
};

} // namespace slipway
