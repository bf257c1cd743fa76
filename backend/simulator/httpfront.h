#pragma once

#include "simulator/exchangelog.h"
#include "simulator/faultplan.h"
#include "simulator/httpmessage.h"
#include "simulator/requestlog.h"
#include "simulator/simulatoroptions.h"

#include <QAbstractHttpServer>
#include <QElapsedTimer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>

#include <functional>
#include <list>
#include <memory>

class QTcpSocket;

namespace slipway
{

class LoopbackListener;

/// Turns what comes over the wire into ServedRequest, and HttpAnswer into what goes out, with the latency, the
/// bandwidth and the faults of the options. Every request is logged.
class HttpFront final : public QAbstractHttpServer
{
    Q_OBJECT
public:
    using Handler = std::function<HttpAnswer(const ServedRequest&)>;

    HttpFront(const SimulatorOptions& options, Handler handler, QObject* parent = nullptr);
    ~HttpFront() override;

    [[nodiscard]] Result<quint16> listen();
    [[nodiscard]] FaultPlan& faults() { return m_faults; }
    [[nodiscard]] RequestLog& log() { return m_log; }

protected:
    bool handleRequest(const QHttpServerRequest& request, QHttpServerResponder& responder) override;
    void missingHandler(const QHttpServerRequest& request, QHttpServerResponder& responder) override;

private:
    /// A request that waits for its answer. It ends when it is answered, its connection is gone, or the server goes.
    struct Exchange final {
        ServedRequest request;
        HttpAnswer answer;
        std::optional<Fault> fault;
        QHttpServerResponder responder;
        quint16 clientPort = 0;
        LoggedRequest logged;
        QElapsedTimer since;
    };
    using Exchanges = std::list<Exchange>;

    void process(Exchange& exchange);
    void deliverLater(Exchanges::iterator exchange);
    void deliver(Exchange& exchange);
    void deliverCut(Exchange& exchange);
    void deliverPaced(Exchange& exchange, std::int64_t bytesPerSecond);
    void deliverHead(Exchange& exchange);
    void deliverDevice(Exchange& exchange, std::unique_ptr<QIODevice> device);
    void deliverWhole(Exchange& exchange);
    void holdForEver(Exchanges::iterator exchange);
    void record(Exchange& exchange, int status);
    void recordWhole(const Exchange& exchange, int status);
    [[nodiscard]] QTcpSocket* connection(const Exchange& exchange) const;

    const SimulatorOptions& m_options;
    Handler m_handler;
    FaultPlan m_faults;
    RequestLog m_log;
    ExchangeLog m_exchangeLog;
    LoopbackListener* m_listener = nullptr;
    Exchanges m_exchanges;
};

} // namespace slipway
