#pragma once

#include "net/http.h"
#include "net/requestrecord.h"
#include "net/requesttally.h"

#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace slipway
{

/// HttpTransport over QNetworkAccessManager: HTTP/2 where offered, connections kept alive. It owns its replies; waiting
/// coroutines are resumed from the event loop, never inside abort(). A request that changes a server is sent once: Qt
/// would send it again when a connection breaks before the answer (OnceOnlyBody). Lives on one thread; a stop may be
/// requested from any.
class NetworkTransport final : public QObject, public HttpTransport
{
    Q_OBJECT

public:
    /// HTTP/1.1 connections to one host: as many as the governor lets requests run.
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
    struct Exchange;
    using ExchangePtr = std::shared_ptr<Exchange>;

    void start(const ExchangePtr& exchange);
    void follow(const ExchangePtr& exchange, const QUrl& target);
    void finish(const ExchangePtr& exchange);
    void complete(const ExchangePtr& exchange, Result<HttpResponse> result);
    void cancel(const ExchangePtr& exchange);
    void record(const Exchange& exchange, const HttpResponse& response, std::optional<ErrorKind> error);

    QNetworkAccessManager m_manager;
    QByteArray m_userAgent;
    QList<ExchangePtr> m_open;
    RequestTally m_tally;
    std::uint64_t m_lastId = 0;
};

} // namespace slipway
