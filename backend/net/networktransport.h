#pragma once

#include "net/http.h"
#include "net/requestrecord.h"
#include "net/requesttally.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>

#include <deque>
#include <memory>

namespace slipway
{

struct RateLimit final {
    int limit = 0;
    int remaining = 0;
    QDateTime reset;

    friend bool operator==(const RateLimit&, const RateLimit&) = default;
};

/// HttpTransport over QNetworkAccessManager: HTTP/2 where offered, connections kept alive, a bounded number of requests
/// to one host at a time, the rest waiting in order. It owns its replies; waiting coroutines are resumed from the event
/// loop, never inside abort(). Lives on one thread; a stop may be requested from any.
class NetworkTransport final : public QObject, public HttpTransport
{
    Q_OBJECT

public:
    /// At most this many requests to one host at a time: a third of what GitHub allows for one account.
    static constexpr int kConcurrentPerHost = 32;

    explicit NetworkTransport(QByteArray userAgent, QObject* parent = nullptr);
    /// Everything still waiting is answered with Cancelled.
    ~NetworkTransport() override;

    [[nodiscard]] Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) override;

    [[nodiscard]] const RequestTally& tally() const { return m_tally; }
    /// As the last API answer told it; nullopt before the first.
    [[nodiscard]] const std::optional<RateLimit>& rateLimit() const { return m_rateLimit; }

Q_SIGNALS:
    void rateLimitChanged();
    /// One request is over, answered or not.
    void requestFinished(const slipway::RequestRecord& record);

private:
    struct Exchange;
    using ExchangePtr = std::shared_ptr<Exchange>;
    struct Host {
        int running = 0;
        std::deque<ExchangePtr> waiting;
    };

    void start(const ExchangePtr& exchange);
    void follow(const ExchangePtr& exchange, const QUrl& target);
    void finish(const ExchangePtr& exchange);
    void complete(const ExchangePtr& exchange, Result<HttpResponse> result);
    void startNext(const QString& host);
    void cancel(const ExchangePtr& exchange);
    void record(const Exchange& exchange, const HttpResponse& response, std::optional<ErrorKind> error);
    void noteRateLimit(const HttpResponse& response);

    QNetworkAccessManager m_manager;
    QByteArray m_userAgent;
    QHash<QString, Host> m_hosts;
    QList<ExchangePtr> m_open;
    RequestTally m_tally;
    std::uint64_t m_lastId = 0;
    std::optional<RateLimit> m_rateLimit;
};

} // namespace slipway
