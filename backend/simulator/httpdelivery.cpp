// How an HttpFront sends an answer: whole, slowly, cut short, or not at all.
#include "simulator/bodydevices.h"
#include "simulator/httpfront.h"
#include "simulator/loopbacklistener.h"

#include <QBuffer>

#include <algorithm>
#include <memory>

namespace slipway
{

namespace
{

QHttpServerResponder::StatusCode codeOf(int status)
{
    return static_cast<QHttpServerResponder::StatusCode>(status);
}

/// A rate that holds nothing back.
constexpr std::int64_t kAtOnce = std::int64_t{1} << 40;

bool hasBody(int status)
{
    return status != 204 && status != 304;
}

} // namespace

void HttpFront::deliver(Exchange& exchange)
{
    const auto& fault = exchange.fault;
    auto* socket = connection(exchange);
    if (fault && fault->kind == FaultKind::Reset) {
        record(exchange, 0);
        if (socket != nullptr)
            resetConnection(*socket);
        return;
    }
    record(exchange, exchange.answer.status);
    if (socket == nullptr || socket->state() != QAbstractSocket::ConnectedState)
        return;
    const bool isHead = exchange.request.method == "HEAD";
    if (fault && fault->kind == FaultKind::Truncated && !isHead) {
        deliverCut(exchange);
        return;
    }
    const auto rate = fault && fault->kind == FaultKind::Slow ? fault->bytesPerSecond : m_options.bandwidth;
    if (rate > 0 && !isHead && exchange.answer.bodySize() > 0)
        deliverPaced(exchange, rate);
    else
        deliverWhole(exchange);
}

/// Announces the whole body, sends its beginning, and ends the connection.
void HttpFront::deliverCut(Exchange& exchange)
{
    auto& answer = exchange.answer;
    auto part = std::make_unique<QBuffer>();
    part->setData(bodyDevice(answer)->read(std::min(answer.bodySize(), exchange.fault->bytes)));
    part->open(QIODevice::ReadOnly);
    auto device = std::make_unique<PacedDevice>(std::move(part), kAtOnce);
    // The responder deletes the device when all of it is written.
    connect(device.get(), &QObject::destroyed, connection(exchange), &QTcpSocket::disconnectFromHost);
    deliverDevice(exchange, std::move(device));
}

void HttpFront::deliverPaced(Exchange& exchange, std::int64_t bytesPerSecond)
{
    deliverDevice(exchange, std::make_unique<PacedDevice>(bodyDevice(exchange.answer), bytesPerSecond));
}

/// The head alone: HEAD, 204 and 304. The responder adds "content-length: 0" to everything but a sequential device.
void HttpFront::deliverHead(Exchange& exchange)
{
    auto& answer = exchange.answer;
    if (hasBody(answer.status))
        answer.setHeader("content-length", QByteArray::number(answer.bodySize()));
    auto nothing = std::make_unique<QBuffer>();
    nothing->open(QIODevice::ReadOnly);
    exchange.responder.write(new PacedDevice(std::move(nothing), kAtOnce), answer.headers, codeOf(answer.status));
}

void HttpFront::deliverDevice(Exchange& exchange, std::unique_ptr<QIODevice> device)
{
    auto& answer = exchange.answer;
    answer.setHeader("content-length", QByteArray::number(answer.bodySize()));
    exchange.responder.write(device.release(), answer.headers, codeOf(answer.status));
}

void HttpFront::deliverWhole(Exchange& exchange)
{
    auto& answer = exchange.answer;
    if (exchange.request.method == "HEAD" || !hasBody(answer.status))
        deliverHead(exchange);
    else if (std::holds_alternative<LayerRange>(answer.body))
        exchange.responder.write(bodyDevice(answer).release(), answer.headers, codeOf(answer.status));
    else
        exchange.responder.write(std::get<QByteArray>(answer.body), answer.headers, codeOf(answer.status));
}

} // namespace slipway
