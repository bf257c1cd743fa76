#include "simulator/httpfront.h"

#include "core/redact.h"
#include "simulator/faultanswers.h"
#include "simulator/loopbacklistener.h"
#include "simulator/registryapi.h"

#include <QTimer>

#include <algorithm>

namespace slipway
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray methodName(QHttpServerRequest::Method method)
{
    using enum QHttpServerRequest::Method;
    switch (method) {
    case Get:
        return "GET"_ba;
    case Put:
        return "PUT"_ba;
    case Delete:
        return "DELETE"_ba;
    case Post:
        return "POST"_ba;
    case Head:
        return "HEAD"_ba;
    case Options:
        return "OPTIONS"_ba;
    case Patch:
        return "PATCH"_ba;
    case Connect:
        return "CONNECT"_ba;
    case Trace:
        return "TRACE"_ba;
    case Unknown:
    case AnyKnown:
        break;
    }
    return "UNKNOWN"_ba;
}

ServedRequest requestOf(const QHttpServerRequest& request)
{
    const auto url = request.url();
    return {methodName(request.method()),
            url.path(QUrl::FullyEncoded),
            url.query(QUrl::FullyEncoded),
            request.headers(),
            request.body(),
            1};
}

LoggedRequest loggedOf(const ServedRequest& request)
{
    LoggedRequest logged;
    logged.at = QDateTime::currentDateTimeUtc();
    logged.method = request.method;
    logged.path = request.path;
    logged.query = redact(u'?' + request.rawQuery).sliced(1);
    logged.userAgent = QString::fromUtf8(request.header("user-agent"));
    return logged;
}

bool isUnanswered(const std::optional<Fault>& fault)
{
    return fault && (fault->kind == FaultKind::Timeout || fault->kind == FaultKind::Reset);
}

} // namespace

HttpFront::HttpFront(const SimulatorOptions& options, Handler handler, QObject* parent)
    : QAbstractHttpServer(parent)
    , m_options(options)
    , m_handler(std::move(handler))
{
    for (const auto& fault : options.faults)
        m_faults.add(fault);
}

HttpFront::~HttpFront()
{
    // Responders must go before the connections, which the base class owns.
    m_exchanges.clear();
}

Result<quint16> HttpFront::listen()
{
    if (!m_options.requestLogFile.isEmpty()) {
        if (auto opened = m_log.openFile(m_options.requestLogFile); !opened)
            return std::unexpected(opened.error());
    }
    if (!m_options.exchangeLogFile.isEmpty()) {
        if (auto opened = m_exchangeLog.openFile(m_options.exchangeLogFile); !opened)
            return std::unexpected(opened.error());
    }
    m_listener = new LoopbackListener(this);
    if (!m_listener->listen(QHostAddress::LocalHost, m_options.port)) {
        return failure(ErrorKind::InvalidArgument, u"127.0.0.1:%1 cannot be listened on"_s.arg(m_options.port),
                       m_listener->errorString());
    }
    const auto port = m_listener->serverPort();
    if (!bind(m_listener))
        return failure(ErrorKind::Network, u"127.0.0.1:%1"_s.arg(port), u"the HTTP server refused the port"_s);
    return port;
}

QTcpSocket* HttpFront::connection(const Exchange& exchange) const
{
    return m_listener->connection(exchange.clientPort);
}

bool HttpFront::handleRequest(const QHttpServerRequest& request, QHttpServerResponder& responder)
{
    auto seen = requestOf(request);
    auto logged = loggedOf(seen);
    auto fault = m_faults.strike(seen.method, seen.path);
    m_exchanges.push_back(
        {std::move(seen), {}, std::move(fault), std::move(responder), request.remotePort(), std::move(logged), {}});
    const auto exchange = std::prev(m_exchanges.end());
    exchange->since.start();
    if (m_options.concurrentRequests > 0) {
        exchange->request.underWay = static_cast<int>(std::ranges::count_if(
            m_exchanges, [](const Exchange& each) { return !RegistryApi::isPath(each.request.path); }));
    }
    process(*exchange);
    if (exchange->fault && exchange->fault->kind == FaultKind::Timeout)
        holdForEver(exchange);
    else
        deliverLater(exchange);
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest& /*request*/, QHttpServerResponder& responder)
{
    responder.write(QHttpServerResponder::StatusCode::NotFound);
}

/// Has the request its effect, and what is its answer? A fault may stand in for both.
void HttpFront::process(Exchange& exchange)
{
    const auto& fault = exchange.fault;
    if (isUnanswered(fault) && fault->moment == FaultMoment::BeforeEffect)
        return;
    if (auto instead = fault ? faultAnswer(*fault, exchange.request) : std::nullopt)
        exchange.answer = std::move(*instead);
    else
        exchange.answer = m_handler(exchange.request);
}

void HttpFront::deliverLater(Exchanges::iterator exchange)
{
    auto delay = m_options.latency;
    if (exchange->fault && exchange->fault->kind == FaultKind::Delay)
        delay += exchange->fault->delay;
    const auto finish = [this, exchange] {
        deliver(*exchange);
        m_exchanges.erase(exchange);
    };
    if (delay.count() > 0)
        QTimer::singleShot(delay, this, finish);
    else
        finish();
}

void HttpFront::holdForEver(Exchanges::iterator exchange)
{
    record(*exchange, 0);
    if (auto* socket = connection(*exchange)) {
        connect(socket, &QTcpSocket::disconnected, this, [this, exchange] { m_exchanges.erase(exchange); });
    }
}

void HttpFront::record(Exchange& exchange, int status)
{
    auto& logged = exchange.logged;
    logged.status = status;
    logged.ms = exchange.since.elapsed();
    logged.bytes = exchange.request.method == "HEAD" ? 0 : exchange.answer.bodySize();
    logged.authorized = exchange.answer.isAuthorized;
    m_log.add(logged);
    if (m_exchangeLog.isOpen() && !RegistryApi::isPath(exchange.request.path))
        recordWhole(exchange, status);
}

void HttpFront::recordWhole(const Exchange& exchange, int status)
{
    const bool isSpoilt = exchange.fault && spoilsAnswer(exchange.fault->kind);
    m_exchangeLog.add(exchange.request, status, exchange.answer, isSpoilt ? AnswerKind::Spoilt : AnswerKind::Genuine);
}

} // namespace slipway
